import type { Cell } from '../../values'
import type { Metric } from '../metric'
import { answersTo } from '../on-tables/answer'
import { tableFunction } from '../on-tables/table-function'
import { contributionDirect } from './contribution-direct'

type Parts = Pick<Metric, 'parameters' | 'formula' | 'unit' | 'errors'>

/** What the tables can tell of; money first, since only money is ever weighed and added. */
const kinds: Readonly<Record<string, Parts>> = {
  referral: revenueOf('referred and not (deal_kind = "renewal")'),
  renewal: revenueOf('deal_kind = "renewal"'),
  referred_opportunities: {
    parameters: { count: counted('referred', 'created_at') },
    formula: 'count',
    unit: 'deals',
    errors: [],
  },
  win_rate_uplift: {
    parameters: {
      won: counted('referred and won'),
      lost: counted('referred and lost'),
      others_won: counted('won and not referred'),
      others_lost: counted('lost and not referred'),
    },
    formula: 'won / (won + lost) - others_won / (others_won + others_lost)',
    unit: 'fraction',
    errors: [
      {
        when: 'won + lost = 0',
        error: '#DIV/0!',
        reason: 'no referral was decided in the period: there is no win rate to compare',
      },
      {
        when: 'others_won + others_lost = 0',
        error: '#DIV/0!',
        reason: 'nothing but referrals was decided in the period: there is no win rate to compare with',
      },
    ],
  },
  cycle_days_saved: {
    parameters: { warm: cyclesOf('referred'), others: cyclesOf('not referred') },
    formula: 'median(others) - median(warm)',
    unit: 'days',
    errors: [
      {
        when: 'count(warm) = 0 or count(others) = 0',
        error: '#N/A',
        reason: 'referrals and others must both have been won in the period to compare their cycles',
      },
    ],
  },
}

function revenueOf(rule: string): Parts {
  const money = (rows: string, at: string, value: string) =>
    ({ rangeOf: 'money', about: '', measured: { from: 'deals', rows, at, value } }) as const
  return {
    parameters: {
      amounts: money(`won and ${rule}`, 'closed_at', 'amount'),
      refunds: money(`refunded and ${rule}`, 'refunded_on', 'refund'),
    },
    formula: 'sum(amounts) - sum(refunds)',
    unit: 'money',
    errors: [],
  }
}

function counted(rows: string, at = 'closed_at') {
  return { unit: 'deals', about: '', measured: { from: 'deals', rows, at } } as const
}

function cyclesOf(rule: string) {
  const measured = { from: 'deals', rows: `timed and ${rule}`, at: 'closed_at', value: 'cycle_days' } as const
  return { rangeOf: 'days', about: '', measured } as const
}

/** A row {kind, value, unit, weight} each; what is no money has no weight. */
export const contributionIndirect = tableFunction({
  name: 'CONTRIBUTION_INDIRECT',
  title: 'Indirect contributions',
  category: 'return',
  indicator: 'leading',
  better: 'higher',
  about:
    'What selling brought in the period beside its own deals: revenue of referrals and of renewals, opportunities ' +
    'that were referred, and by how much referrals win more often and sooner than others. Money stands with the ' +
    'weight that the definitions give it for ROI_WITH_INDIRECT; counts and rates are never added to money.',
  questions: ['What does selling bring beyond its deals?'],
  keywords: ['referrals', 'renewals', 'word of mouth', 'intangible return', 'warm leads'],
  sources: [{ label: 'Catalogue of Plumbline, section A: direct and indirect contributions' }],
  tables: ['leads', 'deals'],
  period: 'required',
  parameters: {},
  columns: ['kind', 'value', 'unit', 'weight'],
  compute: question => {
    const wanted = Object.values(kinds).map(parts => ({
      metric: { ...contributionDirect, ...parts },
      basis: undefined,
      overrides: {},
    }))
    const { at } = answersTo(question, wanted)
    return Object.entries(kinds).map(([kind, { unit }], index): Cell[] => {
      const { value, regimes } = at(index, 0, 0)
      const weights = regimes[0]?.terms['indirect.weights'] as Readonly<Record<string, number>> | undefined
      return [kind, value, unit, unit === 'money' ? (weights?.[kind] ?? 0) : null]
    })
  },
})
