/** Which deals count as what, and when. */
export const dealRules = {
  won: 'stage_class = "won"',
  lost: 'stage_class = "lost" or stage_class = "no_decision"',
  closed: 'stage_class <> "open"',
  /** In a cohort, what closes after as_of is open still. */
  closed_by_now: 'closed and days(closed_at, known_until) >= 0',

  /** What selling brought by itself: renewals and referrals are counted apart. */
  direct: 'not referred and not (deal_kind = "renewal")',
  refunded: 'present(refund) and won',
  refunded_on: 'if(refund.timing = "original_period", closed_at, either(refund_at, closed_at))',
  refunded_by_now: 'refunded and days(either(refund_at, closed_at), known_until) >= 0',
  /** A customer won who gave it back at once. */
  left_early:
    'customer.min_tenure_days > 0 and refunded_by_now and refund >= amount and days(closed_at, either(refund_at, closed_at)) < customer.min_tenure_days',
  listed: 'won and present(list_amount)',
  within_period: 'days(period_from, closed_at) >= 0 and days(closed_at, period_to) >= 0',
  within_last_year: 'days(period_from, a_year_later) >= 0 and days(a_year_later, period_to) >= 0',
  customer_before: 'days(customer_since, period_from) > 0',
  /** All that was won so far of the customers whose first deal was won in the period. */
  of_customers_won:
    'won and closed_by_now and days(period_from, customer_since) >= 0 and days(customer_since, period_to) >= 0',

  /** What a win rate divides, and when it counts. */
  of_created: 'win_rate.variant = "qualified_cohort" or win_rate.variant = "created_cohort"',
  win_rate_at: 'if(of_created, created_at, closed_at)',
  in_win_rate: 'win_rate.variant <> "qualified_cohort" or qualified_deal',
  decided_by_now: 'if(of_created, closed_by_now, closed)',
  counts_as_lost:
    'stage_class = "lost" or stage_class = "no_decision" and win_rate.no_decision = "lost" or stage_class = "disqualified" and win_rate.disqualified = "lost"',
  /** Amounts of 0 or less say nothing about winning; a blank one is refused where it counts. */
  has_worth: 'win_rate.basis = "count" or not (amount <= 0)',
  win_rate_weight: 'if(win_rate.basis = "value", amount, 1)',
  win_rate_won: 'won and decided_by_now and in_win_rate and has_worth',
  win_rate_lost:
    'counts_as_lost and decided_by_now and in_win_rate and (win_rate.variant <> "competitive" or stage_class <> "no_decision") and has_worth',
  win_rate_total: 'in_win_rate and (of_created or closed) and has_worth',

  close_rate_at: 'if(close_rate.variant = "won_over_closed", closed_at, created_at)',
  in_close_rate: 'close_rate.variant <> "opp_to_win" or qualified_deal',
  close_rate_part:
    'if(close_rate.variant = "closed_over_total", closed, won) and closed_by_now and in_close_rate',
  close_rate_total: 'in_close_rate and (close_rate.variant <> "won_over_closed" or closed)',

  cycle_start:
    'if(cycle.clock_start = "lead_created", lead_created, if(cycle.clock_start = "opp_created", created_at, if(cycle.clock_start = "qualified", qualified_at, first_contact)))',
  cycle_days: 'days(cycle_start, closed_at)',
  cycle_counts: 'if(cycle.population = "closed", lost or won, won)',
  timed: 'cycle_counts and present(cycle_start) and cycle_days >= 0',

  /** What stands in the pipeline, and what was open when a period ended. */
  in_pipeline: 'stands_open and of_pipeline_stage and days(created_at, known_until) >= 0',
  in_forecast: 'in_pipeline and not omitted',
  stale: 'in_pipeline and days(last_touched, as_of) > pipeline.stale_days',
  open_at_end:
    'qualified_deal and days(created_at, period_to) >= 0 and (not closed_by_now or days(period_to, closed_at) > 0)',
  qualified_won: 'qualified_deal and won and closed_by_now',
  due: 'days(period_from, due_at_start) >= 0 and days(due_at_start, period_to) >= 0',
  late: 'days(period_to, as_of) >= 0 and (not closed_by_now or days(period_to, closed_at) > 0)',
  slipped: 'due and (days(period_to, due_at_end) > 0 or late)',
} as const
