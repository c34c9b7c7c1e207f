import type { DomainRule, RangeParameter } from '../metric'

/** What a share of revenue is a share of. */
export const wonAmounts = {
  rangeOf: 'money',
  about: 'Amounts of all deals won in the period',
  measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
} as const satisfies RangeParameter

export const noRevenue = {
  when: 'sum(amounts) = 0',
  error: '#DIV/0!',
  reason: 'the revenue of the period is 0: there is nothing to take a share of',
} as const satisfies DomainRule
