import { dayText } from '../../definitions/clock'
import { normalised, placesOf } from '../../tables/headers'
import type { Column, ColumnType, Schema } from '../../tables/schema'
import { type Cell, isBlank, isCellError, type Matrix } from '../../values'
import type { FoundColumn } from '../questions'

/**
 * What each header of a table of the kind was taken for. Names and synonyms are sure; a guess is made where a header is
 * much like a column that is missing, and like no other, and its cells fit.
 * @param body some rows below the header
 */
export function matchColumns(schema: Schema, headers: readonly Cell[], body: Matrix): readonly FoundColumn[] {
  const names = headers.map(normalised)
  const sure = new Map<number, string>()
  for (const column of Object.keys(schema.columns)) {
    for (const place of placesOf(schema, column, names)) sure.set(place, column)
  }
  const guessed = guesses(schema, headers, body, sure)
  return headers.map((header, place): FoundColumn => {
    const column = sure.get(place) ?? guessed.get(place)
    const how = sure.has(place)
      ? normalised(column) === names[place]
        ? 'canonical'
        : 'synonym'
      : column === undefined
        ? 'unknown'
        : 'guess'
    const type = column === undefined ? undefined : schema.columns[column]?.type
    return { header: String(header ?? ''), place, column, how, samples: samplesOf(body, place, type) }
  })
}

/** As people read them; a date as a date where the column holds dates. */
function samplesOf(body: Matrix, place: number, type: ColumnType | undefined): readonly string[] {
  const texts = body.flatMap(row => {
    const cell = row[place] ?? null
    if (isBlank(cell)) return []
    if (isCellError(cell)) return [cell.error]
    if (type === 'date' && typeof cell === 'number' && isDateLike(cell)) return [dayText(Math.floor(cell))]
    return [String(cell).slice(0, 80)]
  })
  return [...new Set(texts)].slice(0, 3)
}

const enough = 0.6

function guesses(
  { columns }: Schema,
  headers: readonly Cell[],
  body: Matrix,
  sure: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const taken = new Set(sure.values())
  const missing = Object.entries(columns).filter(([column]) => !taken.has(column))
  const pairs = headers.flatMap((header, place) => {
    if (sure.has(place) || isBlank(header)) return []
    const cells = body.map(row => row[place] ?? null).filter(cell => !isBlank(cell))
    return missing
      .filter(([, { type }]) => cells.length > 0 && cells.every(cell => fits(type, cell)))
      .map(([column, declared]) => ({ place, column, likeness: likeness(header, column, declared) }))
      .filter(pair => pair.likeness >= enough)
  })
  const found = new Map<number, string>()
  for (const { place, column } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (!found.has(place) && ![...found.values()].includes(column)) found.set(place, column)
  }
  return found
}

function likeness(header: Cell, column: string, { synonyms }: Column): number {
  const pairs = pairsIn(normalised(header))
  return Math.max(...[column, ...synonyms].map(name => dice(pairs, pairsIn(normalised(name)))))
}

/** Dice's coefficient of two bags of neighbouring letters. */
function dice(one: readonly string[], other: readonly string[]): number {
  const rest = [...other]
  const shared = one.filter(pair => {
    const place = rest.indexOf(pair)
    if (place >= 0) rest.splice(place, 1)
    return place >= 0
  })
  return (2 * shared.length) / Math.max(1, one.length + other.length)
}

function pairsIn(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))
}

function fits(type: ColumnType, cell: Cell): boolean {
  switch (type) {
    case 'date':
      return typeof cell === 'number' && isDateLike(cell)
    case 'number':
      return typeof cell === 'number'
    case 'fraction':
      return typeof cell === 'number' && cell >= 0 && cell <= 100
    case 'flag':
      return typeof cell === 'boolean' || /^(true|false|yes|no|0|1)$/i.test(String(cell).trim())
    case 'id':
      return typeof cell === 'string' || Number.isInteger(cell)
    case 'period':
      return typeof cell === 'string' || (typeof cell === 'number' && isDateLike(cell))
    case 'text':
      return typeof cell === 'string'
  }
}

/** Of the years 1970 to 2119. */
function isDateLike(serial: number): boolean {
  return serial >= 25_569 && serial < 80_000
}
