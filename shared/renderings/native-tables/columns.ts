import { canonicalName, hasColumn } from '../../tables/any-column'
import { saysPercent } from '../../tables/cells'
import { columnCalled, normalised, placesOf } from '../../tables/headers'
import { columnReader } from '../../tables/table'
import { type Condition as Asked, isExact } from '../../tables/where'
import { wordsBy } from './by-words'
import { literal } from './membership'
import { noTwin, reference, type Source } from './source'
import { among, distinctCells } from './words'
import {
  type Condition,
  condition,
  nothing,
  oneOf,
  type Quantity,
  quantity,
  type Words,
  type Written,
} from './written'

/** A column of the table's schema; undefined for any other name. */
export function schemaColumn(name: string, source: Source): Written | undefined {
  const { table } = source
  const declared = table.schema.columns[name]
  if (!declared) return undefined
  // A column that is missing or doubtful is refused as the core does.
  columnReader(table, name)
  const place = placeOf(name, source)
  switch (declared.type) {
    case 'date':
      return place === undefined ? nothing : moments(name, place, source)
    case 'number':
    case 'fraction':
      return place === undefined ? nothing : numbers(name, place, source)
    case 'flag':
      return place === undefined ? condition('0') : among(source, place, [], rows => rows.read(name))
    default:
      return place === undefined ? noWords : words(name, place, source)
  }
}

export function placeOf(name: string, { table }: Source): number | undefined {
  return placesOf(table.schema, name, table.headers)[0]
}

function moments(name: string, place: number, source: Source): Quantity {
  const text = onlyNumbers(name, place, source)
  return quantity(text, `(${text}>0)`, distinctCells(source, place).every(Number.isInteger))
}

function numbers(name: string, place: number, source: Source): Quantity {
  const text = onlyNumbers(name, place, source)
  const inPercent =
    source.table.schema.columns[name]?.type === 'fraction' && saysPercent(source.table.rows[0]?.[place])
  return quantity(inPercent ? `(${text}/100)` : text, `ISNUMBER(${text})`)
}

/** A text among numbers, be it an empty one, is an error to all that is computed in built-in functions. */
function onlyNumbers(name: string, place: number, source: Source): string {
  const { rows } = source.table
  const row = rows.findIndex((cells, index) => index > 0 && typeof (cells[place] ?? 0) !== 'number')
  if (row < 0) return reference(source, place)
  throw noTwin(
    `${source.name} row ${row + 1} holds a text in ${name}, with which built-in functions cannot compute: clear it`,
  )
}

const noWords: Words = { kind: 'words', present: '0', among: () => '0' }

function words(name: string, place: number, source: Source): Words {
  const text = reference(source, place)
  const isClean = distinctCells(source, place).every(cell => typeof cell === 'string' && cell.trim() !== '')
  const own = wordsBy(source, place, [], rows => rows.read(name))
  return isClean ? { ...own, present: `(${text}<>"")` } : own
}

/** What `where` asks of a row: text regardless of case, ids to the letter. */
export function asked(
  { column, value }: Asked,
  source: Source,
  derived: (name: string) => Written,
): Condition {
  const { table, rows } = source
  // A column that is missing is refused as the core does.
  rows.column(column)
  const called = hasColumn(table, column)
    ? canonicalName(table, column)
    : canonicalName(table, columnCalled(table.schema, column) ?? '')
  const place = called === undefined ? table.headers.indexOf(normalised(column)) : placeOf(called, source)
  const exact = isExact(rows, column)
  if (place === undefined || place < 0) {
    const own = derived(column)
    if (own.kind === 'words') return condition(own.among(word => word.toLowerCase() === value.toLowerCase()))
    throw noTwin(`where asks for ${column}, which no column of ${source.name} holds`)
  }
  if (!exact || value === '') {
    return among(source, place, [value], probe => {
      const read = probe.column(column)
      return row => folded(read(row)) === value.toLowerCase()
    })
  }
  const spelt = distinctCells(source, place).filter(cell => String(cell).trim() === value)
  const text = reference(source, place)
  const all = spelt.length === 0 ? [value] : spelt
  return oneOf(...all.map(cell => condition(`EXACT(${text},${literal(cell)})`)))
}

function folded(value: unknown): string {
  return String(value ?? '')
    .trim()
    .toLowerCase()
}
