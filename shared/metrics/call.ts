import type { Input } from '../formula/evaluate'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Matrix,
  type Result,
  shown,
} from '../values'
import { compute } from './compute'
import type { ChoiceParameter, Metric, Parameter, RangeParameter } from './metric'

/**
 * Calls a metric as a spreadsheet does. Scalar parameters given ranges work element by element: equal shapes, or
 * one cell beside a range; what is wrong in one row is an error in that row only.
 */
export function call(metric: Metric, args: readonly Argument[]): Result {
  const parameters = Object.entries(metric.parameters)
  if (args.length > parameters.length) {
    return cellError('#VALUE!', `${metric.name} takes ${parameters.length} arguments, not ${args.length}`)
  }
  const whole: Record<string, Input> = {}
  const spread: { name: string; parameter: Exclude<Parameter, RangeParameter>; argument: Argument }[] = []
  for (const [index, [name, parameter]] of parameters.entries()) {
    const argument = args[index]
    if ('rangeOf' in parameter) {
      const numbers = readRange(name, parameter, argument)
      if (isCellError(numbers)) return numbers
      whole[name] = numbers
    } else {
      spread.push({ name, parameter, argument })
    }
  }
  const shape = commonShape(spread)
  if (isCellError(shape)) return shape

  const at = (row: number, column: number): Cell => {
    const inputs = { ...whole }
    for (const { name, parameter, argument } of spread) {
      const input = readScalar(name, parameter, elementAt(argument, row, column))
      if (isCellError(input)) return input
      inputs[name] = input
    }
    return compute(metric, inputs)
  }
  if (!shape) return at(0, 0)
  return Array.from({ length: shape.rows }, (_row, row) =>
    Array.from({ length: shape.columns }, (_column, column) => at(row, column)),
  )
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

function readScalar(
  name: string,
  parameter: Exclude<Parameter, RangeParameter>,
  cell: Cell | undefined,
): Input | CellError {
  if (isCellError(cell)) return cell
  if ('choices' in parameter) return readChoice(name, parameter, cell)
  if (isBlank(cell)) {
    if (parameter.default !== undefined) return parameter.default
    // An empty cell counts as 0, as in every formula of a spreadsheet; some hosts hand over a 0 to begin with.
    return cell === undefined ? cellError('#VALUE!', `${name} is missing: the formula needs it`) : 0
  }
  return readNumber(name, cell)
}

function readChoice(
  name: string,
  { choices, default: usual }: ChoiceParameter,
  cell: Cell | undefined,
): string | CellError {
  if (isBlank(cell)) return usual
  const chosen = String(cell).trim().toLowerCase()
  const known = Object.keys(choices)
  if (known.includes(chosen)) return chosen
  return cellError('#VALUE!', `${name} is ${shown(cell)}: choose one of ${known.join(', ')}`)
}

function readNumber(what: string, cell: Cell): number | CellError {
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell
  return cellError('#VALUE!', `${what} is ${shown(cell)}: a number is needed`)
}

/** One column or one row; blanks are left out, anything else that is no number is refused with its row. */
function readRange(
  name: string,
  { about }: RangeParameter,
  argument: Argument,
): readonly number[] | CellError {
  if (argument === undefined) return cellError('#VALUE!', `${name} is missing: the formula needs it`)
  const rows = isMatrix(argument) ? argument : [[argument]]
  if (rows.length > 1 && (rows[0]?.length ?? 0) > 1) {
    return cellError('#VALUE!', `${name} has several rows and columns: give one column or one row`)
  }
  const numbers: number[] = []
  for (const [index, cell] of rows.flat().entries()) {
    if (isBlank(cell)) continue
    if (isCellError(cell)) return cell
    const number = readNumber(`${name}, cell ${index + 1},`, cell)
    if (isCellError(number)) return number
    numbers.push(number)
  }
  return numbers
}
