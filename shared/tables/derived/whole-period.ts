import { dayText } from '../../definitions/clock'
import { cellError } from '../../values'
import type { DerivedColumn } from './index'

/**
 * Whether all of a row's period lies in the one that is asked for. A quota or target for more than that is refused: a
 * part of it would be a guess, and what was booked in the part measured against all of it would be wrong.
 */
export function wholePeriod(first: string, last: string): DerivedColumn {
  return {
    about:
      'Whether all of its period lies in the one that is asked for; one that only overlaps it is refused',
    reads: [first, last, 'period_from', 'period_to'],
    read: ({ read, label }) => {
      const [begins, ends] = [read(first), read(last)]
      const [from, to] = [read('period_from'), read('period_to')]
      return row => {
        const [start, end] = [Math.floor(Number(begins(row))), Math.floor(Number(ends(row)))]
        const [asked, until] = [Number(from(row)), Number(to(row))]
        if (start >= asked && end <= until) return true
        if (end < asked || start > until) return false
        const span = `${dayText(start)} to ${dayText(end)}`
        throw cellError(
          '#N/A',
          `${label(row)} is for ${span}, which the period asked for holds in part: ask for whole periods of it`,
        )
      }
    },
  }
}
