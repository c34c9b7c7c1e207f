import type { TermValue } from '../definitions/term'
import type { OpeningHours } from '../formula/business-hours'
import { treeOf } from '../formula/trees'
import { cellError } from '../values'
import { anyColumn, hasColumn } from './any-column'
import { type Compiled, fixed } from './compiled'
import { creditRows } from './credits'
import { derivedColumns } from './derived/index'
import { placesOf } from './headers'
import { isRow } from './is-row'
import { latestEvent } from './latest-event'
import { compileRule } from './rules'
import type { Schema, TableName } from './schema'
import { columnReader, type Reader, type Table } from './table'

/** What rows are measured of: a table, or the credits that join deals to the leads they came from. */
export type RowSource = TableName | 'credits'

/** First and last day, both counted in, as serials. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** The tables of one call with what its rules may speak of besides their columns. */
export interface Context {
  readonly tables: ReadonlyMap<TableName, Table>
  readonly terms: Readonly<Record<string, TermValue>>
  /** Serial; what happened after that day is not known yet. Undefined: all that is recorded is known. */
  readonly asOf: number | undefined
  /** The rows of a table, or of the credits, each opened once. */
  readonly rows: (source: RowSource) => Rows
  /** The period that rules without a date of their own are asked for; the measuring sets it. */
  period: Period
}

/** Reads rules and columns of a table, each compiled once. */
export interface Rows {
  readonly source: RowSource
  readonly schema: Schema
  readonly context: Context
  /** Rows are numbered from 1 to this. */
  readonly last: number
  /** Whether the row is one of the table, not blank nor the foot of a report. */
  readonly isRow: (row: number) => boolean
  /**
   * The reader of an expression over columns, derived columns, rules of the table and definition terms.
   * @throws `CellError`, as its readers do: a missing column, or a cell that is not of its type
   */
  readonly read: (expression: string) => Reader
  /** Likewise with what is known of it besides its values. */
  readonly compiled: (expression: string) => Compiled
  /** Whether the expression gives amounts in the currency of their row. */
  readonly isMoney: (expression: string) => boolean
  /** A column by its canonical name, by the header that stands in the table, or one that is derived. */
  readonly column: (name: string) => Reader
  readonly has: (column: string) => boolean
  /** Whether a rule may speak of the name: a column of its kind of table, a derived one or another rule. */
  readonly knows: (name: string) => boolean
  /** Names a row in a reason. */
  readonly label: (row: number) => string
  /** The row of a table in whose stead it stands; its own number, unless this says another. */
  readonly standsFor?: (row: number) => number
}

export function contextOf(
  tables: ReadonlyMap<TableName, Table>,
  terms: Readonly<Record<string, TermValue>>,
  asOf: number | undefined,
): Context {
  const opened = new Map<RowSource, Rows>()
  const context: Context = {
    tables,
    terms,
    asOf,
    period: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    rows: source => {
      const known = opened.get(source)
      if (known) return known
      const rows = source === 'credits' ? creditRows(context) : tableRows(source, context)
      opened.set(source, rows)
      return rows
    },
  }
  return context
}

function tableRows(name: TableName, context: Context): Rows {
  const table = context.tables.get(name)
  if (!table)
    throw cellError('#VALUE!', `the table ${name.toUpperCase()} is missing: give it after definitions`)
  const key = idColumns[name]
  const rows: Rows = {
    source: name,
    schema: table.schema,
    context,
    last: table.rows.length - 1,
    isRow: isRow(table),
    ...readersOf(table.schema, context, own => ownColumn(own, table, rows)),
    column: column =>
      !hasColumn(table, column) && derivedColumns[name]?.[column]
        ? rows.read(column)
        : anyColumn(table, column),
    has: column => hasColumn(table, column),
    knows: own =>
      [table.schema.rules, table.schema.columns, derivedColumns[name] ?? {}].some(known => own in known),
    label: row => {
      const id = key ? columnReader(table, key)(row) : null
      return `${name} row ${row + 1}${id === null ? '' : ` (${id})`}`
    },
  }
  return rows
}

const idColumns: Partial<Record<TableName, string>> = {
  leads: 'lead_id',
  deals: 'deal_id',
  subscriptions: 'customer_id',
  surveys: 'respondent',
}

function ownColumn(name: string, table: Table, rows: Rows): Compiled | undefined {
  const derived = derivedColumns[table.schema.name]?.[name]
  if (derived) {
    const found = derived.read(rows)
    return { ...(typeof found === 'function' ? { read: found } : found), money: derived.money }
  }
  const declared = table.schema.columns[name]
  if (!declared) return undefined
  const [place] = placesOf(table.schema, name, table.headers)
  // A column that the table may lack, and does, is blank in every row.
  if (place === undefined && declared.optional) return fixed(null)
  const column = { rows: table.rows, place: place as number, type: declared.type }
  const isOfFew = column.type === 'text' || column.type === 'flag'
  return {
    ...{ read: columnReader(table, name), money: declared.money, column },
    only: isOfFew ? column : undefined,
  }
}

/** Reads expressions whose names are rules, what `own` gives, or terms; each is compiled once. */
export function readersOf(
  schema: Schema,
  context: Context,
  own: (name: string) => Compiled | undefined,
): Pick<Rows, 'read' | 'compiled' | 'isMoney'> {
  const [known, columns] = [new Map<string, Compiled>(), new Map<string, Compiled | undefined>()]
  const compile = (expression: string): Compiled => {
    const before = known.get(expression)
    if (before) return before
    const compiled = compileRule(treeOf(expression), scope)
    known.set(expression, compiled)
    return compiled
  }
  const columnNamed = (name: string): Compiled | undefined => {
    if (!columns.has(name)) columns.set(name, own(name))
    return columns.get(name)
  }
  const scope = {
    hours: openingHours(context.terms),
    set: (name: string) => setNamed(name, context),
    name: (name: string): Compiled => {
      const rule = schema.rules[name]
      if (rule !== undefined) return compile(rule)
      const column = columnNamed(name)
      if (column) return column
      const moment = momentNamed(name, context)
      if (moment) return moment
      const term = context.terms[name]
      if (typeof term === 'object') throw new RangeError(`${name} is a set or a table: ask with “in”`)
      if (term !== undefined) return fixed(term)
      throw new RangeError(`${schema.name} knows no ${name}`)
    },
  }
  return {
    read: expression => compile(expression).read,
    compiled: compile,
    isMoney: expression => compile(expression).money === true,
  }
}

/** The moments that a rule may compare with. All are serials of days. */
function momentNamed(name: string, context: Context): Compiled | undefined {
  switch (name) {
    case 'period_from':
      return { read: () => context.period.from }
    case 'period_to':
      return { read: () => context.period.to }
    case 'as_of': {
      // What the tables record last is only looked for when a rule asks.
      let day = context.asOf
      return {
        read: () => {
          day ??= latestEvent(context)
          return day
        },
      }
    }
    case 'known_until':
      return fixed(context.asOf ?? Number.MAX_SAFE_INTEGER)
    default:
      return undefined
  }
}

function setNamed(name: string, { terms }: Context): readonly string[] {
  const set = terms[name]
  if (Array.isArray(set)) return set
  throw new RangeError(`${name} is no set of the definitions`)
}

function openingHours(terms: Context['terms']): OpeningHours {
  const holidays = terms['calendar.holidays']
  return {
    open: String(terms['calendar.open']),
    close: String(terms['calendar.close']),
    weekendMask: String(terms['calendar.weekend_mask']),
    holidays: Array.isArray(holidays) ? holidays.join(',') : String(holidays ?? ''),
  }
}
