import { parseTerm } from '../../definitions/parse'
import type { TableName } from '../../tables/schema'
import {
  type Argument,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Result,
  shown,
} from '../../values'
import { readScalar } from '../arguments'
import {
  type Category,
  type ChoiceParameter,
  isOptional,
  type NumberParameter,
  type Source,
  type TextParameter,
} from '../metric'
import { type Question, readQuestion } from './question'

/** A formula over whole tables that gives a text or rows, where one number would not do. */
export interface TableFunction {
  readonly name: string
  readonly title: string
  readonly category: Category
  readonly indicator: 'leading' | 'lagging' | 'neither'
  readonly better: 'higher' | 'lower' | 'neither'
  readonly about: string
  readonly questions: readonly string[]
  readonly keywords?: readonly string[]
  readonly sources: readonly Source[]
  /** In the order of the call. */
  readonly tables: readonly TableName[]
  /** Further tables that it uses where they are given, after those. */
  readonly alsoTables?: readonly TableName[]
  /** Whether it is asked of a period, may be, or is of one moment. */
  readonly period: 'required' | 'optional' | 'none'
  /** Its own parameters, between the period and the definitions. */
  readonly parameters: Readonly<Record<string, OwnParameter>>
  /** What the columns of its rows are; none for a text. */
  readonly columns?: readonly string[]
  readonly compute: (question: Question, own: Own) => Result
}

export type OwnParameter = (NumberParameter | ChoiceParameter | TextParameter | NumbersParameter) & {
  /** As it is written in the example call, where it is needed there. */
  readonly example?: string
}

/** A range of numbers, taken whole. */
export interface NumbersParameter {
  readonly numbers: string
  readonly about: string
  readonly optional?: true
}

/** The own arguments of a call; those that were left out and have no default are not there. */
export type Own = Readonly<Record<string, number | string | readonly number[]>>

/** Gives a declaration back as it is. */
export function tableFunction(declaration: TableFunction): TableFunction {
  return declaration
}

/** The parts of a table function that decide how it is called. */
export type Signature = Pick<TableFunction, 'name' | 'tables' | 'alsoTables' | 'period' | 'parameters'>

/** Whether one's own parameter stands behind those that every call has. */
export function isLast(parameter: OwnParameter): boolean {
  return 'last' in parameter && parameter.last === true
}

/** Reads a call `NAME(tables…, [from, to], own…, [definitions], [as_of], [where], last…)`. */
export function readCall(
  { name, tables, alsoTables = [], period, parameters }: Signature,
  args: readonly Argument[],
): { readonly question: Question; readonly own: Own; readonly from: Argument } | CellError {
  // Some hosts hand a single cell over as a range of one.
  const rest = args.map(cellOrRange)
  const most =
    tables.length + alsoTables.length + (period === 'none' ? 0 : 2) + Object.keys(parameters).length + 3
  if (args.length > most) return cellError('#VALUE!', `${name} takes ${most} arguments, not ${args.length}`)
  const given = rest.splice(0, tables.length)
  for (const _ of alsoTables) if (isBlank(rest[0]) || looksLikeTable(rest[0])) given.push(rest.shift())
  const lacking = tables.find((_, index) => isBlank(given[index]))
  if (lacking) return cellError('#VALUE!', `${name} needs the table ${lacking.toUpperCase()}: give its range`)
  const [from, to] = period === 'none' ? [] : rest.splice(0, 2)
  if (period === 'required' && isBlank(from) && isBlank(to)) {
    return cellError('#VALUE!', `${name} is of a period: give its first day as from, its last as to`)
  }
  const between = Object.entries(parameters).filter(([, declared]) => !isLast(declared))
  const behind = Object.entries(parameters).filter(([, declared]) => isLast(declared))
  const ownGiven = new Map(between.map(([parameter]) => [parameter, rest.shift()]))
  const [definitions, asOf, where, ...last] = rest
  for (const [index, [parameter]] of behind.entries()) ownGiven.set(parameter, last[index])
  const own: Record<string, Own[string]> = {}
  for (const [parameter, declared] of Object.entries(parameters)) {
    const value = readOwn(parameter, declared, ownGiven.get(parameter))
    if (isCellError(value)) return value
    if (value !== undefined) own[parameter] = value
  }
  const question = readQuestion({ tables: given, from, to, where, asOf, definitions })
  return isCellError(question) ? question : { question, own, from }
}

function cellOrRange(argument: Argument): Argument {
  const isSingle = isMatrix(argument) && argument.length === 1 && argument[0]?.length === 1
  return isSingle ? argument[0]?.[0] : argument
}

/** A table that is not needed may be left out altogether: a date in its place is told by its having no header. */
function looksLikeTable(argument: Argument): boolean {
  return (
    isMatrix(argument) && argument.length > 1 && argument[0]?.some(cell => typeof cell === 'string') === true
  )
}

function readOwn(
  name: string,
  parameter: OwnParameter,
  argument: Argument,
): Own[string] | undefined | CellError {
  if ('numbers' in parameter) return readNumbers(name, parameter, argument)
  const cell = isMatrix(argument) ? argument[0]?.[0] : argument
  if (isCellError(cell)) return cell
  if ('text' in parameter) return readText(name, parameter, argument)
  if ('choices' in parameter && parameter.orSet !== undefined && !isBlank(cell))
    return String(cell).trim().toLowerCase()
  // What is left out is said by the definitions.
  if (isBlank(cell) && parameter.term !== undefined) return undefined
  const value = readScalar(name, parameter, cell)
  return typeof value === 'boolean' ? undefined : value
}

function readText(
  name: string,
  parameter: TextParameter,
  argument: Argument,
): string | undefined | CellError {
  const cells = isMatrix(argument) ? argument.flat() : [argument]
  const wrong = cells.find(isCellError)
  if (wrong) return wrong
  const texts = cells.map(cell => String(cell ?? '').trim()).filter(text => text !== '')
  const text = texts.join(', ')
  if (text !== '') {
    const refused = parameter.term && !parameter.callOnly ? parseTerm(parameter.term, text) : undefined
    return isCellError(refused) ? refused : text
  }
  return isOptional(parameter)
    ? parameter.default
    : cellError('#VALUE!', `${name} is missing: the formula needs it`)
}

function readNumbers(
  name: string,
  { optional }: NumbersParameter,
  argument: Argument,
): readonly number[] | undefined | CellError {
  if (isBlank(argument)) {
    return optional ? undefined : cellError('#VALUE!', `${name} is missing: the formula needs it`)
  }
  const cells = isMatrix(argument) ? argument.flat() : [argument]
  const numbers: number[] = []
  for (const [index, cell] of cells.entries()) {
    if (isCellError(cell)) return cell
    if (isBlank(cell)) continue
    if (typeof cell !== 'number') {
      return cellError('#VALUE!', `${name}, cell ${index + 1}, is ${shown(cell)}: a number is needed`)
    }
    numbers.push(cell)
  }
  return numbers
}

/** Calls a table function as a spreadsheet does. */
export function callTableFunction(declared: TableFunction, args: readonly Argument[]): Result {
  const call = readCall(declared, args)
  if (isCellError(call)) return call
  if (call.question.periods.length > 1) {
    return cellError('#VALUE!', `${declared.name} is of one period: give one from and one to`)
  }
  return declared.compute(call.question, call.own)
}
