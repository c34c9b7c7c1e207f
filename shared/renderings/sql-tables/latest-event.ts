import { events } from '../../tables/latest-event'
import type { TableName } from '../../tables/schema'
import { isCellError } from '../../values'
import type { SqlDialect } from './dialect'
import { ownDepth, rowsWith } from './source'
import { note, noting, type State, sourceIn } from './state'

/**
 * The day of the latest thing that the tables record as having happened: of each table the latest of its events, of
 * closed deals their closing too. What cannot be read is no event.
 */
export function latestEvent(state: State): string {
  const { dialect } = state
  const name = dialect.identifier(`as_of${state.suffix}`)
  if (!state.latest) {
    const latest = [...state.context.tables.keys()].map(table => {
      const { made, frame } = noting(state, () => momentsOf(table, state))
      return {
        depth: Math.max(frame.depth, ownDepth),
        selects: made.length === 0 ? [] : [latestOf(made, rowsWith(frame, table, state), dialect)],
      }
    })
    const day = `coalesce(cast(max(moment) as ${dialect.types.day}), ${dialect.date('1899-12-30')})`
    const selects = latest.flatMap(table => table.selects).join(' union all ')
    state.latest = {
      sql: `${name} as (select ${day} as ${dialect.identifier('day')} from (${selects}) as events)`,
      depth: Math.max(...latest.map(({ depth }) => depth)) + 1,
    }
  }
  note(state, { depth: state.latest.depth, isOfPeriod: false })
  return `(select ${dialect.identifier('day')} from ${name})`
}

/** Of all moments of a table in one go: each of them would read the table anew. */
function latestOf(moments: readonly string[], rows: string, dialect: SqlDialect): string {
  const each = moments.map((moment, index) => `max(${moment}) as m${index}`)
  const names = moments.map((_, index) => `m${index}`)
  const latest = names.length === 1 ? 'm0' : dialect.greatest(...names)
  return `select ${latest} as moment from (select ${each.join(', ')} from ${rows}) as latest`
}

function momentsOf(table: TableName, state: State): readonly string[] {
  const { name } = sourceIn(state, table)
  const moments = (events[table] ?? []).flatMap(column => readable(() => name(column).sql))
  if (table !== 'deals') return moments
  const closing = readable(
    () => `case when ${name('stage_class').sql} <> 'open' then ${name('closed_at').sql} end`,
  )
  return [...moments, ...closing]
}

function readable(write: () => string): readonly string[] {
  try {
    return [write()]
  } catch (thrown) {
    if (isCellError(thrown)) return []
    throw thrown
  }
}
