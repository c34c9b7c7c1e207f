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
import { isRange, readRanges, readScalar, refuseDefinitions } from './arguments'
import { compute } from './compute'
import type { Metric, Parameter } from './metric'

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
  const spread = parameters.flatMap(([name, parameter], index) =>
    isRange(parameter) ? [] : [{ name, parameter, argument: wholeOrCells(parameter, args[index]) }],
  )
  const shape = commonShape(spread)
  if (isCellError(shape)) return shape

  const at = (row: number, column: number): readonly Cell[] => {
    const inputs: Record<string, Input> = { ...ranges }
    for (const { name, parameter, argument } of spread) {
      const input = readScalar(name, parameter, elementAt(argument, row, column))
      if (isCellError(input)) return [input]
      if (input !== undefined) inputs[name] = input
    }
    return resultsOf(metric, inputs)
  }
  if (!shape) {
    const results = at(0, 0)
    return results.length === 1 ? (results[0] as Cell) : [results]
  }
  return Array.from({ length: shape.rows }, (_row, row) =>
    Array.from({ length: shape.columns }, (_column, column) => at(row, column)).flat(),
  )
}

/** One result, or several side by side. */
function resultsOf(metric: Metric, inputs: Readonly<Record<string, Input>>): readonly Cell[] {
  if (!metric.results) return [compute(metric, inputs)]
  return Object.values(metric.results).map(formula => compute({ ...metric, formula }, inputs))
}

/** Definitions are a table, never gone through element by element. */
function wholeOrCells(parameter: Parameter, argument: Argument): Argument {
  return 'definitions' in parameter ? (refuseDefinitions(argument) ?? null) : argument
}

/** The shape that all ranges share; undefined where no argument is one. */
function commonShape(
  spread: readonly { name: string; argument: Argument }[],
): { rows: number; columns: number } | undefined | CellError {
  let first: { name: string; rows: number; columns: number } | undefined
  for (const { name, argument } of spread) {
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

function elementAt(argument: Argument, row: number, column: number): Cell | undefined {
  if (!isMatrix(argument)) return argument
  return isSingle(argument) ? argument[0]?.[0] : argument[row]?.[column]
}
