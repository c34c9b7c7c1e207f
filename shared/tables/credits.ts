import type { Context, Rows } from './rows'
import { readersOf } from './rows'
import type { Schema } from './schema'
import type { Reader, RowValue } from './table'

/** A deal's link to a net lead that it came from; `shares` is among how many such links the deal is divided. */
interface Credit {
  readonly deal: number
  readonly lead: number
  readonly shares: number
}

/**
 * The deals of the leads' cohorts: one row for each deal and net lead that it is credited to, by
 * `cohort.multi_lead_credit`. A deal names its lead, or a lead its opportunity; either will do.
 */
export function creditRows(context: Context): Rows {
  const [leads, deals] = [context.rows('leads'), context.rows('deals')]
  const issuedAt = leads.read('issued_at')
  const credits = creditsOf(leads, deals, String(context.terms['cohort.multi_lead_credit']))
  const ofDeal =
    (read: Reader): Reader =>
    row =>
      read((credits[row - 1] as Credit).deal)
  const ofLead =
    (read: Reader): Reader =>
    row =>
      read((credits[row - 1] as Credit).lead)
  const schema: Schema = {
    name: 'deals',
    row: 'deal',
    columns: { ...deals.schema.columns, ...leads.schema.columns },
    rules: creditRules,
  }
  return {
    source: 'credits',
    schema,
    context,
    last: credits.length,
    isRow: () => true,
    ...readersOf(schema, context, name => {
      if (name === 'cohort_at') return { read: ofLead(issuedAt) }
      if (name === 'cohort_lead') return { read: row => (credits[row - 1] as Credit).lead }
      if (name === 'credit_shares') return { read: row => (credits[row - 1] as Credit).shares }
      return deals.knows(name) ? { read: ofDeal(deals.read(name)), money: deals.isMoney(name) } : undefined
    }),
    // A cohort is one of leads: their columns tell which one, where they have it.
    column: name => (leads.has(name) ? ofLead(leads.column(name)) : ofDeal(deals.column(name))),
    has: name => leads.has(name) || deals.has(name),
    knows: () => true,
    label: row => deals.label((credits[row - 1] as Credit).deal),
    standsFor: row => (credits[row - 1] as Credit).deal,
  }
}

export const creditRules: Readonly<Record<string, string>> = {
  opportunity: 'of_cohort_type and days(cohort_at, created_at) >= 0 and days(created_at, known_until) >= 0',
  /** What was won was qualified, whether or not anyone wrote so. */
  qualified_opportunity: 'opportunity and (qualified_deal or won_by_now)',
  won_by_now: 'won and days(closed_at, known_until) >= 0',
  won_later: 'opportunity and won_by_now and days(cohort_at, closed_at) >= 0',
  cohort_won: 'won_later and in_window',
  in_window: 'days(cohort_at, closed_at) <= window_days',
  refunded_by_now: 'present(refund) and days(either(refund_at, closed_at), known_until) >= 0',
}

function creditsOf(leads: Rows, deals: Rows, rule: string): readonly Credit[] {
  const links = linksOf(leads, deals)
  const [issuedAt, leadId] = [leads.read('issued_at'), leads.read('lead_id')]
  return [...links].flatMap(([deal, linked]): Credit[] => {
    const inOrder = [...linked].sort(
      (a, b) => Number(issuedAt(a)) - Number(issuedAt(b)) || (String(leadId(a)) < String(leadId(b)) ? -1 : 1),
    )
    switch (rule) {
      case 'equal':
        return inOrder.map(lead => ({ deal, lead, shares: inOrder.length }))
      case 'last':
        return [{ deal, lead: inOrder[inOrder.length - 1] as number, shares: 1 }]
      case 'none':
        return inOrder.length === 1 ? [{ deal, lead: inOrder[0] as number, shares: 1 }] : []
      default:
        return [{ deal, lead: inOrder[0] as number, shares: 1 }]
    }
  })
}

/** The net leads of each deal, by row. */
function linksOf(leads: Rows, deals: Rows): ReadonlyMap<number, ReadonlySet<number>> {
  const [net, leadId, opportunityId] = [
    leads.read('net'),
    leads.read('lead_id'),
    leads.read('opportunity_id'),
  ]
  const [dealId, dealsLead] = [deals.read('deal_id'), deals.read('lead_id')]
  const dealRows = rowsByValue(deals, dealId)
  const leadRows = new Map<RowValue, number>()
  const links = new Map<number, Set<number>>()
  const link = (deal: number | undefined, lead: number | undefined): void => {
    if (deal === undefined || lead === undefined) return
    const linked = links.get(deal)
    if (linked) linked.add(lead)
    else links.set(deal, new Set([lead]))
  }
  for (let lead = 1; lead <= leads.last; lead++) {
    if (!leads.isRow(lead) || net(lead) !== true) continue
    leadRows.set(leadId(lead), lead)
    link(dealRows.get(opportunityId(lead)), lead)
  }
  for (let deal = 1; deal <= deals.last; deal++) {
    const id = deals.isRow(deal) ? dealsLead(deal) : null
    if (id !== null) link(deal, leadRows.get(id))
  }
  return links
}

function rowsByValue(rows: Rows, read: Reader): ReadonlyMap<RowValue, number> {
  const found = new Map<RowValue, number>()
  for (let row = rows.last; row > 0; row--) if (rows.isRow(row)) found.set(read(row), row)
  found.delete(null)
  return found
}
