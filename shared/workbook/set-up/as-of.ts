import { freeName } from '../definitions/record-sheet'
import { type Overview, read, type Steps } from '../steps'
import { nothing, type Part } from './set-up-part'

/** The day up to which things are known: into AS_OF where a day is typed there, else on a sheet of its own. */
export function* asOfPart(overview: Overview, day: number): Steps<Part> {
  const there = overview.names.AS_OF
  if (there) {
    const area = { ...there, bottom: there.top, right: there.left }
    const [block] = yield* read([area])
    const isTyped = (block?.formulas[0]?.[0] ?? '') === ''
    if (!block || !isTyped || block.values[0]?.[0] === day) return nothing
    return {
      expected: [{ ...block, area }],
      edits: [{ do: 'write', area, cells: [[day]] }],
      made: [{ made: 'as of', area }],
    }
  }
  const sheet = freeName(overview, 'As of')
  const isThere = overview.sheets.some(({ name }) => name === sheet)
  const area = { sheet, top: 0, bottom: 0, left: 1, right: 1 }
  const note = 'The last day that is known: what happened after it does not count.'
  return {
    edits: [
      ...(isThere ? [] : [{ do: 'add sheet', sheet } as const]),
      { do: 'write', area: { ...area, left: 0, right: 2 }, cells: [['As of', day, note]] },
      { do: 'look', area, look: { format: 'date' } },
      { do: 'widths', sheet, letters: [12, 14, 60] },
      { do: 'name', name: 'AS_OF', area },
    ],
    made: [{ made: 'as of', area }],
  }
}
