/** Which of the first two numbers in 03/04/2017 is the day. */
export type DateOrder = 'day first' | 'month first'

export interface DateReading {
  readonly serial: number
  readonly hasTime: boolean
}

const time = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`
const zone = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time} ?${zone}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}),?${time}$`)
const dayMonthName = new RegExp(String.raw`^(\d{1,2})[- .]+([A-Za-z]{3,9})[- .,]+(\d{4}),?${time}$`)
const monthNameDay = new RegExp(String.raw`^([A-Za-z]{3,9})[- .]+(\d{1,2}),?[- ]+(\d{4}),?${time}$`)
const monthNames =
  'january february march april may june july august september october november december'.split(' ')

/** True where the reading depends on the order of day and month: 03/04/2017, 25/04/2017, not 2017-04-03. */
export function isYearLast(text: string): boolean {
  return yearLast.test(text)
}

/** What one value proves: 25/04/2017 that days come first; 03/04/2017 and 03/03/2017 nothing. */
export function provenOrder(text: string): DateOrder | undefined {
  const match = yearLast.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && second <= 12) return 'day first'
  if (second > 12 && first <= 12) return 'month first'
  return undefined
}

export function needsOrder(text: string): boolean {
  const match = yearLast.exec(text)
  return match !== null && Number(match[1]) !== Number(match[3])
}

/**
 * A date, or a date with a time, as a spreadsheet serial of the wall-clock time that is written.
 * `undefined` for anything else, 30 February included: what is no date stays text.
 */
export function readDate(text: string, order: DateOrder): DateReading | undefined {
  const iso = yearFirst.exec(text)
  if (iso) return reading(iso[1], iso[3], iso[4], iso.slice(5))
  const last = yearLast.exec(text)
  if (last) {
    const [day, month] = order === 'day first' ? [last[1], last[3]] : [last[3], last[1]]
    return reading(last[4], month, day, last.slice(5))
  }
  const dayFirst = dayMonthName.exec(text)
  if (dayFirst) return reading(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst.slice(4))
  const monthFirst = monthNameDay.exec(text)
  if (monthFirst)
    return reading(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst.slice(4))
  return undefined
}

function monthNumber(name = ''): string {
  const wanted = name.toLowerCase()
  return String(monthNames.findIndex(month => month === wanted || month.slice(0, 3) === wanted) + 1)
}

type Part = string | undefined

function reading(year: Part, month: Part, day: Part, clock: readonly Part[]): DateReading | undefined {
  const date = dateSerial(Number(year), Number(month), Number(day))
  const hasTime = clock[0] !== undefined
  const fraction = hasTime ? dayFraction(clock) : 0
  if (date === undefined || fraction === undefined) return undefined
  return { serial: date + fraction, hasTime }
}

/** Serials before March 1900 differ between spreadsheets, and no CRM has such dates. */
function dateSerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < 1901 || year > 9999) return undefined
  return date.getTime() / 86_400_000 + 25_569
}

function dayFraction([hour, minute, second = '0', half]: readonly Part[]): number | undefined {
  const written = Number(hour)
  if (half && (written < 1 || written > 12)) return undefined
  const hours = half ? (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : written
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400
}
