import { normalised } from '../../tables/headers'
import { schemas } from '../../tables/schemas'
import { isBlank } from '../../values'
import { type Area, addressText } from '../area'
import { rangeName } from '../definitions/workbook-tables'
import type { FoundTable } from '../questions'
import type { Overview } from '../steps'
import type { LocatedTable } from './located-table'

/** A table as set-up shows it. */
export function foundTable(
  located: LocatedTable,
  all: readonly LocatedTable[],
  { names }: Overview,
): FoundTable {
  const { area, table, fitting, columns } = located
  const name = table ? rangeName(table) : ''
  const twin = table && all.find(other => other.table === table && other !== located)
  const bearer = names[name]
  const naming = namingOf(area, bearer, all.indexOf(located) > (twin ? all.indexOf(twin) : all.length))
  const named = naming === 'named' && bearer ? bearer : area
  return {
    ...{ area: named, table, fitting, rows: area.bottom - area.top, columns, missing: missingOf(located) },
    ...{
      name,
      naming,
      warnings: warningsOf(located, naming === 'taken' ? (twin?.area ?? bearer) : undefined),
    },
  }
}

/** What giving the name would do. One that reaches beyond the table is left as it is. */
function namingOf(area: Area, bearer: Area | undefined, isSecond: boolean): FoundTable['naming'] {
  const begins = bearer?.sheet === area.sheet && bearer.top === area.top && bearer.left === area.left
  if (bearer && begins) return bearer.bottom >= area.bottom && bearer.right >= area.right ? 'named' : 'grown'
  return bearer || isSecond ? 'taken' : 'new'
}

/** Key columns, then those without which some metric cannot be computed; a guess has not been found yet. */
function missingOf({ table, columns }: LocatedTable): FoundTable['missing'] {
  if (!table) return []
  const sure = new Set(columns.map(({ how, column }) => (how === 'guess' ? undefined : column)))
  const guessed = new Set(columns.map(({ column }) => column))
  const missing = Object.entries(schemas[table].columns)
    .filter(([column, { optional }]) => !sure.has(column) && (!optional || guessed.has(column)))
    .map(([column, { key = false }]) => ({ column, key }))
  return [...missing.filter(({ key }) => key), ...missing.filter(({ key }) => !key)]
}

/** Excel on the web hands no more than 5 MB to a call: some 25,000 rows by 12 columns. */
const mostCells = 25_000 * 12

function warningsOf(located: LocatedTable, other: Area | undefined): readonly string[] {
  const { area, table, headers } = located
  const [rows, columns] = [area.bottom - area.top, area.right - area.left + 1]
  return [
    ...(other && table
      ? [
          `${rangeName(table)} is ${addressText(other)}: a workbook has one table of each kind. Put the rows into one, or remove the name there.`,
        ]
      : []),
    ...(table ? doubleColumns(located) : []),
    ...alikeHeaders(headers),
    ...(rows * columns > mostCells
      ? [
          `${rows} rows by ${columns} columns come near the 5 MB that Excel hands to a formula: leave out columns that no metric uses, or move older rows to an archive.`,
        ]
      : []),
    ...textDates(located),
  ]
}

function doubleColumns({ table, columns }: LocatedTable): readonly string[] {
  if (!table) return []
  return Object.keys(schemas[table].columns).flatMap(column => {
    const headers = columns.filter(one => one.column === column).map(({ header }) => `“${header}”`)
    return headers.length > 1 ? [`${headers.join(' and ')} both mean ${column}: rename or remove one.`] : []
  })
}

function alikeHeaders(headers: LocatedTable['headers']): readonly string[] {
  const names = headers.map(normalised)
  const alike = headers.filter((header, place) => {
    return !isBlank(header) && names[place] !== '' && names.indexOf(names[place] as string) < place
  })
  return [...new Set(alike.map(String))].map(header => `Two columns are headed “${header}”: rename one.`)
}

function textDates({ table, columns, body }: LocatedTable): readonly string[] {
  if (!table) return []
  return columns.flatMap(({ column, place, header }) => {
    if (column === undefined || schemas[table].columns[column]?.type !== 'date') return []
    const isText = body.some(row => typeof row[place] === 'string' && String(row[place]).trim() !== '')
    return isText
      ? [`“${header}” holds dates as text: turn the column into dates, or it cannot be read.`]
      : []
  })
}
