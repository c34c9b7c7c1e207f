import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'

/** Whether the lead passes `lead.qualification_threshold`: a flag, a score, or several flags at once. */
export const qualification: DerivedColumn = {
  about: 'Whether the lead passes the threshold at which it counts as qualified',
  reads: ['lead.qualification_threshold', 'qualified'],
  read: ({ read, context }: Rows): Reader => {
    const threshold = String(context.terms['lead.qualification_threshold'] ?? 'qualified').trim()
    const score = /^score\s*>=\s*(-?[\d.]+)$/.exec(threshold)
    if (score) return read(`score >= ${score[1]}`)
    const flags = /^all of\s+(.+)$/.exec(threshold)
    if (flags)
      return read(
        (flags[1] as string)
          .split(',')
          .map(flag => flag.trim())
          .join(' and '),
      )
    if (threshold === 'qualified') return read('qualified')
    throw cellError(
      '#VALUE!',
      `lead.qualification_threshold is “${threshold}”: say qualified, score >= n or all of …`,
    )
  },
}
