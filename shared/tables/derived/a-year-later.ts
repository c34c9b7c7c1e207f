import { monthsAfter } from '../../formula/calendar'
import type { DerivedColumn } from './index'

export const aYearLater: DerivedColumn = {
  about: 'The day on which its closing is compared with that of the next year',
  reads: ['closed_at'],
  read: ({ read }) => {
    const closedAt = read('closed_at')
    return row => {
      const day = closedAt(row)
      return typeof day === 'number' ? monthsAfter(Math.floor(day), 12) : null
    }
  },
}
