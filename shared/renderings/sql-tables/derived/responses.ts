import { hasNoResponse, secondsOf } from '../../../tables/derived/responses'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { caseOf, refusing, truth } from './words'

/** When leads were answered, and when they should have been. */
export const responses: Readonly<Record<string, SqlColumn>> = {
  responded_at: respondedAt,
  day_end: ({ name, dialect }) => ({ sql: dialect.addDays(name('as_of').sql, '1'), type: 'date' }),
  sla_seconds: slaSeconds,
}

/** As HubSpot exports it, so long after it was assigned. */
function respondedAt(rows: SourceWriter): Written {
  const { name, has, dialect } = rows
  if (hasNoResponse(rows) && rows.state.context.tables.has('activities')) return firstActivity(rows)
  const took = has('response_milliseconds') ? name('response_milliseconds').sql : undefined
  if (took === undefined) return name('first_response_at')
  const assigned = has('assigned_at') ? [name('assigned_at').sql] : []
  const start = [...assigned, name('issued_at').sql]
  const answered = dialect.addMilliseconds(`coalesce(${start.join(', ')})`, took)
  return {
    sql: has('first_response_at') ? `coalesce(${name('first_response_at').sql}, ${answered})` : answered,
    type: 'date',
  }
}

/** The first thing that a rep did about a lead since its clock started: the one before it was earlier than that. */
function firstActivity(rows: SourceWriter): Written {
  const { name, dialect, lookInto, other } = rows
  const id = dialect.identifier
  const activities = lookInto('activities', ['lead_id', 'at', 'answers'])
  const [lead, at] = [id('lead_id'), id('at')]
  const listed = [
    `${lead} as ${id('__lead')}`,
    `${at} as ${id('__at')}`,
    `lag(${at}) over (partition by ${lead} order by ${at}) as ${id('__before')}`,
  ]
  const counts = `${truth(other('activities').name('answers'))} and ${at} is not null`
  const since = name('clock_start').sql
  const found = rows.join(`(select ${listed.join(', ')} from ${activities} where ${counts})`, alias => {
    const before = `${alias}.${id('__before')}`
    const isFirst = `(${before} is null or ${before} < ${since})`
    return `${alias}.${id('__lead')} = ${name('lead_id').sql} and ${alias}.${id('__at')} >= ${since} and ${isFirst}`
  })
  return { sql: `${found}.${id('__at')}`, type: 'date' }
}

/** One number for all leads, or one for each source and `other` for the rest. */
function slaSeconds(rows: SourceWriter): Written {
  const agreed = rows.terms['sla.response_hours']
  if (typeof agreed === 'number') return { sql: String(secondsOf(agreed)), type: 'number' }
  const { other, ...bySource } = (agreed ?? {}) as Readonly<Record<string, number>>
  const rest = other === undefined ? 'null' : String(secondsOf(other))
  const source = rows.name('source').sql
  const seconds = Object.entries(bySource).map(([own, hours]) => [own, String(secondsOf(hours))] as const)
  const sql = caseOf(`lower(${source})`, [...seconds, ['other', rest]], rest, rows)
  const unsaid = `(${sql}) is null`
  const what = '#N/A sla.response_hours has nothing for the source of a lead, nor for other'
  return { sql, type: 'number', refused: other === undefined ? refusing(unsaid, what, rows) : undefined }
}
