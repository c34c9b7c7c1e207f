import { stageClasses, stageQualified } from '../../../definitions/stages'
import { evidence } from '../../../tables/derived/deal-evidence'
import { kindNamed, kinds } from '../../../tables/derived/deal-kind'
import { recurringWords, usageWords } from '../../../tables/derived/revenue-type'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import { customerSince, newCustomer } from './customers'
import { dealLeads } from './deal-leads'
import { deliveryCost } from './delivery-cost'
import type { SqlColumn } from './index'
import { pipeline } from './pipeline'
import { slippage } from './slippage'
import { windowDays } from './window-days'
import { caseOf, isAnyOf, joinFirst, refusing, truth, wordOf } from './words'

export const deals: Readonly<Record<string, SqlColumn>> = {
  stage_word: wordOf('stage'),
  reason_word: wordOf('reason'),
  stage_named: stageNamed,
  stage_known: stageKnown,
  stage_class: rows => {
    const known = rows.name('stage_known').sql
    const what =
      '#VALUE! deals have a stage that nobody has defined: rename it, add it to stage.map, or add the columns is_closed and is_won'
    return { sql: known, type: 'text', refused: refusing(`${known} is null`, what, rows) }
  },
  qualified_deal: qualifiedDeal,
  ...dealLeads,
  ...pipeline,
  ...slippage,
  deal_kind: rows => {
    const word = rows.dialect.word(rows.name('deal_type').sql)
    const named = [...kinds].map(([own, kind]) => [own, rows.dialect.text(kind)] as const)
    return { sql: caseOf(word, named, word, rows), type: 'text' }
  },
  of_cohort_type: rows => {
    const wanted = (rows.terms['cohort.deal_types'] as readonly string[]).map(kindNamed)
    if (wanted.includes('all')) return { sql: 'true', type: 'flag' }
    const kind = rows.name('deal_kind').sql
    const what =
      '#N/A a deal came from a lead, but its deal_type is blank: fill it in, or let cohort.deal_types be all'
    return {
      sql: isAnyOf(kind, wanted, rows),
      type: 'flag',
      refused: refusing(`${kind} is null`, what, rows),
    }
  },
  delivery_cost: deliveryCost,
  a_year_later: ({ name, dialect }) => {
    const closed = `cast(${name('closed_at').sql} as ${dialect.types.day})`
    return { sql: dialect.addMonths(closed, '12'), type: 'date' }
  },
  customer_since: customerSince,
  new_customer: newCustomer,
  window_days: windowDays,
  recurring: rows => {
    const included = rows.terms['mrr.include'] as readonly string[]
    const word = `coalesce(${rows.dialect.word(rows.name('revenue_type').sql)}, '')`
    const counted = caseOf(
      word,
      recurringWords.map(own => [own, "'recurring'"] as const),
      word,
      rows,
    )
    const usage = isAnyOf(word, usageWords, rows)
    const counts = isAnyOf(counted, included, rows)
    return {
      sql: `case when ${usage} then ${rows.terms['mrr.usage'] === true} else ${counts} end`,
      type: 'flag',
    }
  },
  revenue_stream: ({ name, has }) => name(has('revenue_type') ? 'revenue_type' : 'deal_type'),
  evidence_recorded: ({ name, has }) => {
    const recorded = evidence.filter(has).map(column => `${name(column).sql} is not null`)
    return { sql: recorded.join(' and '), type: 'flag' }
  },
  territory: rows => {
    const found = joinFirst(rows, 'reps', 'rep', ['territory'], rows.name('owner').sql, {
      regardlessOfCase: true,
    })
    return { sql: `${found}.${rows.dialect.identifier('__territory')}`, type: 'text' }
  },
}

function stageNamed(rows: SourceWriter): Written {
  const classes = Object.entries(stageClasses(rows.state.context.terms))
  const cases = classes.map(([stage, own]) => [stage, rows.dialect.text(own)] as const)
  return { sql: caseOf(rows.name('stage_word').sql, cases, 'null', rows), type: 'text' }
}

/** The CRM's own flags go before the stage's name. */
function stageKnown({ name, has }: SourceWriter): Written {
  const named = name('stage_named').sql
  const isFlagged = has('is_won')
  const cases = [
    ...(isFlagged
      ? [`when ${name('is_won').sql} then 'won'`, `when not ${name('is_closed').sql} then 'open'`]
      : []),
    `when ${named} = 'lost' and ${name('reason_word').sql} = 'no_decision' then 'no_decision'`,
    `when ${named} is not null then ${named}`,
    ...(isFlagged ? [`when ${name('is_closed').sql} then 'lost'`] : []),
  ]
  return { sql: `case ${cases.join(' ')} end`, type: 'text' }
}

/** What is won was; else by the day on which it was, where the table says of any deal when; else by its stage. */
function qualifiedDeal(rows: SourceWriter): Written {
  const { name, has, read } = rows
  const own = name('stage_class')
  const stages = Object.entries(stageQualified(rows.state.context.terms))
  const unqualified = stages.filter(([, isQualified]) => !isQualified).map(([stage]) => stage)
  const isKnown = (column: string): string => truth(read(`days(${column}, known_until) >= 0`))
  const cases = [
    `when ${own.sql} = 'disqualified' then false`,
    ...(has('closed_at') ? [`when ${own.sql} = 'won' and ${isKnown('closed_at')} then true`] : []),
    ...(has('qualified_at')
      ? [`when count(${name('qualified_at').sql}) over () > 0 then ${isKnown('qualified_at')}`]
      : []),
  ]
  return {
    sql: `case ${cases.join(' ')} else not ${isAnyOf(name('stage_word').sql, unqualified, rows)} end`,
    type: 'flag',
    refused: own.refused,
  }
}
