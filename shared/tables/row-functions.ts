import { type OpeningHours, openMilliseconds } from '../formula/business-hours'
import type { FunctionName } from '../formula/tree'
import type { Compiled } from './rules'
import type { RowValue } from './table'

type Values = readonly RowValue[]

/** What the functions that rules over rows may call give; blank where a date that they need is. */
const functions: Partial<Record<FunctionName, (values: Values, hours: OpeningHours) => RowValue>> = {
  present: ([value]) => value !== null,
  either: values => values.find(value => value !== null) ?? null,
  min: values => extreme(values, Math.min),
  max: values => extreme(values, Math.max),
  days: ([from, to]) => between(from, to, (first, last) => Math.floor(last) - Math.floor(first)),
  seconds: ([from, to]) => between(from, to, elapsedSeconds),
  open_seconds: ([from, to], hours) => between(from, to, (first, last) => openSeconds(first, last, hours)),
  working_days: ([from, to], hours) => between(from, to, (first, last) => workingDays(first, last, hours)),
}

/** Those that depend on when the company is open: on terms of the calendar. */
export const calendarFunctions: readonly FunctionName[] = ['open_seconds', 'working_days']

/** A call within a rule; one whose arguments are the same in every row is worked out once. */
export function rowFunction(name: FunctionName, args: readonly Compiled[], hours: OpeningHours): Compiled {
  const compute = functions[name]
  if (!compute) throw new RangeError(`${name} is for numbers and ranges, not for the rows of a table`)
  const isFixed = args.length > 0 && args.every(arg => arg.fixed)
  const reads = args.map(arg => arg.read)
  const [first, second] = reads
  if (name === 'present' && first) return { read: row => first(row) !== null, fixed: isFixed }
  if (name === 'days' && first && second) {
    return {
      fixed: isFixed,
      read: row => {
        const [from, to] = [first(row), second(row)]
        return typeof from === 'number' && typeof to === 'number' ? Math.floor(to) - Math.floor(from) : null
      },
    }
  }
  const read = (row: number): RowValue =>
    compute(
      reads.map(one => one(row)),
      hours,
    )
  if (!isFixed) return { read }
  const value = read(0)
  return { read: () => value, fixed: true }
}

function between(
  from: RowValue | undefined,
  to: RowValue | undefined,
  count: (from: number, to: number) => number,
): number | null {
  return typeof from === 'number' && typeof to === 'number' ? count(from, to) : null
}

function extreme(values: Values, pick: (...numbers: number[]) => number): number | null {
  const numbers = values.filter((value): value is number => typeof value === 'number')
  return numbers.length === 0 ? null : pick(...numbers)
}

/** A serial holds its time of day to some microseconds; whole seconds are what was recorded. */
function elapsedSeconds(from: number, to: number): number {
  return Math.round((to - from) * 86_400)
}

function openSeconds(from: number, to: number, hours: OpeningHours): number {
  if (to < from) return -1
  return Math.round(openMilliseconds(from, to, hours) / 1000)
}

/** Working days after `from` up to and with `to`, counted as business hours of one hour a day are. */
function workingDays(from: number, to: number, hours: OpeningHours): number {
  const hourADay = { ...hours, open: '00:00', close: '01:00' }
  return openMilliseconds(Math.floor(from) + 1, Math.floor(to) + 1, hourADay) / 3_600_000
}
