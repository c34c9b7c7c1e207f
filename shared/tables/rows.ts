import type { TermValue } from '../definitions/defaults'
import type { Comparison, Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { derivedReader } from './derived'
import type { TableName } from './schema'
import { columnReader, type Reader, type RowValue, type Table } from './table'

/** The tables of one call with what its rules may speak of besides their columns. */
export interface Context {
  readonly tables: ReadonlyMap<TableName, Table>
  readonly terms: Readonly<Record<string, TermValue>>
  /** Serial; what happened after that day is not known yet. */
  readonly asOf: number
}

/** Reads rules and columns of a table, each compiled once. */
export interface Rows {
  readonly table: Table
  readonly context: Context
  /** The reader of an expression over columns, derived columns, rules of the table and definition terms. */
  readonly read: (expression: string) => Reader
}

/** @throws `CellError`, from `read` and from its readers: a missing column, or a cell that is not of its type */
export function rowsOf(table: Table, context: Context): Rows {
  const readers = new Map<string, Reader>()
  const rows: Rows = { table, context, read }

  function read(expression: string): Reader {
    const known = readers.get(expression)
    if (known) return known
    const reader = compileRule(treeOf(expression), nameReader, context.terms)
    readers.set(expression, reader)
    return reader
  }

  function nameReader(name: string): Reader {
    const { rules, columns } = table.schema
    if (rules[name] !== undefined) return read(rules[name])
    if (name === 'as_of') return () => context.asOf
    const derived = derivedReader(rows, name)
    if (derived) return derived
    if (columns[name]) return columnReader(table, name)
    const term = context.terms[name]
    if (typeof term === 'number' || typeof term === 'string' || typeof term === 'boolean') return () => term
    throw new RangeError(`${table.schema.name} knows no ${name}`)
  }

  return rows
}

/** A rule as a function of the row. Blank compares with nothing: neither `=` nor `<` holds for it. */
function compileRule(
  tree: Tree,
  nameReader: (name: string) => Reader,
  terms: Readonly<Record<string, TermValue>>,
): Reader {
  const compile = (part: Tree): Reader => compileRule(part, nameReader, terms)
  switch (tree.kind) {
    case 'number': {
      const number = Number(tree.text)
      return () => number
    }
    case 'text':
      return () => tree.text
    case 'name':
      return nameReader(tree.name)
    case 'not': {
      const operand = compile(tree.operand)
      return row => operand(row) !== true
    }
    case 'call':
      return compileCall(tree.name, tree.args.map(compile), terms)
    case 'binary': {
      const left = compile(tree.left)
      if (tree.operator === 'in') return membership(left, tree.right, terms)
      const right = compile(tree.right)
      switch (tree.operator) {
        case 'and':
          return row => left(row) === true && right(row) === true
        case 'or':
          return row => left(row) === true || right(row) === true
        case '+':
        case '-':
        case '*':
        case '/':
        case '^':
          throw new RangeError(
            'a rule over rows computes nothing: measure the parts, and divide in the metric',
          )
        default:
          return comparison(tree.operator, left, right)
      }
    }
  }
}

const satisfied: Record<Comparison, (left: number | string, right: number | string) => boolean> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

function comparison(operator: Comparison, left: Reader, right: Reader): Reader {
  const test = satisfied[operator]
  return row => {
    const [a, b] = [comparable(left(row)), comparable(right(row))]
    return a !== null && b !== null && typeof a === typeof b && test(a, b)
  }
}

/** Text is compared regardless of case, as spreadsheets do. */
function comparable(value: RowValue): number | string | null {
  return typeof value === 'number' || value === null ? value : String(value).toLowerCase()
}

function membership(left: Reader, right: Tree, terms: Readonly<Record<string, TermValue>>): Reader {
  const set = right.kind === 'name' ? terms[right.name] : undefined
  if (!Array.isArray(set)) throw new RangeError('“in” needs a definition term that is a set')
  const members = new Set(set.map(member => String(member).toLowerCase()))
  return row => members.has(String(left(row) ?? '').toLowerCase())
}

function compileCall(
  name: string,
  args: readonly Reader[],
  terms: Readonly<Record<string, TermValue>>,
): Reader {
  const [first, second] = args as [Reader, Reader]
  switch (name) {
    case 'present':
      return row => first(row) !== null
    case 'days':
      return row => between(first(row), second(row), (from, to) => to - from)
    case 'working_days': {
      const mask = String(terms['calendar.weekend_mask'])
      return row => between(first(row), second(row), (from, to) => workingDays(from, to, mask))
    }
    default:
      throw new RangeError(`${name} is for numbers and ranges, not for the rows of a table`)
  }
}

/** Counts by calendar days, whatever the time of day; blank where one of the dates is. */
function between(from: RowValue, to: RowValue, count: (from: number, to: number) => number): number | null {
  return typeof from === 'number' && typeof to === 'number' ? count(Math.floor(from), Math.floor(to)) : null
}

/** Working days after `from` up to and with `to`; the mask has a 1 for each free day from Monday on. */
function workingDays(from: number, to: number, mask: string): number {
  const weeks = Math.floor((to - from) / 7)
  const perWeek = [...mask].filter(day => day === '0').length
  let days = weeks * perWeek
  for (let day = from + weeks * 7 + 1; day <= to; day++) {
    // Serial 2 was a Monday.
    if (mask[(((day - 2) % 7) + 7) % 7] === '0') days++
  }
  return days
}
