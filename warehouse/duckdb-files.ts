import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { DateOrder } from '../command-line/csv-file'
import { readXlsxFile } from '../command-line/xlsx-file'
import { momentText } from '../shared/definitions/row'
import { duckdb as dialect } from '../shared/renderings/sql-tables/dialects/duckdb'
import { columnCalled } from '../shared/tables/headers'
import { recogniseTable } from '../shared/tables/recognise'
import type { TableName } from '../shared/tables/schema'
import { schemas } from '../shared/tables/schemas'
import { type Cell, isCellError, type Matrix } from '../shared/values'
import { Refused } from '../shared/workbook/steps'
import type { Engine } from './engine'

/** A file as DuckDB reads it. */
export interface TableFile {
  readonly select: string
  readonly columns: readonly string[]
  /** An expression that numbers its rows from above. */
  readonly rowNumber: string
  /** Whether each column stands by itself. */
  readonly isColumnar: boolean
}

interface Reading {
  /** For what is written on the way. */
  readonly folder: string
  readonly order: DateOrder | undefined
  readonly query: Engine['query']
}

/** A Parquet file (or many: `leads/*.parquet`), CSV, or the sheet of a workbook that holds the table. */
export async function readTableFile(name: TableName, path: string, reading: Reading): Promise<TableFile> {
  if (!path.includes('*')) {
    await access(path).catch(() => {
      throw new Refused(`There is no file ${path}.`)
    })
  }
  if (/\.xlsx$/i.test(path)) {
    const csv = join(reading.folder, `${name}.csv`)
    await writeFile(csv, Papa.unparse((await sheetOf(name, path)) as unknown[][], { newline: '\n' }))
    return ofCsv(name, csv, reading)
  }
  if (/\.(csv|tsv|txt)(\.gz)?$/i.test(path)) return ofCsv(name, path, reading)
  if (!/\.(parquet|parq)$/i.test(path) && !path.includes('*'))
    throw new Refused(`${path} is none of Parquet, CSV and xlsx, by the end of its name.`)
  const select = `select *, file_index, file_row_number from read_parquet(${dialect.text(path)})`
  const columns = await columnsOf(`select * from read_parquet(${dialect.text(path)})`, reading.query)
  return { select, columns, rowNumber: '(file_index::bigint << 40) + file_row_number', isColumnar: true }
}

/** Every cell is text at first, so that no number loses a digit and no date is guessed at. */
async function ofCsv(name: TableName, path: string, { order, query }: Reading): Promise<TableFile> {
  const from = `read_csv(${dialect.text(path)}, all_varchar = true, header = true)`
  const columns = await columnsOf(`select * from ${from}`, query)
  const dates = columns.filter(column => {
    const called = columnCalled(schemas[name], column)
    return called !== undefined && schemas[name].columns[called]?.type === 'date'
  })
  const id = dialect.identifier
  const read = order === undefined ? [] : dates.map(column => `${dayIn(id(column), order)} as ${id(column)}`)
  const select = `select * ${read.length === 0 ? '' : `replace (${read.join(', ')})`} from ${from}`
  return { select, columns, rowNumber: 'row_number() over ()', isColumnar: false }
}

async function columnsOf(select: string, query: Engine['query']): Promise<readonly string[]> {
  const described = (await query(`describe ${select}`)) as readonly { column_name: string }[]
  return described.map(column => column.column_name)
}

/** A text as a moment; what is none is left for the cast to complain about. */
function dayIn(column: string, order: DateOrder): string {
  const dates = order === 'day first' ? ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y'] : ['%m/%d/%Y', '%m-%d-%Y']
  const formats = dates.flatMap(date =>
    ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p'].map(time => `'${date}${time}'`),
  )
  return `coalesce(try_cast(${column} as timestamp), try_strptime(${column}, [${formats.join(', ')}]), cast(${column} as timestamp))`
}

/** The range named after the table, else the one sheet whose headers are the table's. */
async function sheetOf(name: TableName, path: string): Promise<Matrix> {
  const { sheets, names } = await readXlsxFile(path, await readFile(path))
  const area = names[name.toUpperCase()]
  const named =
    area &&
    sheets
      .get(area.sheet)
      ?.values.slice(area.top, area.bottom + 1)
      .map(row => row.slice(area.left, area.right + 1))
  const found = [...sheets.values()].filter(({ values }) => recogniseTable(values[0] ?? []) === name)
  if (named === undefined && found.length !== 1)
    throw new Refused(
      `${path} has ${found.length === 0 ? 'no sheet' : 'several sheets'} with the table ${name}: name its range ${name.toUpperCase()}.`,
    )
  const rows = named ?? found[0]?.values ?? []
  const dates = (rows[0] ?? []).map(header => {
    const called = columnCalled(schemas[name], String(header))
    return called !== undefined && schemas[name].columns[called]?.type === 'date'
  })
  return rows.map((row, at) =>
    row.map((cell, column) => (at === 0 ? cell : written(cell, dates[column] ?? false))),
  )
}

function written(cell: Cell, isDate: boolean): Cell {
  if (isCellError(cell)) return cell.error
  return isDate && typeof cell === 'number' ? momentText(cell) : cell
}
