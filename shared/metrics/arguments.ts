import type { Input } from '../formula/evaluate'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  shown,
} from '../values'
import type {
  ChoiceParameter,
  Metric,
  NumberParameter,
  Parameter,
  RangeParameter,
  TextParameter,
} from './metric'

export function isRange(parameter: Parameter): parameter is RangeParameter {
  return 'rangeOf' in parameter
}

/** One cell as the argument that the parameter wants; undefined for an optional one that was left out. */
export function readScalar(
  name: string,
  parameter: Exclude<Parameter, RangeParameter | TextParameter>,
  cell: Cell | undefined,
): Input | undefined | CellError {
  if (isCellError(cell)) return cell
  // Definitions are a table, which the call reads as a whole.
  if ('definitions' in parameter) return undefined
  if (isBlank(cell)) return readBlank(name, parameter, cell)
  return 'choices' in parameter ? readChoice(name, parameter, cell) : readNumber(name, parameter, cell)
}

function readBlank(
  name: string,
  parameter: NumberParameter | ChoiceParameter,
  cell: null | undefined | '',
): Input | undefined | CellError {
  if (parameter.default !== undefined) return parameter.default
  if ('optional' in parameter) return undefined
  // An empty cell counts as 0, as in every formula of a spreadsheet; some hosts hand over a 0 to begin with.
  if (cell !== undefined && !('choices' in parameter) && !parameter.date) return 0
  return cellError('#VALUE!', `${name} is missing: the formula needs it`)
}

function readChoice(name: string, { choices }: ChoiceParameter, cell: Cell): string | CellError {
  const chosen = String(cell).trim().toLowerCase()
  const known = Object.keys(choices)
  if (known.includes(chosen)) return chosen
  return cellError('#VALUE!', `${name} is ${shown(cell)}: choose one of ${known.join(', ')}`)
}

function readNumber(
  name: string,
  { date, time, words = {} }: NumberParameter,
  cell: Cell,
): Input | CellError {
  if (typeof cell === 'number' && Number.isFinite(cell)) return date && !time ? Math.floor(cell) : cell
  const word = String(cell).trim().toLowerCase()
  if (typeof cell === 'string' && Object.keys(words).includes(word)) return word
  const wanted = [date ? 'a date is needed, typed as a date' : 'a number is needed', ...Object.keys(words)]
  return cellError('#VALUE!', `${name} is ${shown(cell)}: ${wanted.join(', or ')}`)
}

/** The ranges of a call, read together, since some stand beside others cell by cell. */
export function readRanges(
  metric: Metric,
  args: readonly Argument[],
): Record<string, readonly number[]> | CellError {
  const cells: Record<string, readonly Cell[]> = {}
  for (const [index, [name, parameter]] of Object.entries(metric.parameters).entries()) {
    if (!isRange(parameter)) continue
    const list = cellsOf(name, parameter, args[index])
    if (isCellError(list)) return list
    if (list) cells[name] = list
  }
  const ranges: Record<string, readonly number[]> = {}
  for (const [name, list] of Object.entries(cells)) {
    const numbers = numbersOf(name, metric, cells, list)
    if (isCellError(numbers)) return numbers
    ranges[name] = numbers
  }
  return ranges
}

function cellsOf(
  name: string,
  parameter: RangeParameter,
  argument: Argument,
): readonly Cell[] | undefined | CellError {
  if (argument === undefined || (parameter.optional && isBlank(argument))) {
    return parameter.optional ? undefined : cellError('#VALUE!', `${name} is missing: the formula needs it`)
  }
  const rows = isMatrix(argument) ? argument : [[argument]]
  if (rows.length > 1 && (rows[0]?.length ?? 0) > 1) {
    return cellError('#VALUE!', `${name} has several rows and columns: give one column or one row`)
  }
  return rows.flat()
}

function numbersOf(
  name: string,
  metric: Metric,
  cells: Readonly<Record<string, readonly Cell[]>>,
  list: readonly Cell[],
): readonly number[] | CellError {
  const own = metric.parameters[name] as RangeParameter
  const partners = Object.keys(cells).filter(other => other !== name && areBeside(metric, name, other))
  for (const partner of partners) {
    const length = cells[partner]?.length
    if (length !== list.length) {
      return cellError(
        '#VALUE!',
        `${name} has ${list.length} cells, ${partner} has ${length}: give ranges of one length`,
      )
    }
  }
  const numbers: number[] = []
  for (const [index, cell] of list.entries()) {
    if (isCellError(cell)) return cell
    const beside = partners.filter(partner => !isBlank(cells[partner]?.[index]))
    const leftOut = partners.some(
      partner =>
        isBlank(cells[partner]?.[index]) &&
        (metric.parameters[partner] as RangeParameter).blank === 'leaves both out',
    )
    if (leftOut || (isBlank(cell) && (beside.length === 0 || own.blank === 'leaves both out'))) continue
    if (isBlank(cell) && own.blank === 'counts as 0') numbers.push(0)
    else if (typeof cell === 'number' && Number.isFinite(cell))
      numbers.push(own.date && !own.time ? Math.floor(cell) : cell)
    else {
      const needed = own.date ? 'a date is needed, typed as a date' : 'a number is needed'
      return cellError('#VALUE!', `${name}, cell ${index + 1}, is ${shown(cell)}: ${needed}`)
    }
  }
  return numbers
}

/** Whether two ranges are declared to stand beside each other, one with the other or both with a third. */
function areBeside(metric: Metric, name: string, other: string): boolean {
  const leader = (range: string): string => (metric.parameters[range] as RangeParameter).alongside ?? range
  return leader(name) === leader(other)
}
