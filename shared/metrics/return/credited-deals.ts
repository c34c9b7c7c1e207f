import type { Rows } from '../../tables/rows'
import type { RowValue } from '../../tables/table'
import { cellError } from '../../values'
import { models } from './attribution'

/** A deal with the campaigns that its amount is credited to: each gets its weight of the total. */
export interface CreditedDeal {
  readonly amount: number
  readonly credits: readonly { readonly campaign: string; readonly weight: number }[]
  readonly total: number
}

interface Touch {
  readonly at: number
  readonly campaign: string
}

/** Credits deals to the touches of their leads, by the terms of attribution. */
export function creditedDeals(deals: Rows): (row: number) => CreditedDeal {
  const { terms } = deals.context
  const model = models[String(terms['attribution.model'])] as (typeof models)[string]
  const [lookback, halfLife] = ['lookback_days', 'half_life_days'].map(term =>
    Number(terms[`attribution.${term}`]),
  )
  const [amount, closedAt, createdAt] = [
    deals.read('amount'),
    deals.read('closed_at'),
    deals.read('created_at'),
  ]
  const leadCreated = terms['attribution.model'] === 'w' ? deals.read('lead_created') : () => null
  const touchesBefore = touchesOf(deals)
  return row => {
    const closed = Math.floor(Number(closedAt(row)))
    const touches = touchesBefore(row).filter(({ at }) => {
      const age = closed - Math.floor(at)
      return age >= 0 && age <= (lookback as number)
    })
    const sold = { amount: Number(amount(row)) }
    if (touches.length === 0)
      return { ...sold, credits: [{ campaign: '(unattributed)', weight: 1 }], total: 1 }
    const weights = model(
      {
        ages: touches.map(({ at }) => closed - Math.floor(at)),
        leadTouch: () => lastBy(touches, leadCreated(row)),
        dealTouch: () => lastBy(touches, createdAt(row)),
      },
      halfLife as number,
    )
    const credits = touches.map(({ campaign }, index) => ({ campaign, weight: weights[index] as number }))
    return { ...sold, credits, total: weights.reduce((sum, weight) => sum + weight, 0) }
  }
}

/** The last touch up to a moment; the first of all where none was before it. */
function lastBy(touches: readonly Touch[], moment: RowValue): number {
  const after = touches.findIndex(({ at }) => at > Number(moment))
  return moment === null ? 0 : Math.max(0, (after < 0 ? touches.length : after) - 1)
}

/** The touches of a deal's leads in their order: a deal names its lead, or a lead its opportunity. */
function touchesOf(deals: Rows): (row: number) => readonly Touch[] {
  const { context } = deals
  const byLead = touchesByLead(context.rows('touches'))
  const leads = context.tables.has('leads') ? context.rows('leads') : undefined
  if (!leads && !deals.has('lead_id')) {
    throw cellError(
      '#VALUE!',
      'deals has no column lead_id, by which touches are found: add it, or give LEADS',
    )
  }
  const [dealId, dealsLead] = [deals.read('deal_id'), deals.read('lead_id')]
  const leadsOf = leads?.has('opportunity_id') ? leadsByDeal(leads) : new Map<RowValue, readonly RowValue[]>()
  return row => {
    const ids = new Set([dealsLead(row), ...(leadsOf.get(dealId(row)) ?? [])])
    return [...ids].flatMap(id => byLead.get(id) ?? []).sort(inTime)
  }
}

function inTime(one: Touch, other: Touch): number {
  return one.at - other.at || (one.campaign.toLowerCase() < other.campaign.toLowerCase() ? -1 : 1)
}

function touchesByLead({ read, last, isRow }: Rows): ReadonlyMap<RowValue, readonly Touch[]> {
  const [leadId, at, campaign] = [read('lead_id'), read('at'), read('campaign')]
  const found = new Map<RowValue, Touch[]>()
  for (let row = 1; row <= last; row++) {
    const [id, moment] = isRow(row) ? [leadId(row), at(row)] : [null, null]
    if (id === null || typeof moment !== 'number') continue
    const touch = { at: moment, campaign: String(campaign(row) ?? '(blank)').trim() }
    const others = found.get(id)
    if (others) others.push(touch)
    else found.set(id, [touch])
  }
  return found
}

function leadsByDeal({ read, last, isRow }: Rows): ReadonlyMap<RowValue, readonly RowValue[]> {
  const [leadId, opportunityId] = [read('lead_id'), read('opportunity_id')]
  const found = new Map<RowValue, RowValue[]>()
  for (let row = 1; row <= last; row++) {
    const deal = isRow(row) ? opportunityId(row) : null
    if (deal !== null) found.set(deal, [...(found.get(deal) ?? []), leadId(row)])
  }
  return found
}
