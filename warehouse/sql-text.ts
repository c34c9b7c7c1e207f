import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { usualName } from '../shared/renderings/sql-tables/asked-of-tables'
import type { DialectName } from '../shared/renderings/sql-tables/dialects/index'
import { type Mapping, type TableMapping, tablePath } from '../shared/renderings/sql-tables/mapping'
import type { TableName } from '../shared/tables/schema'
import { schemas } from '../shared/tables/schemas'
import { isCellError } from '../shared/values'
import { Refused } from '../shared/workbook/steps'

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
    const table = tablePath(path)
    if (isCellError(table)) throw new Refused(table.reason)
    const own = (table[table.length - 1] as string).toLowerCase()
    const columns = listed?.get(own) ?? (listed ? [] : ourNames(name, dialect))
    if (columns.length === 0) throw new Refused(`${columnsFile} lists no column of the table ${own}.`)
    mapping[name] = { table, columns: Object.fromEntries(columns.map(column => [column, column])) }
  }
  return mapping
}

function ourNames(name: TableName, dialect: DialectName): readonly string[] {
  return Object.keys(schemas[name].columns).map(column => usualName(column, dialect))
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
