import type { Area } from '../area'
import type { Content, Edit, Look, Overview } from '../steps'
import { type RecordName, records } from './record-table'

/** A sheet that is to be made for a table of records. */
export interface RecordSheet {
  /** What the name will cover. */
  readonly area: Area
  /** The name comes last, so that it never points at a table that is half there. */
  readonly edits: readonly Edit[]
}

/** Blank rows within the name: what is recorded later falls into it at once. Formulas are handed them all. */
const spareRows: Readonly<Record<RecordName, number>> = { DEFINITIONS: 100, LOCKS: 40, SNAPSHOT: 0 }

const widths: Readonly<Record<string, number>> = {
  ...{ term: 30, value: 36, effective_from: 14, version: 8, status: 11, kind: 11, reason: 40 },
  ...{ changed_by: 18, recorded_at: 17, hash: 12, meaning: 70 },
  ...{ period: 12, from: 12, to: 12, as_of: 12, locked_by: 18 },
  ...{ metric: 30, segment: 20, checksum: 20, rows: 24 },
}

const formats: Readonly<Record<string, Look['format']>> = {
  ...{ effective_from: 'date', from: 'date', to: 'date', as_of: 'date', recorded_at: 'moment' },
}

/** How the cells of each column look: dates as dates, what is written in sentences wrapped. */
export function columnLook(column: string): Look | undefined {
  if (column === 'reason' || column === 'value' || column === 'meaning') return { wrap: true }
  return formats[column] && { format: formats[column] }
}

/**
 * A new sheet with a table of records, its header first.
 * @param meanings a note beside each row, outside the table
 */
export function recordSheet(
  overview: Overview,
  name: RecordName,
  rows: readonly (readonly Content[])[],
  meanings: readonly string[] = [],
): RecordSheet {
  const sheet = freeName(overview, records[name].sheet)
  const isThere = overview.sheets.some(other => other.name === sheet)
  const columns = Object.keys(records[name].columns)
  const headers = meanings.length > 0 ? [...columns, 'meaning'] : columns
  const bottom = rows.length + spareRows[name]
  const area = { sheet, top: 0, left: 0, bottom, right: columns.length - 1 }
  const beside = (row: number) => (meanings.length > 0 ? [meanings[row] ?? null] : [])
  const cells = [headers, ...rows.map((row, index) => [...row, ...beside(index)])]
  const looks = headers.flatMap((column, place): Edit[] => {
    const look = columnLook(column)
    return look
      ? [{ do: 'look', area: { ...area, top: 1, bottom: bottom + 1, left: place, right: place }, look }]
      : []
  })
  const right = headers.length - 1
  return {
    area,
    edits: [
      ...(isThere ? [] : [{ do: 'add sheet', sheet } as const]),
      { do: 'write', area: { ...area, bottom: rows.length, right }, cells },
      ...looks,
      { do: 'look', area: { ...area, bottom: 0, right }, look: { weight: 'header' } },
      { do: 'widths', sheet, letters: headers.map(header => widths[header] ?? 12) },
      { do: 'name', name, area },
    ],
  }
}

/** `Definitions`, or `Definitions 2` where that is taken by a sheet that holds something. */
export function freeName({ sheets }: Overview, wanted: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? wanted : `${wanted} ${number}`
    const other = sheets.find(({ name }) => name.toLowerCase() === free.toLowerCase())
    if (!other) return free
    if (other.rows === 0 && !other.guarded) return other.name
  }
}
