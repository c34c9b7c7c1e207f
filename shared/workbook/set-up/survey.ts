import { latestOf } from '../../definitions/governing'
import { builtInTerms } from '../../definitions/terms'
import { events, latestEvent } from '../../tables/latest-event'
import { contextOf } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import { openTable, type Table } from '../../tables/table'
import { isCellError, type Matrix } from '../../values'
import { type Area, cellAt } from '../area'
import { type Governance, governance } from '../definitions/governance'
import { unratified } from '../definitions/term-states'
import { tableNames } from '../definitions/workbook-tables'
import { valueTold } from '../formulas/values-told'
import type { ChosenTable, Survey } from '../questions'
import { type Block, read, type Steps } from '../steps'
import { foundTable } from './found-table'
import { type LocatedTable, locatedTables } from './located-table'

/** What the workbook holds and what it lacks. No sheet is read whole to find its headers. */
export function* survey({ chosen = [] }: { readonly chosen?: readonly ChosenTable[] }): Steps<Survey> {
  const governed = yield* governance()
  const { overview, set } = governed
  const { names } = overview
  const own = ['DEFINITIONS', 'LOCKS', 'SNAPSHOT', 'SCORECARD'].flatMap(name => names[name] ?? [])
  const located = yield* locatedTables(overview, own, chosen)
  const there = new Set(located.map(({ table }) => table))
  return {
    locale: overview.locale,
    tables: located.map(table => foundTable(table, located, overview)),
    absent: tableNames.filter(table => !there.has(table)).map(absent),
    definitions: definitionsState(governed),
    asOf: yield* asOfCell(names.AS_OF),
    latest: yield* latestDay(located, { ...builtInTerms, ...latestOf(set.rows) }),
    scorecard: names.SCORECARD,
  }
}

function absent(table: TableName): Survey['absent'][number] {
  const { columns, row } = schemas[table]
  return {
    table,
    about: `One row per ${row}.`,
    needs: Object.keys(columns).filter(name => columns[name]?.key),
  }
}

function definitionsState({
  overview,
  definitions,
  locked,
  set,
  problem,
}: Governance): Survey['definitions'] {
  const area = definitions?.area
  if (problem) {
    const first = cellAt(overview.sheets[0]?.name ?? '', 0, 0)
    return { state: 'broken', area: area ?? locked?.area ?? first, reason: problem.reason }
  }
  if (!area) return { state: 'missing' }
  return { state: 'there', area, version: set.version, unratified: unratified(set) }
}

function* asOfCell(area: Area | undefined): Steps<Survey['asOf']> {
  if (!area) return undefined
  const cell = { ...area, bottom: area.top, right: area.left }
  const [block] = yield* read([cell])
  return { area: cell, value: valueTold(block?.values[0]?.[0], 'date') }
}

/** The last day on which one of the tables records something, as METRIC takes it where as_of is blank. */
function* latestDay(
  located: readonly LocatedTable[],
  terms: Parameters<typeof contextOf>[1],
): Steps<number | undefined> {
  const wanted = located.flatMap(one =>
    one.table ? [{ ...one, places: recordingPlaces(one, one.table) }] : [],
  )
  const blocks = yield* read(
    wanted.flatMap(({ area, places }) =>
      places.map(place => ({ ...area, left: area.left + place, right: area.left + place })),
    ),
  )
  let next = 0
  const tables = new Map<TableName, Table>()
  for (const { table, columns, places } of wanted) {
    const own = places.map(() => blocks[next++] as Block)
    const headers = places.map(place => columns[place]?.column ?? '')
    const opened = openTable(sideBySide(headers, own), 1, table)
    if (table && !isCellError(opened) && !tables.has(table)) tables.set(table, opened)
  }
  return latestEvent(contextOf(tables, terms, undefined)) || undefined
}

/** What tells an open deal from one that has closed. */
const closings = ['closed_at', 'stage', 'is_closed', 'is_won', 'reason']

/** The columns by which a table is recognised and says when something happened. */
function recordingPlaces({ columns }: LocatedTable, table: TableName): readonly number[] {
  const keys = Object.entries(schemas[table].columns).flatMap(([column, { key }]) => (key ? [column] : []))
  const known = [...keys, ...(events[table] ?? []), ...(table === 'deals' ? closings : [])]
  return columns.flatMap(({ column, place }) => (column && known.includes(column) ? [place] : []))
}

function sideBySide(headers: readonly string[], blocks: readonly Block[]): Matrix {
  const length = Math.max(1, ...blocks.map(({ values }) => values.length))
  const rows = Array.from({ length: length - 1 }, (_, row) =>
    blocks.map(({ values }) => values[row + 1]?.[0] ?? null),
  )
  return [headers, ...rows]
}
