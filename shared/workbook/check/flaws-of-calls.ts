import { definitionsPlace, isBlankArgument, saysAll } from '../formulas/definitions-place'
import { type Replacement, replaced, withArgument } from '../formulas/edit-formula'
import { type Expression, within } from '../formulas/formula-in-cell'
import { locate, nameArea } from '../formulas/locate'
import { type OwnCall, outermostCalls, ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import type { Overview } from '../steps'
import type { Flaw, Inspected } from './flaw'
import { partsOfTables, wholeColumns } from './flaws-of-ranges'

/** What a look found; a machine may mend it where it says what to replace. */
export type Found = Pick<Flaw, 'kind' | 'detail' | 'remedy'> & {
  readonly replacements?: readonly Replacement[]
}

/** What is wrong with the arguments of our calls, be it in one cell or in all that the formula was filled into. */
export function flawsOfCalls({ area, formula, expression, calls, overview }: Inspected): readonly Flaw[] {
  return [withoutDefinitions, wholeColumns, volatileArguments, partsOfTables].flatMap(look => {
    const found = look({ formula, expression, calls, sheet: area.sheet, overview })
    if (!found) return []
    const { replacements, ...flaw } = found
    const mend = (text: string): string | undefined => {
      // Each cell by its own formula: filled across, its addresses are others.
      const own = readFormula(text)
      const again = look({
        formula: text,
        expression: own,
        calls: ownCalls(own),
        sheet: area.sheet,
        overview,
      })
      return again?.replacements && replaced(text, again.replacements)
    }
    return [{ ...flaw, area, holds: formula, ...(replacements ? { mend } : {}) }]
  })
}

/** What a look at a formula goes by. */
export interface Looked {
  readonly formula: string
  readonly expression: Expression
  readonly calls: readonly OwnCall[]
  readonly sheet: string
  readonly overview: Overview
}

/** Which argument are the definitions of a call, as it stands in the sheet. */
export function definitionsOf(
  { call, name }: OwnCall,
  sheet: string,
  overview: Overview,
): number | undefined {
  const isTable = (argument: Expression): boolean => {
    const area = locate(argument, sheet, overview)
    return area !== undefined && area.bottom > area.top
  }
  return definitionsPlace(name, call.args, isTable)
}

function withoutDefinitions({ formula, calls, sheet, overview }: Looked): Found | undefined {
  if (!nameArea('DEFINITIONS', overview)) return undefined
  const replacements = calls.flatMap(own => {
    const place = definitionsOf(own, sheet, overview)
    const given = place === undefined ? undefined : own.call.args[place]
    if (place === undefined || (given && !isBlankArgument(given))) return []
    if (saysAll(own.name, own.call.args)) return []
    return withArgument(formula, own.call, place, 'DEFINITIONS') ?? []
  })
  return replacements.length === 0
    ? undefined
    : {
        kind: 'no definitions',
        detail:
          'It is computed by the built-in definitions, which nobody here has approved, and not by those of the team.',
        remedy: 'Hand it the range DEFINITIONS.',
        replacements,
      }
}

/** The formula with the team's definitions handed to each call that is handed none, as Check would mend it. */
export function underDefinitions(formula: string, sheet: string, overview: Overview): string {
  const expression = readFormula(formula)
  const calls = ownCalls(expression)
  const found = withoutDefinitions({ formula, expression, calls, sheet, overview })
  return found?.replacements ? replaced(formula, found.replacements) : formula
}

const changing = /^(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)$/i
const clock = /^(NOW|TODAY)$/i

function volatileArguments({ calls, overview }: Looked): Found | undefined {
  const found = outermostCalls(calls).flatMap(({ call }) =>
    [...within(call)].flatMap(part => (part.kind === 'call' && changing.test(part.name) ? [part] : [])),
  )
  if (found.length === 0) return undefined
  const names = [...new Set(found.map(({ name }) => `${name.toUpperCase()}()`))].join(' and ')
  const canMend = found.every(({ name }) => clock.test(name)) && nameArea('AS_OF', overview) !== undefined
  return {
    kind: 'volatile',
    detail: `${names} changes by itself: yesterday’s number cannot be shown again, and Google Sheets may never finish loading it.`,
    remedy: 'Give a cell that holds a date, such as AS_OF, or the range itself.',
    ...(canMend ? { replacements: found.map(({ start, end }) => ({ start, end, text: 'AS_OF' })) } : {}),
  }
}
