import { civilDate, serialOf } from '../../formula/calendar'
import { evaluate, type Input } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Argument, type Cell, cellError, isBlank, isCellError, isMatrix, shown } from '../../values'

/**
 * What arguments are often made of: dates and sums. Undefined for any other function, which only the spreadsheet
 * computes.
 */
export function nativeValue(name: string, args: readonly Argument[]): Argument {
  switch (name.replace(/^_xlfn\./i, '').toUpperCase()) {
    case 'TRUE':
      return true
    case 'FALSE':
      return false
    case 'DATE':
      return dates(
        args,
        3,
        (year, month, day) => serialOf(year < 1900 ? year + 1900 : year, month, 1) + day - 1,
      )
    case 'TIME':
      return dates(args, 3, (hours, minutes, seconds) => (hours * 3600 + minutes * 60 + seconds) / 86_400)
    case 'EDATE':
      return dates(args, 2, movedByMonths)
    case 'EOMONTH':
      return dates(args, 2, (date, months) => {
        const { year, month } = civilDate(Math.floor(date))
        return serialOf(year, month + months + 1, 1) - 1
      })
    case 'SUM':
      return sum(args)
    case 'ARRAYFORMULA':
      return args[0]
    default:
      return undefined
  }
}

function movedByMonths(date: number, months: number): number {
  const { year, month, day } = civilDate(Math.floor(date))
  const last = serialOf(year, month + months + 1, 1) - 1
  return Math.min(serialOf(year, month + months, 1) + day - 1, last)
}

function dates(
  args: readonly Argument[],
  count: number,
  compute: (...numbers: [number, number, number]) => number,
): Cell | undefined {
  const numbers: number[] = []
  for (const argument of args) {
    const cell = isMatrix(argument) ? undefined : (argument ?? 0)
    if (isCellError(cell)) return cell
    if (typeof cell !== 'number') return undefined
    numbers.push(Math.trunc(cell))
  }
  if (numbers.length !== count || numbers.some(number => Math.abs(number) > 4_000_000)) return undefined
  return compute(...(numbers as [number, number, number]))
}

/** As spreadsheets do: what is no number in a range counts for nothing. */
function sum(args: readonly Argument[]): Cell {
  const values: number[] = []
  for (const argument of args) {
    const cells = isMatrix(argument) ? argument.flat() : [argument ?? null]
    for (const cell of cells) {
      if (isCellError(cell)) return cell
      if (typeof cell === 'number') values.push(cell)
    }
  }
  return evaluate(treeOf('sum(values)'), { values })
}

const operations: Readonly<Record<string, string>> = {
  ...{ '+': 'left + right', '-': 'left - right', '*': 'left * right' },
  ...{ '/': 'left / right', '^': 'left ^ right' },
}

/** Two single values joined by an operator of the spreadsheet. */
export function operated(operator: string, left: Cell, right: Cell): Cell {
  if (isCellError(left)) return left
  if (isCellError(right)) return right
  if (operator === '&') return joined(left) + joined(right)
  const operation = operations[operator]
  if (operation === undefined) return compared(operator, left, right)
  const inputs: Record<string, Input> = {}
  for (const [side, cell] of Object.entries({ left, right })) {
    const number = asNumber(cell)
    if (isCellError(number)) return number
    inputs[side] = number
  }
  return evaluate(treeOf(operation), inputs)
}

export function asNumber(cell: Cell): number | ReturnType<typeof cellError> {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return 0
  const number =
    typeof cell === 'string' && !/^\s*[-+]?\d+(\.\d+)?\s*$/.test(cell) ? Number.NaN : Number(cell)
  return Number.isFinite(number)
    ? number
    : cellError('#VALUE!', `${shown(cell)} stands where a number is needed`)
}

const joined = (cell: Cell): string =>
  typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell ?? '')

function compared(operator: string, left: Cell, right: Cell): boolean {
  const [one, other] = [left, right].map(cell =>
    typeof cell === 'string' ? cell.toLowerCase() : (cell ?? 0),
  ) as [string | number | boolean, string | number | boolean]
  // Numbers come before texts, texts before truths.
  const rank = (value: typeof one): number => ['number', 'string', 'boolean'].indexOf(typeof value)
  const order = rank(one) - rank(other) || (one === other ? 0 : one < other ? -1 : 1)
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}
