import { type Area, addressText } from './area'
import { sheetCalled } from './formulas/locate'
import type { Selection } from './questions'
import { type Overview, overview, type Steps, select, selected } from './steps'

/** What is selected, as a formula would write it. Whole columns end with their sheet: no formula of ours takes more. */
export function* selection(): Steps<Selection | undefined> {
  const found = yield* selected()
  if (!found) return undefined
  const around = yield* overview()
  const area = clipped(found.area, around)
  return { text: nameOf(area, around) ?? addressText(area), area }
}

/** Shows and selects. */
export function* show({ area }: { readonly area: Area }): Steps<true> {
  yield* select(area)
  return true
}

function clipped(area: Area, around: Overview): Area {
  const { rows = 0, columns = 0 } = sheetCalled(area.sheet, around) ?? {}
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, rows - 1)),
    right: Math.max(area.left, Math.min(area.right, columns - 1)),
  }
}

/** The name of a range that is selected as a whole. */
function nameOf(area: Area, { names }: Overview): string | undefined {
  const address = addressText(area)
  return Object.keys(names).find(name => {
    const named = names[name]
    return named !== undefined && addressText(named) === address
  })
}
