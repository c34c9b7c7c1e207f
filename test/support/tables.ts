import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Cell, Matrix } from '../../shared/values'
import type { CaseCell } from '../hosts/cases'

const root = join(__dirname, '..', '..')

/** One of the project's own sample tables, as the cells of a range; its dates as `{ date }`. */
export function sampleTable(name: 'leads' | 'deals' | 'costs'): CaseCell[][] {
  return readTable(join(root, 'templates', 'sample', `${name}.csv`))
}

/** A clean CSV with ISO dates. */
export function readTable(path: string): CaseCell[][] {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').trim())
  return data.map((row, index) => row.map(text => (index === 0 ? text : cellOf(text))))
}

function cellOf(text: string): CaseCell {
  if (text === '') return null
  if (/^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(text)) return { date: text }
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE'
  return /^-?\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text
}

/** What the core is handed for a case's cell: dates as serials. */
export function coreCell(cell: CaseCell): Cell {
  return typeof cell === 'object' && cell !== null && 'date' in cell ? serial(cell.date) : cell
}

export function coreMatrix(rows: readonly (readonly CaseCell[])[]): Matrix {
  return rows.map(row => row.map(coreCell))
}

/** `2026-01-05 09:30` as the days since 1899-12-30. */
export function serial(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ')
  return Date.parse(`${date}T${time}Z`) / 86_400_000 + 25_569
}
