import type { Input, Inputs } from '../formula/evaluate'
import { evaluate } from '../formula/evaluate'
import { treeOf } from '../formula/trees'
import { type Argument, type Cell, type CellError, isBlank, isCellError, isMatrix } from '../values'
import { isRange, readScalar } from './arguments'
import type { Metric, Parameter } from './metric'

/** What the definitions that a call is handed say of one of its arguments. */
export interface SaidByTerms {
  /** Whether they say it in a cell of the result. */
  readonly isAsked: (row: number, column: number) => boolean
  /** Undefined where they say nothing after all. */
  readonly by: (terms: Inputs) => Input | undefined | CellError
}

/** Of an argument that may be left out to them, or of a range of which they say how much counts. */
export function saidByTerms(
  name: string,
  parameter: Parameter,
  argument: Argument,
  range: readonly number[] | undefined,
): SaidByTerms | undefined {
  if (isRange(parameter)) {
    const most = parameter.latest
    if (most === undefined || range === undefined) return undefined
    return { isAsked: () => true, by: terms => range.slice(-Number(terms[most])) }
  }
  if ('text' in parameter || !('term' in parameter)) return undefined
  const isWhole = !isMatrix(argument) || (argument.length === 1 && argument[0]?.length === 1)
  return {
    isAsked: (row, column) => {
      const [down, across] = isWhole ? [0, 0] : [row, column]
      return isBlank(isMatrix(argument) ? argument[down]?.[across] : argument)
    },
    by: terms => {
      const said = parameter.term ? terms[parameter.term] : undefined
      if (said === undefined) return undefined
      const formula = 'ofTerm' in parameter ? parameter.ofTerm : undefined
      const value = formula === undefined ? said : evaluate(treeOf(formula), terms)
      return isCellError(value) ? value : readScalar(name, parameter, value as Cell)
    },
  }
}

/** Whether a call is handed definitions, which then say what it leaves out. */
export function isGoverned({ parameters }: Metric, args: readonly Argument[]): boolean {
  const place = Object.values(parameters).findIndex(parameter => 'definitions' in parameter)
  return place >= 0 && !isBlank(args[place])
}
