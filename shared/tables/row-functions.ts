import { type OpeningHours, openClock, workingDayCount } from '../formula/business-hours'
import type { FunctionName } from '../formula/tree'
import type { Reader, RowValue } from './cells'
import { type Compiled, fixed, onlyOf } from './compiled'
import { byPresence, isSeen } from './selection'

/** Those that depend on when the company is open: on terms of the calendar. */
export const calendarFunctions: readonly FunctionName[] = ['open_seconds', 'working_days']

/** A call within a rule; one whose arguments are the same in every row is worked out once. */
export function rowFunction(name: FunctionName, args: readonly Compiled[], hours: OpeningHours): Compiled {
  const compiled = compileCall(name, args, hours)
  return args.every(arg => arg.fixed) ? fixed(compiled.read(0)) : { only: onlyOf(args), ...compiled }
}

function compileCall(name: FunctionName, args: readonly Compiled[], hours: OpeningHours): Compiled {
  const [first, second] = args as readonly [Compiled, Compiled]
  switch (name) {
    case 'present': {
      const { column } = first
      const isPresent: Reader = row => first.read(row) !== null
      if (!column || !isSeen(column)) return { read: isPresent }
      // A glance at the cell is quicker than to look up whether one like it was there before.
      return { read: isPresent, only: undefined, select: () => byPresence(column, isPresent) }
    }
    case 'either':
      return either(args)
    case 'min':
    case 'max':
      return extreme(args, name)
    case 'days':
      return between(first, second, (from, to) => Math.floor(to) - Math.floor(from))
    case 'seconds':
      // A serial holds its time of day to some microseconds; whole seconds are what was recorded.
      return between(first, second, (from, to) => Math.round((to - from) * 86_400))
    case 'open_seconds': {
      const openUntil = openClock(hours)
      return between(first, second, (from, to) =>
        to < from ? -1 : Math.round((openUntil(to) - openUntil(from)) / 1000),
      )
    }
    case 'working_days': {
      const before = workingDayCount(hours)
      return between(first, second, (from, to) => before(Math.floor(to) + 1) - before(Math.floor(from) + 1))
    }
    default:
      throw new RangeError(`${name} is for numbers and ranges, not for the rows of a table`)
  }
}

/** Blank where one of the dates is. */
function between(from: Compiled, to: Compiled, count: (from: number, to: number) => number): Compiled {
  const [start, end] = [from.read, to.read]
  return {
    read: row => {
      const first = start(row)
      if (typeof first !== 'number') return null
      const last = end(row)
      return typeof last === 'number' ? count(first, last) : null
    },
  }
}

/** The first that is there; a column that the table lacks never is. */
function either(args: readonly Compiled[]): Compiled {
  const may = args.filter(arg => !arg.fixed || arg.read(0) !== null)
  if (may.length === 1) return may[0] as Compiled
  const reads = may.map(({ read }) => read)
  return {
    read: row => {
      for (const read of reads) {
        const value = read(row)
        if (value !== null) return value
      }
      return null
    },
  }
}

function extreme(args: readonly Compiled[], name: 'min' | 'max'): Compiled {
  const [reads, pick] = [args.map(({ read }) => read), Math[name]]
  return {
    read: row => {
      const values: readonly RowValue[] = reads.map(read => read(row))
      const numbers = values.filter((value): value is number => typeof value === 'number')
      return numbers.length === 0 ? null : pick(...numbers)
    },
  }
}
