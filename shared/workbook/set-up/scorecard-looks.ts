import type { Metric } from '../../metrics/metric'
import type { Area } from '../area'
import type { Edit, Look } from '../steps'

/** The rows of a scorecard: the day, the periods with their first and last days, then two for each metric. */
export const [dayRow, headerRow, fromRow, toRow, firstRow] = [1, 3, 4, 5, 6] as const

/** Dates as dates, shares as per cent, and what is said beneath a number quiet. */
export function scorecardLooks(metrics: readonly Metric[], sheet: string): readonly Edit[] {
  const place = (top: number, left: number, right = left, bottom = top): Area => {
    return { sheet, top, left, bottom, right }
  }
  const look = (area: Area, how: Look): Edit => ({ do: 'look', area, look: how })
  return [
    look(place(0, 0), { weight: 'title' }),
    look(place(dayRow, 1), { format: 'date' }),
    look(place(headerRow, 0, 4), { weight: 'header' }),
    look(place(fromRow, 0, 4, toRow), { weight: 'quiet' }),
    look(place(fromRow, 1, 4, toRow), { format: 'date' }),
    ...metrics.flatMap(({ unit }, index) => {
      const row = firstRow + 2 * index
      return [
        look(place(row, 0), { weight: 'strong' }),
        look(place(row, 1, 4), { format: formatOf(unit) }),
        look(place(row + 1, 0), { weight: 'quiet' }),
      ]
    }),
  ]
}

export function formatOf(unit: string): NonNullable<Look['format']> {
  if (unit.startsWith('fraction')) return 'percent'
  return /^(money|leads|deals|reps|activities|points)/.test(unit) ? 'whole' : 'decimals'
}
