import { type Cell, isCellError } from '../../values'
import { type Area, cellAt } from '../area'
import { type Expression, within } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import { namesGiven, type OwnCall, ownCalls, ownName } from '../formulas/own-calls'
import { prefixed } from '../formulas/prefixed'
import { readFormula } from '../formulas/read-formula'
import { isStale } from '../formulas/shows-same'
import type { Block, Overview } from '../steps'
import type { Flaw } from './flaw'
import { generalRemedy, remedyOf } from './remedy'
import type { Shapes } from './sheet-shapes'

/** Formulas that show an error, or were never computed: one flaw for cells below each other that are alike. */
export function flawsOfValues(
  { area, values, formulas }: Block,
  { columns, at }: Shapes,
  overview: Overview,
): readonly Flaw[] {
  const found: Flaw[] = []
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < values.length; row++) {
      const value = values[row]?.[column] ?? null
      const shape = at[row * columns + column]
      if (codeOf(value) === null || (!shape && !isErrorText(value))) continue
      const first = row
      while (
        at[(row + 1) * columns + column] === shape &&
        codeOf(values[row + 1]?.[column] ?? null) === codeOf(value)
      ) {
        row++
      }
      const place = cellAt(area.sheet, area.top + first, area.left + column)
      const formula = formulas[first]?.[column] ?? ''
      if (isDeliberate(formula)) continue
      found.push(flawOf({ ...place, bottom: area.top + row }, formula, value, overview))
    }
  }
  return found
}

/** In a spilled array of Google Sheets an error of ours is a text: its code, a blank and the reason. */
const errorText = /^(#DIV\/0!|#NUM!|#VALUE!|#N\/A) .*: /

const isErrorText = (value: Cell): value is string => typeof value === 'string' && errorText.test(value)

/** Charts leave a gap where a cell says so. */
const isDeliberate = (formula: string): boolean => /\bNA\(\)/i.test(formula)

/** What is the matter, in one text; null where nothing is. */
function codeOf(value: Cell): string | null {
  if (isCellError(value)) return value.error
  return isErrorText(value) || isStale(value) ? String(value) : null
}

function flawOf(area: Area, formula: string, value: Cell, overview: Overview): Flaw {
  const expression = readFormula(formula)
  const calls = ownCalls(expression)
  const code = String(codeOf(value))
  if (isErrorText(value)) return spelledOut(area, formula, value)
  if (isStale(value) && calls.length > 0) return stuck(area, formula, code, expression, calls, overview)
  return {
    ...{ kind: 'error', area, holds: formula },
    detail: `It shows ${code}.`,
    remedy: generalRemedy(code),
  }
}

function spelledOut(area: Area, formula: string, value: string): Flaw {
  const [, error = ''] = errorText.exec(value) ?? []
  const reason = value.slice(error.length + 1)
  return {
    ...{ kind: 'error', area, holds: formula || value },
    detail: `It shows ${error}: ${reason}${/[.?!]$/.test(reason) ? '' : '.'}`,
    remedy: remedyOf({ error, reason }),
  }
}

/** Entered before the add-on was there, or brought from another host, where our functions are called otherwise. */
function stuck(
  area: Area,
  formula: string,
  code: string,
  expression: Expression,
  calls: readonly OwnCall[],
  overview: Overview,
): Flaw {
  const unknown = unknownName(expression, area.sheet, overview)
  if (unknown !== undefined) {
    return {
      ...{ kind: 'error', area, holds: formula },
      detail: `It shows ${code}, since the workbook has no name ${unknown}.`,
      remedy: `Name a range ${unknown} (Set up does it for the tables), or correct the name.`,
    }
  }
  const foreign = [...within(expression)].find(
    part =>
      part.kind === 'call' &&
      /^(PLUMB\.|_xldudf_PLUMB_)/i.test(part.name) &&
      ownName(part.name) === undefined,
  )
  if (foreign?.kind === 'call') {
    return {
      ...{ kind: 'error', area, holds: formula },
      detail: `It shows ${code}: Plumbline has no formula ${foreign.name}.`,
      remedy: 'Look its name up among the formulas.',
    }
  }
  const isRenamed = calls.some(({ call, name }) => call.name !== overview.prefix + name)
  return {
    ...{ kind: 'not recalculated', area, holds: formula },
    detail: isRenamed
      ? `It shows ${code}: the formula comes from another spreadsheet program, where its name is written otherwise.`
      : `It shows ${code}: the formula was entered before Plumbline had loaded.`,
    remedy: 'Enter it anew.',
    mend: text => prefixed(text, overview.prefix),
  }
}

function unknownName(expression: Expression, sheet: string, overview: Overview): string | undefined {
  const given = namesGiven(expression)
  const found = [...within(expression)].find(
    part =>
      part.kind === 'name' && !given.includes(part.name.toUpperCase()) && !locate(part, sheet, overview),
  )
  return found?.kind === 'name' ? found.name : undefined
}
