import { helpers } from '@odoo/o-spreadsheet'
import type { CsvTable } from './open-csv'
import { tableRange, tableSheet, type WorkbookData } from './table-sheet'

export interface Placement {
  readonly sheetId: string
  readonly sheetName: string
  readonly rangeName: string
  /** What the name stood for before, where it was taken over. */
  readonly formerRange?: string
}

/** More cells than this and the page stops answering for minutes, or the browser gives up. */
export const mostCells = 2_000_000

/** Adds a table as a sheet of its own, under a bounded named range. Nothing that is there is written over. */
export function placeTable(
  data: WorkbookData,
  fileName: string,
  table: CsvTable,
  rangeName: string,
): Placement {
  const title = fileName.replace(/\.[^.]*$/, '')
  const sheetName = freeSheetName(data, title)
  const sheetId = new helpers.UuidGenerator().uuidv4()
  data.sheets.push(tableSheet(data, sheetId, sheetName, table))
  const known = findName(data, rangeName)
  const formerRange = known && data.namedRanges[known]
  const range = `${quoteSheet(sheetName)}!${tableRange(table.columns.length, table.rowCount)}`
  data.namedRanges[known ?? rangeName] = range
  return { sheetId, sheetName, rangeName: known ?? rangeName, ...(formerRange && { formerRange }) }
}

/** A name as the workbook spells it; names do not tell capitals from small letters. */
export function findName(data: WorkbookData, name: string): string | undefined {
  return Object.keys(data.namedRanges).find(known => known.toLowerCase() === name.toLowerCase())
}

/** A range name made of a file's name, and of no name that is taken: `Q1 export (2).csv` becomes `Q1_EXPORT_2`. */
export function rangeNameFor(data: WorkbookData, fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/[A-Z0-9]+/g)
  const stem = words?.join('_').slice(0, 60) ?? 'TABLE'
  // Q1 or A2024 would be read as a cell, 2024 as a number.
  const base = /^[A-Z]{1,3}\d+$|^\d|^[RC]\d*$|^(TRUE|FALSE)$/.test(stem) ? `TABLE_${stem}` : stem
  return firstFree(base, name => findName(data, name) !== undefined, '_')
}

function freeSheetName(data: WorkbookData, title: string): string {
  // Excel allows 31 characters, none of these, and no quote at either end.
  const clean = title
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
    .slice(0, 26)
  const taken = new Set(data.sheets.map(sheet => sheet.name.toLowerCase()))
  return firstFree(clean || 'Table', name => taken.has(name.toLowerCase()), ' ')
}

function firstFree(base: string, isTaken: (name: string) => boolean, separator: string): string {
  if (!isTaken(base)) return base
  let number = 2
  while (isTaken(`${base}${separator}${number}`)) number += 1
  return `${base}${separator}${number}`
}

export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`
}
