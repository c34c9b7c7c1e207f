import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError, isCellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { once } from './once'
import { perValue } from './words'

/** When leads were answered, and when they should have been. */
export const responseColumns: Readonly<Record<string, DerivedColumn>> = {
  responded_at: {
    about:
      'When the lead was first answered; as HubSpot exports it, so long after it was assigned; where LEADS does not say, by the first of its ACTIVITIES from when the clock starts',
    reads: [
      ...['first_response_at', 'response_milliseconds', 'assigned_at', 'issued_at'],
      ...['lead_id', 'clock_start'],
    ],
    looksInto: { activities: ['lead_id', 'at', 'answers'] },
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

function respondedAt(rows: Rows): Reader {
  const { read, has } = rows
  if (hasNoResponse(rows) && rows.context.tables.has('activities')) return firstActivity(rows)
  const milliseconds = read('response_milliseconds')
  const recorded =
    has('first_response_at') || !has('response_milliseconds') ? read('first_response_at') : () => null
  const assigned = readIfThere(rows, 'assigned_at')
  const issued = read('issued_at')
  return row => {
    const [moment, took] = [recorded(row), milliseconds(row)]
    if (moment !== null || typeof took !== 'number') return moment
    const start = assigned(row) ?? issued(row)
    return typeof start === 'number' ? start + took / 86_400_000 : null
  }
}

/** Whether the table says nothing of responses. */
export function hasNoResponse({ has }: Pick<Rows, 'has'>): boolean {
  return !has('first_response_at') && !has('response_milliseconds')
}

/** The first thing that a rep did about a lead since its clock started; what went before answers no lead. */
function firstActivity({ read, context }: Rows): Reader {
  const [leadId, clockStart] = [read('lead_id'), read('clock_start')]
  const momentsOf = once(() => answersByLead(context.rows('activities')))
  return row => {
    const start = clockStart(row)
    if (typeof start !== 'number') return null
    return (
      momentsOf()
        .get(leadId(row))
        ?.find(moment => moment >= start) ?? null
    )
  }
}

/** In the order of time. */
function answersByLead({ read, last, isRow }: Rows): ReadonlyMap<RowValue, readonly number[]> {
  const [leadId, at, answers] = [read('lead_id'), read('at'), read('answers')]
  const found = new Map<RowValue, number[]>()
  for (let row = 1; row <= last; row++) {
    const [lead, moment] = [leadId(row), isRow(row) ? at(row) : null]
    if (lead === null || typeof moment !== 'number' || answers(row) !== true) continue
    const others = found.get(lead)
    if (others) others.push(moment)
    else found.set(lead, [moment])
  }
  for (const moments of found.values()) moments.sort((a, b) => a - b)
  return found
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
