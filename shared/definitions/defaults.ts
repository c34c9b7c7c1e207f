/** What a definition term may hold; sets are lists. */
export type TermValue = number | string | boolean | readonly string[] | Readonly<Record<string, string>>

/** How time is cut, and when a company is open; formulas over dates name these terms. */
export const calendarDefaults = {
  'calendar.open': '09:00',
  'calendar.close': '17:00',
  'calendar.weekend_mask': '0000011',
  'calendar.holidays': [],
  'calendar.fiscal_start_month': 1,
  'calendar.week_start': 'monday',
  'calendar.week_quarter_rule': 'clip',
} as const satisfies Readonly<Record<string, TermValue>>

export type CalendarTerm = keyof typeof calendarDefaults

/** The built-in definitions, which nobody has ratified: what a term means until a team says otherwise. */
export const defaults: Readonly<Record<string, TermValue>> = {
  'lead.net_subtract_codes': ['DUPLICATE', 'INVALID', 'TEST', 'EXISTING_CUSTOMER', 'OUT_OF_PROFILE'],
  'lead.dispute_window_days': 5,
  'cost.marketing_investment': [
    'ad_spend',
    'labour',
    'creative',
    'tools',
    'agency',
    'events',
    'subscriptions',
    'overhead',
  ],
  'cost.cost_of_sales': ['salaries', 'commissions', 'training', 'tools', 'travel', 'tied_marketing'],
  'cost.investment_other': ['hardware', 'operations', 'production'],
  ...calendarDefaults,
  /** Stages as Salesforce and HubSpot ship them and as CRM exports commonly name them, each with its class. */
  'stage.map': {
    won: 'won',
    closed_won: 'won',
    closedwon: 'won',
    lost: 'lost',
    closed_lost: 'lost',
    closedlost: 'lost',
    no_decision: 'no_decision',
    closed_no_decision: 'no_decision',
    disqualified: 'disqualified',
    open: 'open',
    prospecting: 'open',
    engaging: 'open',
    qualification: 'open',
    needs_analysis: 'open',
    value_proposition: 'open',
    id_decision_makers: 'open',
    perception_analysis: 'open',
    proposal_price_quote: 'open',
    negotiation_review: 'open',
    appointmentscheduled: 'open',
    appointment_scheduled: 'open',
    qualifiedtobuy: 'open',
    qualified_to_buy: 'open',
    presentationscheduled: 'open',
    presentation_scheduled: 'open',
    decisionmakerboughtin: 'open',
    decision_maker_bought_in: 'open',
    contractsent: 'open',
    contract_sent: 'open',
  },
}
