import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'

export const evidence = ['qualified_at', 'fits_profile', 'plausible_need', 'agreed_appointment']

/** Recorded, be it in the negative: discipline is to have asked. */
export const evidenceRecorded: DerivedColumn = {
  about: `Whether all evidence of qualification is recorded that the table has columns for: ${evidence.join(', ')}`,
  reads: evidence,
  read: ({ read, has }: Rows): Reader => {
    const recorded = evidence.filter(has).map(read)
    if (recorded.length === 0) {
      throw cellError(
        '#VALUE!',
        `deals has no evidence of qualification: add a column such as ${evidence[0]}`,
      )
    }
    return row => recorded.every(one => one(row) !== null)
  },
}
