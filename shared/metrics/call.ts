import type { Input } from '../formula/evaluate'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isCellError,
  isMatrix,
  type Matrix,
  type Result,
} from '../values'
import { isRange, readRanges, readScalar } from './arguments'
import { computeInOrder } from './compute'
import { termsOfCall } from './governed-call'
import type { Metric, Parameter, RangeParameter, TextParameter } from './metric'
import { isGoverned, saidByTerms } from './said-by-terms'

/**
 * Calls a metric as a spreadsheet does. Scalar parameters given ranges work element by element: equal shapes, or
 * one cell beside a range; what is wrong in one row is an error in that row only.
 */
export function call(metric: Metric, args: readonly Argument[]): Result {
  const parameters = Object.entries(metric.parameters)
  if (args.length > parameters.length) {
    return cellError('#VALUE!', `${metric.name} takes ${parameters.length} arguments, not ${args.length}`)
  }
  const ranges = readRanges(metric, args)
  if (isCellError(ranges)) return ranges
  const given = parameters.map(([name, parameter], index) => ({
    name,
    parameter,
    argument: wholeOrCells(parameter, args[index]),
  }))
  const termsAt = termsOfCall(metric, args)
  if (isCellError(termsAt)) return termsAt
  const shape = commonShape(given.filter(({ parameter }) => !isRange(parameter)))
  if (isCellError(shape)) return shape

  const reads = given.map(({ name, parameter, argument }): Read => {
    if ('text' in parameter) return () => undefined
    return isRange(parameter) ? () => ranges[name] : readsOf(name, parameter, argument)
  })
  const formulas = metric.results
    ? Object.values(metric.results).map(formula => ({ ...metric, formula }))
    : [metric]
  const said = isGoverned(metric, args)
    ? given.map(({ name, parameter, argument }) => saidByTerms(name, parameter, argument, ranges[name]))
    : []
  const inputs: (Input | undefined)[] = []
  const resultsAt = (row: number, column: number): Cell[] => {
    for (let place = 0; place < reads.length; place++) {
      const input = said[place]?.isAsked(row, column) ? undefined : reads[place]?.(row, column)
      if (isCellError(input)) return formulas.map(() => input)
      inputs[place] = input
    }
    const terms = termsAt(inputs)
    for (let place = 0; place < said.length; place++) {
      const each = said[place]
      if (isCellError(terms) || !each?.isAsked(row, column)) continue
      const input = each.by(terms) ?? reads[place]?.(row, column)
      if (isCellError(input)) return formulas.map(() => input)
      inputs[place] = input
    }
    return formulas.map(formula => (isCellError(terms) ? terms : computeInOrder(formula, inputs, terms)))
  }
  if (!shape) {
    const results = resultsAt(0, 0)
    const first = results[0] as Cell
    // Errors all along say no more than the first of them.
    return results.length === 1 || results.every(isCellError) ? first : [results]
  }
  const matrix: Cell[][] = []
  for (let row = 0; row < shape.rows; row++) {
    const cells = resultsAt(row, 0)
    for (let column = 1; column < shape.columns; column++) cells.push(...resultsAt(row, column))
    matrix.push(cells)
  }
  return matrix
}

/** Gives the argument for one cell of the result. */
type Read = (row: number, column: number) => Input | undefined | CellError

/** A single cell is read once, a range cell by cell. */
function readsOf(
  name: string,
  parameter: Exclude<Parameter, RangeParameter | TextParameter>,
  argument: Argument,
): Read {
  if (!isMatrix(argument) || isSingle(argument)) {
    const input = readScalar(name, parameter, isMatrix(argument) ? argument[0]?.[0] : argument)
    return () => input
  }
  const isPlain = !('choices' in parameter) && !('definitions' in parameter) && !parameter.date
  return (row, column) => {
    const cell = argument[row]?.[column]
    if (isPlain && typeof cell === 'number' && Number.isFinite(cell)) return cell
    return readScalar(name, parameter, cell)
  }
}

/** Definitions are a table, never gone through element by element. */
function wholeOrCells(parameter: Parameter, argument: Argument): Argument {
  return 'definitions' in parameter ? null : argument
}

/** The shape that all ranges share; undefined where no argument is one. */
function commonShape(
  given: readonly { name: string; argument: Argument }[],
): { rows: number; columns: number } | undefined | CellError {
  let first: { name: string; rows: number; columns: number } | undefined
  for (const { name, argument } of given) {
    if (!isMatrix(argument) || isSingle(argument)) continue
    const [rows, columns] = [argument.length, argument[0]?.length ?? 0]
    if (rows === 0 || columns === 0) return cellError('#VALUE!', `${name} is an empty range`)
    if (first && (first.rows !== rows || first.columns !== columns)) {
      const sizes = `${first.name} has ${size(first.rows, first.columns)}, ${name} has ${size(rows, columns)}`
      return cellError('#VALUE!', `${sizes}: give ranges of one size, or a single cell`)
    }
    first ??= { name, rows, columns }
  }
  return first
}

function size(rows: number, columns: number): string {
  return columns === 1 ? `${rows} rows` : `${rows} × ${columns} cells`
}

function isSingle(matrix: Matrix): boolean {
  return matrix.length === 1 && matrix[0]?.length === 1
}
