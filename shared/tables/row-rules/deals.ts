/** Which deals count as what, and when. */
export const dealRules = {
  won: 'stage_class = "won"',
  lost: 'stage_class = "lost" or stage_class = "no_decision"',
  refunded: 'present(refund) and won',
  refunded_on: 'if(refund.timing = "original_period", closed_at, either(refund_at, closed_at))',
  cycle_days: 'days(first_contact, closed_at)',
  timed: 'won and cycle_days >= 0',
} as const
