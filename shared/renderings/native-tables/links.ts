import { placeOf } from './columns'
import { columnText, exactText, fewEnough, numberOf } from './lookups'
import { noTwin, reference, type Source } from './source'
import { type Condition, condition } from './written'

/** A column whose values tell rows apart. */
export interface Key {
  readonly source: Source
  readonly column: string
}

/** Whether another table has a row under the same id for which a condition holds. */
export function exists(own: Key, other: Key, holds: Condition): Condition {
  const [wanted, found] = [idText(own), idText(other)]
  sameSpelling(own, other)
  const isThere =
    holds.factors.length === 0
      ? `ISNUMBER(MATCH(${wanted},${found},0))`
      : `ISNUMBER(MATCH(${wanted}&"|1",${found}&"|"&${numberOf(holds)},0))`
  return condition(`(${wanted}<>"")`, isThere)
}

/** A number or moment of the one row of another table that has the same id; 0 where there is none. */
export function valueUnder(own: Key, other: Key, value: string): string {
  const [wanted, found] = [idText(own), idText(other)]
  sameSpelling(own, other)
  for (const { source, column } of [own, other]) plainWords(source, column)
  const place = placeOf(value, other.source)
  if (place === undefined) throw noTwin(`${other.source.name} has no column ${value}`)
  return `SUMIF(${found},${wanted},${reference(other.source, place)})`
}

function idText({ source, column }: Key): string {
  return columnText(source, column)
}

/** Ids are compared to the letter, which spreadsheets do regardless of case. */
function sameSpelling(own: Key, other: Key): void {
  fewEnough(own.source, other.source)
  exactText(own, other)
}

/** Texts that SUMIF and COUNTIFS take for what they are, not for a number, a date or a comparison. */
export function plainWords(source: Source, column: string): void {
  const place = placeOf(column, source)
  if (place === undefined) throw noTwin(`${source.name} has no column ${column}`)
  const odd = source.table.rows.find((cells, row) => row > 0 && !isPlainWord(cells[place]))
  if (odd) {
    throw noTwin(
      `SUMIF and COUNTIFS might misread “${String(odd[place]).slice(0, 40)}” in ${column} of ${source.name}`,
    )
  }
}

function isPlainWord(cell: unknown): boolean {
  if (typeof cell !== 'string') return typeof cell !== 'boolean'
  if (/^(true|false)$/i.test(cell)) return false
  if (/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,-]*\d/i.test(cell)) return false
  const isCrmId = /^[0-9a-z]{15}([0-9a-z]{3})?$/i.test(cell) && !/^\d+(e\d+)?$/i.test(cell)
  return isCrmId || /^[\p{L}_][\p{L}\p{N}_ .,&'’()@#/-]*$/u.test(cell)
}
