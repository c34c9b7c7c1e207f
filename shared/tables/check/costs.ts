import type { TableChecks } from './check'

export const costChecks: TableChecks = {
  checks: [
    {
      columns: ['component'],
      reads: 'cost_component',
      problem: '“{cell}” is in no cost definition',
      remedy: 'rename it, or add it to the set that it belongs to',
    },
    {
      columns: ['amount'],
      when: 'not present(amount)',
      problem: 'the amount is blank',
      remedy: 'fill it in, with 0 for nothing',
    },
    {
      columns: ['function'],
      when: 'present(function) and function <> "marketing" and function <> "sales" and function <> "other"',
      problem: '“{cell}” is neither marketing nor sales nor other',
      remedy: 'write one of the three: the cost of another function is no marketing investment',
    },
    {
      columns: ['period_to'],
      when: 'days(period_from, period_to) < 0',
      problem: 'the period ends before it begins',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['period_to'],
      when: 'present(period_from) and not present(period_to)',
      problem: 'the period begins but does not end',
      remedy: 'fill in its last day, or clear its first',
    },
  ],
}
