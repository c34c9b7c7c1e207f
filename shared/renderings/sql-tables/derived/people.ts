import { held, incoming, missed, spellings } from '../../../tables/derived/activities'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { caseOf, isAnyOf, of, refusing, truth, wordOf } from './words'

export const activities: Readonly<Record<string, SqlColumn>> = {
  activity_word: wordOf('type'),
  /** A meeting was held only where its outcome says so. */
  activity_kind: rows => {
    const { dialect } = rows
    const word = rows.name('activity_word').sql
    const kind = caseOf(
      word,
      Object.entries(spellings).map(([own, named]) => [own, dialect.text(named)] as const),
      word,
      rows,
    )
    const said = rows.has('outcome') ? `coalesce(${dialect.word(rows.name('outcome').sql)}, '')` : "''"
    const meeting = `case when ${isAnyOf(said, held, rows)} then 'meeting_held' when ${isAnyOf(said, missed, rows)} then 'meeting_missed' else 'meeting_booked' end`
    return { sql: `case when ${kind} = 'meeting' then ${meeting} else ${kind} end`, type: 'text' }
  },
  incoming: rows => {
    const { dialect, has, name } = rows
    const directed = has('direction') ? isAnyOf(dialect.word(name('direction').sql), incoming, rows) : 'false'
    return { sql: `${directed} or ${isAnyOf(name('activity_word').sql, incoming, rows)}`, type: 'flag' }
  },
}

export const scoredCalls: Readonly<Record<string, SqlColumn>> = {
  pass_mark: rows => {
    const marks = rows.terms['behaviour.rubrics'] as Readonly<Record<string, number>>
    const cases = Object.entries(marks).map(([rubric, mark]) => [rubric, String(mark)] as const)
    return { sql: caseOf(`lower(${rows.name('rubric').sql})`, cases, 'null', rows), type: 'number' }
  },
}

export const targets: Readonly<Record<string, SqlColumn>> = {
  target_metric: ({ name, dialect }) => ({
    sql: `upper(coalesce(${dialect.word(name('metric').sql)}, ''))`,
    type: 'text',
  }),
  eve: ({ dialect, period }) => ({ sql: dialect.addDays(period('from'), '-1'), type: 'date' }),
  whole_period: rows => wholePeriod(rows, 'period_start', 'period_end'),
}

/** A quota or target of which the period asked for holds a part only is refused. */
export function wholePeriod(rows: SourceWriter, first: string, last: string): Written {
  const { name, period, dialect } = rows
  const day = (column: string): string => `cast(${name(column).sql} as ${dialect.types.day})`
  const [start, end, from, to] = [day(first), day(last), period('from'), period('to')]
  const isWhole = `${start} >= ${from} and ${end} <= ${to}`
  const isApart = `${end} < ${from} or ${start} > ${to}`
  const what = `#N/A a row of ${rows.source} is for a period that the one asked for holds in part: ask for whole periods of it`
  return {
    sql: isWhole,
    type: 'flag',
    refused: refusing(`not (${isWhole}) and not (${isApart})`, what, rows),
  }
}

export const accounts: Readonly<Record<string, SqlColumn>> = {
  touched: rows => {
    const { name, dialect, other, lookInto, period, state } = rows
    const id = dialect.identifier
    const own = other('activities')
    const optional = ['account_id', 'deal_id'].filter(own.has)
    const activities = lookInto('activities', ['counted', 'at', ...optional])
    const ofDeals = own.has('deal_id') && state.context.tables.has('deals')
    const deals = ofDeals ? lookInto('deals', ['deal_id', 'account_id', '__row']) : ''
    const nth = `row_number() over (partition by ${id('deal_id')} order by ${id('__row')}) as ${id('__nth')}`
    const first = `(select * from (select ${id('deal_id')}, ${id('account_id')}, ${nth} from ${deals}) as n where ${id('__nth')} = 1)`
    const beside = ofDeals ? ` left join ${first} as d on d.${id('deal_id')} = a.${id('deal_id')}` : ''
    const account = [
      ...(own.has('account_id') ? [`a.${id('account_id')}`] : []),
      ...(ofDeals ? [`d.${id('account_id')}`] : []),
      'null',
    ]
    const day = `cast(a.${id('at')} as ${dialect.types.day})`
    const counts = truth({ ...own.name('counted'), sql: of('a', own.name('counted'), rows) })
    const days = `select coalesce(${account.join(', ')}) as ${id('__account')}, ${day} as ${id('__day')} from ${activities} as a${beside} where ${counts}`
    const next = `lead(${id('__day')}) over (partition by ${id('__account')} order by ${id('__day')}) as ${id('__next')}`
    // The last day up to the end of the period: whether the account was touched in it.
    const last = rows.join(
      `(select ${id('__account')}, ${id('__day')}, ${next} from (${days}) as t)`,
      alias => {
        const [at, after] = [`${alias}.${id('__day')}`, `${alias}.${id('__next')}`]
        const isLast = `${at} <= ${period('to')} and (${after} is null or ${after} > ${period('to')})`
        return `${alias}.${id('__account')} = ${name('account_id').sql} and ${isLast}`
      },
    )
    return { sql: `coalesce(${last}.${id('__day')} >= ${period('from')}, false)`, type: 'flag' }
  },
}
