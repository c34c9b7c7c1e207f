import { isCellError } from '../values'
import type { Context } from './rows'
import { columnReader, type Table } from './table'

/** What is recorded once it has happened; closings of open deals and due dates lie ahead. */
export const events: Partial<Record<string, readonly string[]>> = {
  leads: [
    'created_at',
    'issued_at',
    'first_response_at',
    'outcome_at',
    'converted_at',
    'next_action_done_at',
  ],
  deals: ['created_at', 'refund_at'],
  costs: ['date'],
  activities: ['at'],
  surveys: ['at'],
  stage_history: ['entered_at'],
  touches: ['at'],
  subscriptions: ['start'],
  scored_calls: ['at'],
}

/** The day of the latest thing that the tables record as having happened; what cannot be read is no event. */
export function latestEvent(context: Context): number {
  let latest = Number.NEGATIVE_INFINITY
  for (const table of context.tables.values()) {
    for (const column of events[table.schema.name] ?? []) latest = Math.max(latest, latestIn(table, column))
  }
  if (context.tables.has('deals')) latest = Math.max(latest, latestClosing(context))
  return latest === Number.NEGATIVE_INFINITY ? 0 : Math.floor(latest)
}

/** The day of the first thing that a table records; undefined for one that records none. */
export function firstEvent(table: Table): number | undefined {
  const last = table.rows.length - 1
  const days = (events[table.schema.name] ?? []).map(column =>
    greatest(last, () => {
      const read = columnReader(table, column)
      return row => {
        const moment = read(row)
        return typeof moment === 'number' ? -moment : null
      }
    }),
  )
  const first = -Math.max(Number.NEGATIVE_INFINITY, ...days)
  return Number.isFinite(first) ? Math.floor(first) : undefined
}

function latestIn(table: Table, column: string): number {
  return greatest(table.rows.length - 1, () => columnReader(table, column))
}

function latestClosing(context: Context): number {
  const deals = context.rows('deals')
  return greatest(deals.last, () => {
    const [closedAt, stageClass] = [deals.read('closed_at'), deals.read('stage_class')]
    return row => (stageClass(row) === 'open' ? null : closedAt(row))
  })
}

function greatest(last: number, open: () => (row: number) => unknown): number {
  let latest = Number.NEGATIVE_INFINITY
  try {
    const read = open()
    for (let row = 1; row <= last; row++) {
      const value = readOrNothing(read, row)
      if (typeof value === 'number' && value > latest) latest = value
    }
  } catch (thrown) {
    if (!isCellError(thrown)) throw thrown
  }
  return latest
}

function readOrNothing(read: (row: number) => unknown, row: number): unknown {
  try {
    return read(row)
  } catch (thrown) {
    if (isCellError(thrown)) return undefined
    throw thrown
  }
}
