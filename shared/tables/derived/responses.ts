import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError, isCellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { perValue } from './words'

/** When leads were answered, and when they should have been. */
export const responseColumns: Readonly<Record<string, DerivedColumn>> = {
  responded_at: {
    about: 'When the lead was first answered; as HubSpot exports it, so long after it was assigned',
    reads: ['first_response_at', 'response_milliseconds', 'assigned_at', 'issued_at'],
    read: respondedAt,
  },
  day_end: {
    about: 'The end of the last day that is known',
    reads: ['as_of'],
    read: rows => {
      const day = rows.read('as_of')
      return row => Number(day(row)) + 1
    },
  },
  sla_seconds: {
    about: 'How soon a lead of its source must be answered',
    reads: ['source', 'sla.response_hours'],
    read: slaSeconds,
  },
}

function respondedAt({ read, has }: Rows): Reader {
  const milliseconds = has('response_milliseconds') ? read('response_milliseconds') : () => null
  const recorded =
    has('first_response_at') || !has('response_milliseconds') ? read('first_response_at') : () => null
  const assigned = has('assigned_at') ? read('assigned_at') : () => null
  const issued = read('issued_at')
  return row => {
    const [moment, took] = [recorded(row), milliseconds(row)]
    if (moment !== null || typeof took !== 'number') return moment
    const start = assigned(row) ?? issued(row)
    return typeof start === 'number' ? start + took / 86_400_000 : null
  }
}

/** One number for all leads, or one for each source and `other` for the rest. */
function slaSeconds({ read, context, label }: Rows): Reader {
  const agreed = context.terms['sla.response_hours']
  if (typeof agreed === 'number') {
    const seconds = secondsOf(agreed)
    return () => seconds
  }
  const hours = (agreed ?? {}) as Readonly<Record<string, number>>
  const bySource = perValue(read('source'), (source: RowValue) => {
    const own = hours[String(source ?? '').toLowerCase()] ?? hours.other
    return own === undefined ? undefined : secondsOf(own)
  })
  const source = read('source')
  return row => {
    const seconds = bySource(row)
    if (seconds !== undefined) return seconds
    const whose = source(row) === null ? 'leads without a source' : `the source “${source(row)}”`
    throw cellError('#N/A', `${label(row)}: sla.response_hours has nothing for ${whose}, nor for other`)
  }
}

/** Exactly: 4.1 hours are 14,760 seconds, not a hair less. */
export function secondsOf(hours: number): number {
  const seconds = evaluate(treeOf('hours * 3600'), { hours })
  if (isCellError(seconds)) throw seconds
  return Number(seconds)
}
