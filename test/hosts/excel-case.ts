import { functions } from '../../shared/functions'
import { isCellError } from '../../shared/values'
import type { Case, CaseArgument, CaseCell } from './cases'
import type { Answer, Invocation } from './excel-runtime'

/** A case as Excel would call it: every argument a matrix, dates as serials, left-out arguments null. */
export function invocation({ call, args }: Case): Invocation {
  const parameters = functions.find(({ name }) => name === call)?.parameters ?? []
  const passed = parameters.map((parameter, position) =>
    parameter.repeating ? args.slice(position).map(excelArgument) : excelArgument(args[position]),
  )
  return { name: call, parameters: passed }
}

function excelArgument(argument: CaseArgument): unknown {
  if (argument === undefined) return null
  return isRange(argument) ? argument.map(row => row.map(excelCell)) : [[excelCell(argument)]]
}

function isRange(argument: CaseArgument): argument is readonly (readonly CaseCell[])[] {
  return Array.isArray(argument)
}

function excelCell(cell: CaseCell): unknown {
  if (isCellError(cell)) return { type: 'CustomFunctionError', code: cell.error }
  return typeof cell === 'object' && cell !== null ? serial(cell.date) : cell
}

function serial(date: string): number {
  const instant = Date.parse(`${date.replace(' ', 'T').padEnd(16, 'T00:00')}Z`)
  return instant / 86_400_000 + 25_569
}

type Shown = number | string | boolean | { readonly error: string; readonly reason?: string }

/** What Excel shows in the cell or, for a formula that spills, in the cells. */
export function shown(answer: Answer): Shown | Shown[][] {
  if ('error' in answer) return { error: answer.error, reason: answer.reason }
  if (!Array.isArray(answer.value)) return shownCell(answer.value)
  const rows = (answer.value as unknown[][]).map(row => row.map(shownCell))
  const [first] = rows
  return rows.length === 1 && first?.length === 1 ? (first[0] as Shown) : rows
}

function shownCell(value: unknown): Shown {
  if (typeof value !== 'object' || value === null) return value as Shown
  const { code, message } = value as { readonly code: string; readonly message?: string }
  return { error: code, ...(message === undefined ? {} : { reason: message }) }
}
