import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { setHash } from '../shared/definitions/export'
import type { DialectName } from '../shared/renderings/sql-tables/dialects/index'
import type { Mapping, TableMapping } from '../shared/renderings/sql-tables/mapping'
import type { Placed } from '../shared/renderings/sql-tables/pass'
import type { TableName } from '../shared/tables/schema'
import { schemas } from '../shared/tables/schemas'
import { Refused } from '../shared/workbook/steps'
import type { Agreed } from './definitions-file'
import type { NamedPeriod } from './periods'

/**
 * Tables of a database that cannot be looked into: their columns have our names, or are those that a file lists, as
 * `select table_name, column_name from information_schema.columns` gives them.
 */
export async function mappingOf(
  tables: Partial<Record<TableName, string>>,
  columnsFile: string | undefined,
  dialect: DialectName,
): Promise<Mapping> {
  const listed = columnsFile === undefined ? undefined : await columnsIn(columnsFile)
  const mapping: Partial<Record<TableName, TableMapping>> = {}
  for (const [name, path] of Object.entries(tables) as [TableName, string][]) {
    const table = path.split('.')
    const own = (table[table.length - 1] as string).toLowerCase()
    const columns = listed?.get(own) ?? (listed ? [] : ourNames(name, dialect))
    if (columns.length === 0) throw new Refused(`${columnsFile} lists no column of the table ${own}.`)
    mapping[name] = { table, columns: Object.fromEntries(columns.map(column => [column, column])) }
  }
  return mapping
}

/** What nobody has quoted stands in Snowflake in capitals. */
function ourNames(name: TableName, dialect: DialectName): readonly string[] {
  const names = Object.keys(schemas[name].columns)
  return dialect === 'snowflake' ? names.map(column => column.toUpperCase()) : names
}

async function columnsIn(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refused(`There is no file ${path}.`)
  })
  const { data } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    transformHeader: header => header.trim().toLowerCase(),
  })
  const found = new Map<string, string[]>()
  for (const { table_name: table, column_name: column } of data) {
    if (table === undefined || column === undefined)
      throw new Refused(`${path} needs the columns table_name and column_name.`)
    found.set(table.toLowerCase(), [...(found.get(table.toLowerCase()) ?? []), column])
  }
  return found
}

/** What a statement counts, by which definitions, and what the numbers in its answer stand for. */
export function comments(
  metrics: readonly string[],
  { name, definitions }: Agreed,
  periods: readonly NamedPeriod[],
  measures: readonly Placed[],
  dialect: DialectName,
): string {
  const version =
    definitions.version === 0
      ? 'built in, which nobody has approved'
      : `“${name}”, version ${definitions.version}, hash ${setHash(definitions.rows)}`
  const lines = [
    `${metrics.join(', ')}, for ${dialect}`,
    `Definitions: ${version}`,
    'The parts of each metric are exact; sum is text with all its digits. Each measure is:',
    ...measures.map(({ place, measure }) => `  ${place}: ${said(measure)}`),
    ...(periods.length > 1
      ? [`The periods are, from 0: ${periods.map(period => period.name).join(', ')}`]
      : []),
  ]
  return lines.map(line => `-- ${line.replace(/[\r\n\u2028\u2029]+/g, ' ')}`).join('\n')
}

function said({ from, rows, value, distinct, at }: Placed['measure']): string {
  const what = value ?? (distinct === undefined ? 'rows' : `different ${distinct}`)
  return `${what} of ${from} where ${rows}${at === undefined ? '' : `, by ${at}`}`
}
