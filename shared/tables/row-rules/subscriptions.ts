/** Which subscriptions run, and when: from the day on which they start to the day before they end. */
export const subscriptionRules = {
  recurring: 'charge in mrr.include or charge = "usage" and mrr.usage',
  runs: 'days(start, period_to) >= 0 and (not present(end) or days(period_to, end) > 0) and recurring',
  ran_before:
    'days(start, period_from) > 0 and (not present(end) or days(period_from, end) >= 0) and recurring',
  began_before: 'days(start, period_from) > 0 and recurring',
  /** What a customer pays for, by which it became one. */
  paid: 'recurring and amount > 0',
} as const
