import type { RowSource } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import { baseSelect, kept } from './base'
import { creditDepth, creditRows } from './credits'
import type { TableMapping } from './mapping'
import { lastLayer, layerName, ownDepth, refusalName, rowsWith, type SourceWriter } from './source'
import { type Column, type Frame, type State, type Statement, sourceIn } from './state'

/** A part of the statement, with where in the order of their dependence it stands. */
export interface Layer {
  readonly depth: number
  readonly sql: string
}

/** The tables themselves, with the columns that are read. */
export function baseLayers({ bases, mapping, dialect }: Statement): readonly Layer[] {
  return [...bases].map(([table, columns]) => ({
    depth: 0,
    sql: baseSelect(table, columns, mapping[table] as TableMapping, dialect),
  }))
}

/** Everything that is the same in all periods, of every source of one state. */
export function rowLayers(state: State): readonly Layer[] {
  const layers = [...state.sources.values()].flatMap(writer => {
    const isCredits = writer.source === 'credits'
    const first = isCredits ? creditDepth : 0
    return [
      ...(isCredits ? [{ depth: creditDepth, sql: creditRows(state) }] : []),
      ...depthsOf(writer).map((depth, index, all) => {
        const columns = [...writer.columns.values()].filter(
          column => !column.isOfPeriod && column.depth === depth,
        )
        const from = nameAt(all[index - 1] ?? first, writer)
        const keeps = depth < ownDepth ? kept(state.mapping[writer.source as TableName]) : ''
        return { depth, sql: layer(nameAt(depth, writer), columns, from, state, keeps) }
      }),
    ]
  })
  return state.latest ? [state.latest, ...layers] : layers
}

function nameAt(depth: number, { source, state }: SourceWriter): string {
  return layerName(source, depth, state)
}

/** All depths at which there are columns, and that of what rows say by themselves. */
function depthsOf({ columns, source, state }: SourceWriter): readonly number[] {
  const depths = [...columns.values()].filter(({ isOfPeriod }) => !isOfPeriod).map(({ depth }) => depth)
  const own = state.bases.has(source as TableName) ? [ownDepth] : []
  return [...new Set([...depths, ...own])].sort((a, b) => a - b)
}

/** What of some columns depends on the period, and what that is read from. */
function reached(needed: Iterable<Column>): readonly Column[] {
  const found = new Set<Column>()
  const collect = (column: Column): void => {
    if (found.has(column)) return
    found.add(column)
    if (column.isOfPeriod) for (const used of column.uses) collect(used)
  }
  for (const column of needed) collect(column)
  return [...found]
}

/** The rows of a source with all that is needed of them before they are put into periods. */
export function rowsBefore({ uses, isOfText }: Frame, source: RowSource, state: State): string {
  const { columns } = sourceIn(state, source)
  const needed = reached(uses).filter(column => !column.isOfPeriod && columns.get(column.name) === column)
  const depth = Math.max(0, ...needed.map(column => column.depth))
  return source === 'credits' || depth > ownDepth
    ? lastLayer(source, state)
    : rowsWith({ depth, isOfText }, source, state)
}

/** What depends on the period, once the rows are in periods. */
export function periodLayers(
  entry: string,
  needed: Iterable<Column>,
  state: State,
): { readonly layers: readonly string[]; readonly last: string } {
  const columns = reached(needed).filter(({ isOfPeriod }) => isOfPeriod)
  const depths = [...new Set(columns.map(({ depth }) => depth))].sort((a, b) => a - b)
  let last = entry
  const layers = depths.map(depth => {
    const own = columns.filter(column => column.depth === depth)
    const sql = layer(`${entry}__${depth}`, own, last, state)
    last = `${entry}__${depth}`
    return sql
  })
  return { layers, last }
}

function layer(
  name: string,
  columns: readonly Column[],
  from: string,
  { dialect: { identifier } }: State,
  keeps = '',
): string {
  const listed = columns.flatMap(column => [
    `${column.sql} as ${identifier(column.name)}`,
    ...(column.refused === undefined ? [] : [`${column.refused} as ${identifier(refusalName(column.name))}`]),
  ])
  const joins = columns.flatMap(column => column.joins).map(join => ` ${join}`)
  // Through a window DuckDB carries all columns of a table that it keeps, but of a query only those that are needed.
  const rows = `(select * from ${identifier(from)})`
  return `${identifier(name)} as ${keeps}(select ${['b.*', ...listed].join(', ')} from ${rows} as b${joins.join('')})`
}
