import { type Formula, formulas } from './formulas'
import { type FunctionHelp, helps } from './help'

export type { FunctionParameter } from './help'

/** What a host registers: a name, its help and a pure function. */
export interface SpreadsheetFunction extends FunctionHelp, Pick<Formula, 'compute'> {}

/** Everything that can be typed in a cell, with its help, in the order of the catalogue. */
export const functions: readonly SpreadsheetFunction[] = helps.map(help => {
  const { compute } = formulas.find(({ name }) => name === help.name) as Formula
  return { ...help, compute }
})
