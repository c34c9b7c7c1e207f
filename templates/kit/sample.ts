import { builtInTerms } from '../../shared/definitions/terms'
import { serialOfText } from '../../shared/formula/calendar'
import { type Area, sheetText } from '../../shared/workbook/area'
import type { Choices, Dress } from '../../shared/workbook/dress'
import type { Content, Edit, Look } from '../../shared/workbook/steps'

/** The texts of the CSV files of `templates/sample`, by their names without `.csv`; the host brings them. */
export type Samples = (file: string) => string

type Rows = readonly (readonly (string | number | boolean | null)[])[]

/** Several files of one kind as one table: rows below each other, a column that a file lacks left blank. */
export function sampleTable(samples: Samples, files: readonly string[]): Rows {
  const tables = files.map(file =>
    samples(file)
      .trim()
      .split(/\r?\n/)
      .map(line => line.split(',')),
  )
  const headers = [...new Set(tables.flatMap(([header = []]) => header))]
  return [
    headers,
    ...tables.flatMap(([header = [], ...rows]) =>
      rows.map(row => headers.map(name => cellOf(row[header.indexOf(name)] ?? ''))),
    ),
  ]
}

function cellOf(text: string): string | number | boolean | null {
  if (text === '') return null
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE'
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return serialOfText(text)
  const [, day = '', hours, minutes] = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/.exec(text) ?? []
  if (day !== '') return serialOfText(day) + (Number(hours) * 60 + Number(minutes)) / 1440
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** A sheet that holds a table and nothing else, under its name. */
export function tableSheet(sheet: string, name: string, rows: Rows): readonly Edit[] {
  const [headers = []] = rows
  const [bottom, right] = [rows.length - 1, headers.length - 1]
  const area = { sheet, top: 0, left: 0, bottom, right }
  const looks = headers.flatMap((_, column): Edit[] => {
    const format = formatOf(rows.slice(1).map(row => row[column] ?? null))
    return format
      ? [{ do: 'look', area: { ...area, top: 1, left: column, right: column }, look: { format } }]
      : []
  })
  return [
    { do: 'add sheet', sheet },
    { do: 'write', area, cells: rows as readonly (readonly Content[])[] },
    { do: 'look', area: { ...area, bottom: 0 }, look: { weight: 'header' } },
    ...looks,
    {
      do: 'widths',
      sheet,
      letters: headers.map((header, column) =>
        widthOf(
          String(header),
          rows.slice(1).map(row => row[column] ?? null),
        ),
      ),
    },
    { do: 'name', name, area },
    { do: 'dress', sheet, dress: { ...listDress, choices: codesOf(area, headers.indexOf('outcome_code')) } },
  ]
}

/** One click says what became of a lead; a team that has codes of its own is not kept from typing them. */
function codesOf(area: Area, column: number): readonly Choices[] {
  if (column < 0 || area.bottom === 0) return []
  const from = Object.keys(builtInTerms['outcome.codes'] as object)
  return [{ area: { ...area, top: 1, left: column, right: column }, from, strict: false }]
}

/** The header stays in sight, on the screen and on paper. */
export const listDress: Dress = { frozen: { rows: 1, columns: 0 }, print: { landscape: true, headerRows: 1 } }

/** Days and moments are serials of this century; amounts are rarely as large, and then no harm is done by a comma. */
function formatOf(cells: Rows[number]): Look['format'] | undefined {
  const numbers = cells.filter(cell => typeof cell === 'number')
  if (numbers.length === 0) return undefined
  if (numbers.every(number => number > 45_000 && number < 55_000)) {
    return numbers.every(Number.isInteger) ? 'date' : 'moment'
  }
  return numbers.every(Number.isInteger) ? 'whole' : 'general'
}

function widthOf(header: string, cells: Rows[number]): number {
  const shown = cells.map(cell => (typeof cell === 'string' ? cell.length : 0))
  const days = formatOf(cells) === 'moment' ? 17 : 11
  return Math.min(28, Math.max(days, header.length + 2, ...shown.map(length => length + 1)))
}

/** How many rows stand in a table's sheet that its name does not cover: more were pasted than it knows of. */
export const beyondName = (sheet: string, name: string): string =>
  `COUNTA(${sheetText(sheet)}!A:A)-COUNTA(INDEX(${name},0,1))`
