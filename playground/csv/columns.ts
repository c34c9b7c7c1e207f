import { type DateOrder, isYearLast, needsOrder, provenOrder, readDate } from './dates'
import { looksNumeric, type NumberStyle, namesSomething, numberStyle, readNumber } from './numbers'

export type CsvCell = number | string | boolean | null

export type ColumnKind = 'empty' | 'text' | 'number' | 'boolean' | 'date' | 'date and time'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** A spreadsheet number format, for numbers and dates that have one. */
  readonly format?: string
  readonly cells: readonly CsvCell[]
  /** What the user should know: why it stayed text, or which values could not be read. */
  readonly note?: string
}

/** Columns that name things hold digits that nobody adds up. */
const identifier =
  /(^|[^a-z])(id|ids|uuid|guid|phone|mobile|fax|zip|zip ?code|post ?code|postal ?code|iban|sku|ean|(account|order|invoice|customer|contract|serial) ?(no|nr|number))$/

export function isIdentifier(header: string): boolean {
  const words = header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^A-Za-z]+/g, ' ')
  return identifier.test(words.trim().toLowerCase())
}

/** Values, without the header, of one column whose dates need the user's word on their order. */
export function undecidedDates(name: string, values: readonly string[]): string[] {
  if (isIdentifier(name)) return []
  const filled = trimmed(values)
  if (!mostly(filled, isYearLast) || filled.some(provenOrder)) return []
  return [...new Set(filled.filter(needsOrder))]
}

/** What a column holds, decided from all its values together. Whatever is not certain stays the text that it was. */
export function readColumn(
  name: string,
  values: readonly string[],
  delimiter: string,
  askedOrder: DateOrder | undefined,
): Column {
  const filled = trimmed(values)
  const asText = (note?: string): Column => ({
    name,
    kind: 'text',
    cells: values.map(value => (value === '' ? null : value)),
    ...(note && { note }),
  })
  if (filled.length === 0) return { name, kind: 'empty', cells: values.map(() => null) }
  const digitsMatter = firstOf(filled, namesSomething)
  if (digitsMatter) return asText(`kept as text: it holds ${digitsMatter}`)
  if (isIdentifier(name))
    return asText(filled.some(looksNumeric) ? 'kept as text: it names things' : undefined)
  if (filled.every(isBoolean)) return readBooleans(name, values)
  if (mostly(filled, couldBeDate)) return readDates(name, values, filled, askedOrder) ?? asText(mixedOrder)
  const numeric = filled.filter(looksNumeric)
  if (numeric.length * 2 <= filled.length) return asText()
  const style = numberStyle(numeric, delimiter)
  if ('unsure' in style) return asText(`kept as text: ${style.unsure}`)
  const certain = style.decimal === '.' && style.sign === undefined
  if (numeric.length < filled.length && !certain)
    return asText(`kept as text: not every value is a number (${quoted(strangers(filled, looksNumeric))})`)
  return readNumbers(name, values, style)
}

const mixedOrder = 'kept as text: some dates have the day first and others the month'

function readBooleans(name: string, values: readonly string[]): Column {
  const cells = values.map(value => (value.trim() === '' ? null : value.trim().toLowerCase() === 'true'))
  return { name, kind: 'boolean', cells }
}

function readNumbers(name: string, values: readonly string[], style: NumberStyle): Column {
  const odd: string[] = []
  const cells = values.map(value => readOr(value, odd, text => readNumber(text, style)))
  const format = numberFormat(style)
  return { name, kind: 'number', cells, ...(format && { format }), ...leftover(odd, 'number') }
}

function readDates(
  name: string,
  values: readonly string[],
  filled: readonly string[],
  askedOrder: DateOrder | undefined,
): Column | undefined {
  const proven = new Set(filled.map(provenOrder).filter(order => order !== undefined))
  if (proven.size > 1) return undefined
  const order = [...proven][0] ?? askedOrder
  if (order === undefined && filled.some(needsOrder)) return undefined
  const odd: string[] = []
  let hasTime = false
  const cells = values.map(value =>
    readOr(value, odd, text => {
      const date = readDate(text, order ?? 'day first')
      hasTime ||= date?.hasTime ?? false
      return date?.serial
    }),
  )
  const kind = hasTime ? 'date and time' : 'date'
  const format = hasTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
  return { name, kind, format, cells, ...leftover(odd, 'date') }
}

function readOr(value: string, odd: string[], read: (text: string) => CsvCell | undefined): CsvCell {
  const text = value.trim()
  if (text === '') return null
  const cell = read(text)
  if (cell !== undefined) return cell
  odd.push(text)
  return value
}

function leftover(odd: readonly string[], kind: string): { note?: string } {
  if (odd.length === 0) return {}
  return {
    note: `${odd.length === 1 ? 'one value is' : `${odd.length} values are`} no ${kind}: ${quoted(odd)}`,
  }
}

function numberFormat({ sign, places }: NumberStyle): string | undefined {
  const decimals = places > 0 ? `.${'0'.repeat(Math.min(places, 6))}` : ''
  if (sign === '%') return `0${decimals}%`
  return sign === undefined ? undefined : `[$${sign}]#,##0${decimals}`
}

const isBoolean = (text: string) => /^(true|false)$/i.test(text)
const couldBeDate = (text: string) => readDate(text, 'day first') !== undefined || isYearLast(text)

function trimmed(values: readonly string[]): string[] {
  return values.map(value => value.trim()).filter(value => value !== '')
}

function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  // A look at the beginning spares a column of a million names the trouble.
  const beginning = values.slice(0, 1000)
  const fits = (list: readonly string[]) => list.filter(test).length * 2 > list.length
  return values.length > 0 && (fits(beginning) || (values.length > 1000 && fits(values)))
}

function firstOf<T>(values: readonly string[], find: (value: string) => T | undefined): T | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}

function strangers(values: readonly string[], test: (value: string) => boolean): string[] {
  return values.filter(value => !test(value))
}

function quoted(values: readonly string[]): string {
  const some = [...new Set(values)].slice(0, 3).map(value => `“${value.slice(0, 40)}”`)
  return some.join(', ') + (new Set(values).size > 3 ? ' …' : '')
}
