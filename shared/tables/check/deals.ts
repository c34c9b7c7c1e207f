import type { TableChecks } from './check'

export const dealChecks: TableChecks = {
  unique: ['deal_id'],
  wanted: {
    columns: ['cogs', 'gross_profit'],
    remedy: 'add one: gross profit, margin and the return of a cohort need it',
    unless: 'margin.default_rate',
  },
  checks: [
    {
      columns: ['stage'],
      reads: 'stage_class',
      problem: '“{cell}” is no stage of the definitions',
      remedy: 'rename it, add it to stage.map, or add the columns is_closed and is_won',
    },
    {
      columns: ['closed_at'],
      when: 'days(created_at, closed_at) < 0',
      problem: 'closes before it was created',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['closed_at'],
      when: 'stage_class <> "open" and not present(closed_at)',
      problem: 'closed, but without a date',
      remedy: 'fill it in: without it the deal counts in no period',
    },
    {
      columns: ['is_closed'],
      when: 'is_won and present(is_closed) and not is_closed',
      problem: 'won, but not closed',
      remedy: 'correct one of the two; until then the deal counts as won',
    },
    {
      columns: ['amount'],
      when: 'won and not present(amount)',
      problem: 'won, but without an amount',
      remedy: 'fill it in: until then no revenue of its period can be told',
    },
    {
      columns: ['amount'],
      when: 'won and amount <= 0',
      problem: 'won for {cell}',
      remedy: 'check the amount; what was paid back belongs in the column refund',
    },
    {
      columns: ['cogs', 'gross_profit'],
      when: 'won and not present(cogs) and not present(gross_profit)',
      problem: 'won, but what it cost to deliver is not known',
      remedy: 'fill in cogs or gross_profit: until then no gross profit of its period can be told',
      unless: 'margin.default_rate',
    },
    {
      columns: ['gross_profit'],
      when: 'won and gross_profit > amount',
      problem: 'the gross profit is more than the amount',
      remedy: 'correct one of the two',
    },
    {
      columns: ['refund'],
      when: 'refund > 0 and not won',
      problem: 'paid back, though it was never won',
      remedy: 'clear the refund or correct the stage; until then it does not count',
    },
    {
      columns: ['refund'],
      when: 'refund > amount',
      problem: 'more was paid back than paid',
      remedy: 'correct the refund or the amount',
    },
    {
      columns: ['refund'],
      when: 'refund < 0',
      problem: 'the refund is below 0',
      remedy: 'write it without the minus: refunds are subtracted',
    },
    {
      columns: ['refund_at'],
      when: 'days(closed_at, refund_at) < 0',
      problem: 'paid back before it was closed',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['first_contact_at'],
      when: 'days(first_contact_at, closed_at) < 0',
      problem: 'the first contact is later than the close',
      remedy: 'correct one of the two dates; until then the deal is left out of the sales cycle',
    },
    {
      columns: ['qualified_at'],
      when: 'days(qualified_at, closed_at) < 0',
      problem: 'qualified later than it was closed',
      remedy: 'correct one of the two dates',
    },
  ],
}
