import { creditRules } from '../../tables/credits'
import type { Condition as Asked } from '../../tables/where'
import { asked } from './columns'
import { read, readCondition } from './expression'
import { exists, type Key, valueUnder } from './links'
import { columnText, firstOfKey } from './lookups'
import { type Bounds, noTwin, type Source, type State, sourceOf } from './source'
import { both, type Condition, condition, quantity } from './written'

/** The deals that leads of cohorts brought, each with its lead. */
export interface Credited {
  readonly source: Source
  /** Whether a deal came of a net lead, of those that are asked for. */
  readonly counts: Condition
  /** A condition that holds once for each different value of a column. */
  readonly once: (column: string, counts: Condition) => Condition
}

/**
 * Deals as rows, with what they need of the lead that they came of. A deal that is divided among leads has no twin: of
 * each deal a formula finds a single lead, by one of the two columns that may link them.
 */
export function creditedDeals(state: State, period: Bounds, conditions: readonly Asked[]): Credited {
  const [deals, leads] = [sourceOf('deals', state, period), sourceOf('leads', state, period)]
  const [own, other] = linkOf(deals, leads)
  const [ofLeads, ofDeals] = [true, false].map(isLead =>
    conditions.filter(({ column }) => leads.rows.has(column) === isLead),
  ) as [Asked[], Asked[]]
  const net = [readCondition('net', leads), ...ofLeads.map(one => ask(one, leads))].reduce(both)
  const cohortAt = quantity(valueUnder(own, other, 'issued_at'))
  const schema = { ...deals.table.schema, rules: creditRules }
  const source: Source = {
    ...deals,
    table: { ...deals.table, schema },
    credit: { cohortAt, deals },
  }
  return {
    source,
    counts: [exists(own, other, net), ...ofDeals.map(one => ask(one, deals))].reduce(both),
    once: (column, counts) => {
      const ids = deals.rows.read('deal_id')
      const all = Array.from({ length: deals.rows.last }, (_, index) => ids(index + 1))
      const isOnce = column === 'cohort_lead' ? own.column === 'deal_id' : new Set(all).size === all.length
      const key = columnText(deals, column === 'cohort_lead' ? own.column : column)
      return isOnce ? condition() : condition(firstOfKey(counts, key, deals))
    },
  }
}

function ask(one: Asked, source: Source): Condition {
  return asked(one, source, name => read(name, source))
}

/** The columns by which each deal finds the very lead that the core credits it to. */
function linkOf(deals: Source, leads: Source): readonly [Key, Key] {
  const credits = deals.state.context.rows('credits')
  const [leadOf, shares] = [credits.read('cohort_lead'), credits.read('credit_shares')]
  const credited = new Map<number, unknown>()
  for (let row = 1; row <= credits.last; row++) {
    const deal = credits.standsFor?.(row) as number
    if (shares(row) !== 1 || credited.has(deal))
      throw noTwin('deals are divided among several leads, and a formula finds one lead for each')
    credited.set(deal, leadOf(row))
  }
  const ways = [
    ['lead_id', 'lead_id'],
    ['deal_id', 'opportunity_id'],
  ] as const
  for (const [own, other] of ways) {
    const [ownKey, otherKey]: [Key, Key] = [
      { source: deals, column: own },
      { source: leads, column: other },
    ]
    if (deals.rows.has(own) && leads.rows.has(other) && finds(ownKey, otherKey, credited))
      return [ownKey, otherKey]
  }
  throw noTwin(
    'which deal came of which lead is told by lead_id of some deals and by opportunity_id of other leads: fill in one of them',
  )
}

function finds(own: Key, other: Key, credited: ReadonlyMap<number, unknown>): boolean {
  const leads = other.source.rows
  const [net, id, issuedAt] = [leads.read('net'), leads.read(other.column), leads.read('issued_at')]
  const known = new Map<unknown, number>()
  for (let row = 1; row <= leads.last; row++) {
    if (id(row) === null || issuedAt(row) === null) continue
    // Two leads under one id would be added.
    if (known.has(id(row))) return false
    known.set(id(row), row)
  }
  const ownId = own.source.rows.read(own.column)
  for (let deal = 1; deal <= own.source.rows.last; deal++) {
    const lead = known.get(ownId(deal))
    const isNet = lead !== undefined && leads.isRow(lead) && net(lead) === true
    if ((isNet ? lead : undefined) !== credited.get(deal)) return false
  }
  return true
}
