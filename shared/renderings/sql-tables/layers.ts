import { baseSelect } from './base'
import { creditDepth, creditRows } from './credits'
import type { TableMapping } from './mapping'
import { layerName, refusalName, type SourceWriter } from './source'
import type { Column, State, Statement } from './state'

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
  const layers = [...state.sources.values()].flatMap(writer => [
    ...(writer.source === 'credits' ? [{ depth: creditDepth, sql: creditRows(state) }] : []),
    ...depthsOf(writer).map((depth, index, all) => {
      const before = all[index - 1] ?? (writer.source === 'credits' ? creditDepth : 0)
      const columns = [...writer.columns.values()].filter(
        column => !column.isOfPeriod && column.depth === depth,
      )
      const from = state.dialect.identifier(layerName(writer.source, before, state))
      return { depth, sql: layer(layerName(writer.source, depth, state), columns, from, state) }
    }),
  ])
  return state.latest ? [state.latest, ...layers] : layers
}

export function depthsOf({ columns }: SourceWriter): readonly number[] {
  const depths = [...columns.values()].filter(({ isOfPeriod }) => !isOfPeriod).map(({ depth }) => depth)
  return [...new Set(depths)].sort((a, b) => a - b)
}

/** What depends on the period, once the rows are in periods. */
export function periodLayers(
  entry: string,
  needed: Iterable<Column>,
  state: State,
): { readonly layers: readonly string[]; readonly last: string } {
  const columns = new Set<Column>()
  const collect = (column: Column): void => {
    if (!column.isOfPeriod || columns.has(column)) return
    columns.add(column)
    for (const used of column.uses) collect(used)
  }
  for (const column of needed) collect(column)
  const depths = [...new Set([...columns].map(({ depth }) => depth))].sort((a, b) => a - b)
  let last = entry
  const layers = depths.map(depth => {
    const own = [...columns].filter(column => column.depth === depth)
    const sql = layer(`${entry}__${depth}`, own, state.dialect.identifier(last), state)
    last = `${entry}__${depth}`
    return sql
  })
  return { layers, last }
}

function layer(name: string, columns: readonly Column[], from: string, { dialect }: State): string {
  const { identifier } = dialect
  const listed = columns.flatMap(column => [
    `${column.sql} as ${identifier(column.name)}`,
    ...(column.refused === undefined ? [] : [`${column.refused} as ${identifier(refusalName(column.name))}`]),
  ])
  const joins = columns.flatMap(column => column.joins).map(join => ` ${join}`)
  return `${identifier(name)} as (select b.*, ${listed.join(', ')} from ${from} as b${joins.join('')})`
}
