import type { Fields, Terms } from './term'

/**
 * Stages as Salesforce and HubSpot ship them, with the chances that these ship with them, and as CRM exports commonly
 * name them.
 */
export const stageDefaults = {
  won: { class: 'won' },
  closed_won: { class: 'won' },
  closedwon: { class: 'won' },
  lost: { class: 'lost' },
  closed_lost: { class: 'lost' },
  closedlost: { class: 'lost' },
  no_decision: { class: 'no_decision' },
  closed_no_decision: { class: 'no_decision' },
  disqualified: { class: 'disqualified' },
  open: { class: 'open' },
  prospecting: { class: 'open', qualified: false, order: 1, probability: 0.1 },
  engaging: { class: 'open' },
  qualification: { class: 'open', qualified: false, order: 2, probability: 0.1 },
  needs_analysis: { class: 'open', order: 3, probability: 0.2 },
  value_proposition: { class: 'open', order: 4, probability: 0.5 },
  id_decision_makers: { class: 'open', order: 5, probability: 0.6 },
  perception_analysis: { class: 'open', order: 6, probability: 0.7 },
  proposal_price_quote: { class: 'open', order: 7, probability: 0.75 },
  negotiation_review: { class: 'open', order: 8, probability: 0.9 },
  appointmentscheduled: { class: 'open', qualified: false, order: 1, probability: 0.2 },
  appointment_scheduled: { class: 'open', qualified: false, order: 1, probability: 0.2 },
  qualifiedtobuy: { class: 'open', order: 2, probability: 0.4 },
  qualified_to_buy: { class: 'open', order: 2, probability: 0.4 },
  presentationscheduled: { class: 'open', order: 3, probability: 0.6 },
  presentation_scheduled: { class: 'open', order: 3, probability: 0.6 },
  decisionmakerboughtin: { class: 'open', order: 4, probability: 0.8 },
  decision_maker_bought_in: { class: 'open', order: 4, probability: 0.8 },
  contractsent: { class: 'open', order: 5, probability: 0.9 },
  contract_sent: { class: 'open', order: 5, probability: 0.9 },
} as const satisfies Readonly<Record<string, Fields>>

/** Of each stage, as a word (`closed_won`): open, won, lost, no_decision or disqualified. */
export function stageClasses(terms: Terms): Readonly<Record<string, string>> {
  return mapped(terms, stage => String(stage.class))
}

/**
 * Of each stage, its chance to be won. What is won, or closed otherwise, needs none written; an open stage without one
 * is not there.
 */
export function stageProbabilities(terms: Terms): Readonly<Record<string, number>> {
  return mapped(terms, ({ class: own, probability }) => {
    if (typeof probability === 'number') return probability
    if (own === 'open') return undefined
    return own === 'won' ? 1 : 0
  })
}

/** Of each stage, whether a deal in it is qualified: unless the map says otherwise, all but the disqualified are. */
export function stageQualified(terms: Terms): Readonly<Record<string, boolean>> {
  return mapped(terms, stage => (stage.qualified ?? stage.class !== 'disqualified') === true)
}

/** Of each stage that has a place in the order of the sale, its place; what is won has passed all others. */
export function stageOrders(terms: Terms): Readonly<Record<string, number>> {
  return mapped(terms, ({ class: own, order }) =>
    own === 'won'
      ? Number.POSITIVE_INFINITY
      : typeof order === 'number' && own === 'open'
        ? order
        : undefined,
  )
}

/** Without a prototype, so that a stage named `constructor` is as unknown as any other. */
function mapped<Found>(
  terms: Terms,
  read: (stage: Fields) => Found | undefined,
): Readonly<Record<string, Found>> {
  const found: Record<string, Found> = Object.create(null)
  for (const [stage, fields] of Object.entries(terms['stage.map'] as Readonly<Record<string, Fields>>)) {
    const own = read(fields)
    if (own !== undefined) found[stage] = own
  }
  return found
}
