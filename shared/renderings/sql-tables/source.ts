import { treeOf } from '../../formula/trees'
import { rulesOf } from '../../tables/row-rules/index'
import type { RowSource, Rows } from '../../tables/rows'
import type { Schema, TableName } from '../../tables/schema'
import { baseName, orderColumn, tableColumn, tableKey } from './base'
import { creditColumn, creditDepth, creditKey } from './credits'
import { sqlColumns } from './derived/index'
import { type SqlScope, type Written, write } from './expression'
import { momentNamed } from './moments'
import { foldingScope, settle } from './settle'
import { type Column, type Frame, note, noting, type State, sourceIn } from './state'

/**
 * Layers up to here hold what a row says by itself; those above look at other rows too, which takes far longer. So all
 * that needs no more reads this one: it is computed once, and little of it is kept.
 */
export const ownDepth = 100

/** Writes what is read of the rows of one source, and remembers the columns that this takes. */
export interface SourceWriter extends SqlScope {
  readonly source: RowSource
  readonly state: State
  readonly schema: Schema
  /** The same rows in the core, without a row: what columns there are. */
  readonly rows: Rows
  /** All columns that were asked for so far. */
  readonly columns: ReadonlyMap<string, Column>
  /** An expression over columns, derived columns, rules and definition terms. */
  readonly read: (expression: string) => Written
  /** A column as questions name it, to filter or divide by. */
  readonly key: (name: string) => Written
  readonly has: (column: string) => boolean
  /** Tells which of two rows stands above the other. */
  readonly row: () => string
  /** Puts a table beside the rows while a column is written; gives the name under which it is read. */
  readonly join: (select: string, on: (alias: string) => string) => string
  /** The other source's rows as a table that has these columns. */
  readonly lookInto: (source: RowSource, columns: readonly string[]) => string
  /** A bound of the period that the row is asked for. */
  readonly period: (bound: 'from' | 'to') => string
  readonly other: (source: RowSource) => SourceWriter
}

export function sourceWriter(source: RowSource, state: State): SourceWriter {
  const { context, dialect } = state
  const rows = context.rows(source)
  const rules = rulesOf(source)
  const columns = new Map<string, Column>()
  const folding = foldingScope(source, rules, context)
  let joined = 0
  const settledRead = (expression: string): Written => write(settle(treeOf(expression), folding), writer)

  const columnOf = (name: string, form: () => Written): Written => {
    let column = columns.get(name)
    if (!column) {
      const { made, frame } = noting(state, form)
      // What no row decides needs no column.
      if (frame.uses.size === 0 && frame.joins.length === 0 && frame.depth === 0 && isLiteral(made.sql))
        return made
      const { isOfPeriod, isOfText, joins } = frame
      const depth = 1 + (isAcrossRows(made) ? Math.max(frame.depth, ownDepth) : frame.depth)
      column = { ...made, name, depth, isOfPeriod, isOfText, joins, uses: [...frame.uses] }
      columns.set(name, column)
    }
    note(state, { ...column, column })
    return {
      sql: dialect.identifier(name),
      type: column.type,
      refused: column.refused && dialect.identifier(refusalName(name)),
    }
  }

  const writer: SourceWriter = {
    source,
    state,
    schema: rows.schema,
    rows,
    dialect,
    columns,
    terms: context.terms,
    set: name => folding.set(name),
    read: settledRead,
    has: rows.has,
    row: () => orderColumn(writer),
    name: name => {
      if (name === '__row') return { sql: orderColumn(writer), type: 'number' }
      const rule = rules[name]
      if (rule !== undefined) return columnOf(name, () => settledRead(rule))
      const form = sqlColumns[source]?.[name]
      if (form) return columnOf(name, () => form(writer))
      const own = source === 'credits' ? creditColumn(name, writer) : tableColumn(name, writer)
      if (own) return own
      const moment = momentNamed(name, state)
      if (moment) return moment
      const term = context.terms[name]
      if (typeof term === 'object' || term === undefined)
        throw new RangeError(`${source} knows no ${name} in SQL`)
      return typeof term === 'string'
        ? { sql: dialect.text(term), type: 'text' }
        : { sql: String(term), type: typeof term === 'number' ? 'number' : 'flag' }
    },
    key: name => (source === 'credits' ? creditKey(name, writer) : tableKey(name, writer)),
    join: (select, on) => {
      const alias = `j${++joined}`
      state.frames[state.frames.length - 1]?.joins.push(`left join ${select} as ${alias} on ${on(alias)}`)
      return alias
    },
    lookInto: (other, names) => {
      const { frame } = noting(state, () => {
        for (const name of names) sourceIn(state, other).name(name)
      })
      const depth = Math.max(frame.depth, ownDepth)
      note(state, { depth, isOfPeriod: false })
      return dialect.identifier(layerName(other, depth, state))
    },
    period: bound => (momentNamed(`period_${bound}`, state) as Written).sql,
    other: other => sourceIn(state, other),
  }
  return writer
}

export function refusalName(column: string): string {
  return `${column}__refused`
}

/** The rows of a source with all columns that are the same in every period. */
export function lastLayer(source: RowSource, state: State): string {
  const depths = [...sourceIn(state, source).columns.values()]
    .filter(({ isOfPeriod, depth }) => !isOfPeriod && (source === 'credits' || depth < creditDepth))
    .map(({ depth }) => depth)
  const base = source === 'credits' ? creditDepth : ownDepth
  return state.dialect.identifier(layerName(source, Math.max(base, ...depths), state))
}

/** The rows of a source with what is needed of them. */
export function rowsWith(
  { depth, isOfText }: Pick<Frame, 'depth' | 'isOfText'>,
  source: RowSource,
  state: State,
): string {
  const isReadAgain = state.mapping[source as TableName]?.isColumnar && !isOfText
  return state.dialect.identifier(layerName(source, isReadAgain ? depth : Math.max(depth, ownDepth), state))
}

/** The name of the rows of a source with all columns up to a depth. */
export function layerName(source: RowSource, depth: number, { suffix }: State): string {
  if (depth === 0) return baseName(source)
  return `${source}${suffix}__${depth === ownDepth ? 'own' : depth}`
}

/** Where the text of a definition looks as if, nothing is lost but time. */
function isAcrossRows({ sql, refused = '' }: Written): boolean {
  return `${sql} ${refused}`.includes(' over (')
}

export function isLiteral(sql: string): boolean {
  return /^(true|false|null|-?\d+(\.\d+)?|'[^']*')$/.test(sql)
}
