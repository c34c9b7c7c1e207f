import { isCellError } from '../../values'
import type { Value } from '../../workbook/questions'
import type { Locale } from '../../workbook/steps'

/** How numbers and days are written for the people of one workbook. */
export interface Format {
  readonly locale: Locale
  number(value: number, decimals?: number): string
  /** By what it is: 0.6 of `fraction` is 60 %, 3 of `leads` is 3 leads. An error is its code. */
  value(value: Value): string
  /** In few letters, for a chart. */
  short(value: number, unit: string): string
  /** A serial as a day, or as a moment. */
  day(serial: number): string
  moment(serial: number): string
}

export const english: Locale = { language: 'en-GB', decimal: '.', separator: ',' }

export function formatFor(locale: Locale): Format {
  const language = knownLanguage(locale.language)
  const written = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(language, options)
    return (value: number) => withMarksOf(locale, format.formatToParts(value))
  }
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (serial: number) => (isDay(serial) ? format.format(instant(serial)) : String(serial))
  }
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const plain = (value: number, decimals = 4) => written({ maximumFractionDigits: decimals })(value)
  const percent = written({ style: 'percent', maximumFractionDigits: 2 })
  const money = (value: number) =>
    written({ minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2 })(value)
  const asDay = dated(day)

  function measured(value: number, unit: string): string {
    const [, kind = '', rest = ''] = /^(fraction|money)?(.*)$/.exec(unit) ?? []
    if (kind === 'fraction') return percent(value) + rest
    if (kind === 'money') return money(value) + rest
    if (unit === 'date') return asDay(value)
    if (unit === '' || unit === 'number' || unit === 'score') return plain(value)
    return `${plain(value)} ${counted(value, unit)}`
  }

  return {
    locale,
    number: plain,
    value: value =>
      isCellError(value) ? value.error : 'text' in value ? value.text : measured(value.number, value.unit),
    short: (value, unit) =>
      unit.startsWith('fraction')
        ? written({ style: 'percent', maximumSignificantDigits: 3 })(value)
        : written({ notation: 'compact', maximumSignificantDigits: 3 })(value),
    day: asDay,
    moment: dated({ ...day, hour: '2-digit', minute: '2-digit' }),
  }
}

/** Units come as one of a thing or as many, `lead` or `leads`. */
function counted(count: number, unit: string): string {
  const [noun = '', ...rest] = unit.split(' ')
  const one = noun === 'people' ? 'person' : noun.replace(/s$/, '')
  const more = one === 'person' ? 'people' : `${one}s`
  return [count === 1 ? one : more, ...rest].join(' ')
}

/** Spreadsheets also write `de_DE`, and some name a language that the browser does not know. */
function knownLanguage(language: string): string {
  const tag = language.replace(/_/g, '-')
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? english.language
  } catch {
    return english.language
  }
}

/** The workbook's own decimal mark, where someone chose another than their language's. */
function withMarksOf({ decimal }: Locale, parts: readonly Intl.NumberFormatPart[]): string {
  return parts
    .map(({ type, value }) => {
      if (type === 'decimal') return decimal
      if (type === 'group' && value === decimal) return decimal === ',' ? '.' : ','
      return value
    })
    .join('')
}

/** Serials count days from 1899-12-30, whatever the time zone. */
const daysToEpoch = 25_569
const millisecondsADay = 86_400_000

function instant(serial: number): Date {
  return new Date(Math.round((serial - daysToEpoch) * millisecondsADay))
}

function isDay(serial: number): boolean {
  return serial > 0 && serial < 2_958_466
}

/** A serial as a date field holds it, `2026-03-31`, and back; undefined for a field that is blank. */
export function isoDay(serial: number): string {
  return isDay(serial) ? instant(serial).toISOString().slice(0, 10) : ''
}

export function serialOfIso(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.round(time / millisecondsADay) + daysToEpoch
}

/**
 * A number as people type it here, with their decimal mark, groups of thousands, or a percent sign, written as in a
 * cell: `1.234,5` of a German is `1234.5`. Undefined for what can be read in no way, or in two.
 */
export function plainNumber(typed: string, { decimal }: Locale): string | undefined {
  const group = decimal === ',' ? '.' : ','
  const bare = typed.trim().replace(/[\s\u00a0\u202f]/g, '')
  const isPercent = bare.endsWith('%')
  const digits = isPercent ? bare.slice(0, -1) : bare
  const whole = digits.split(decimal)[0] as string
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+$`)
  const joined = grouped.test(whole) ? digits.split(group).join('') : digits
  const plain = joined.replace(decimal, '.')
  if (
    !/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ||
    (decimal === ',' && digits === joined && /\./.test(digits))
  )
    return undefined
  return String(isPercent ? Number(`${plain}e-2`) : Number(plain))
}

/** A number as it stands in a cell, with the decimal mark of these people. */
export function typedNumber(plain: string, { decimal }: Locale): string {
  return plain.replace('.', decimal)
}
