import { metric } from '../metric'
import { conversionMethod } from './conversion-method'

export const funnelWins = metric({
  name: 'FUNNEL_WINS',
  title: 'Wins of the funnel',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Deals won so far of the net leads issued in the period, each counted once however ' +
    'many leads it came from.',
  questions: ['How often do we win?'],
  parameters: {
    shares: {
      rangeOf: 'number per deal',
      about: 'Among how many leads each is shared',
      measured: {
        from: 'credits',
        rows: 'conversion.method = "cohort" and won_later',
        at: 'cohort_at',
        value: 'credit_shares',
      },
    },
    closed: {
      unit: 'deals',
      about: 'Deals won in the period, for method period',
      measured: {
        from: 'deals',
        rows: 'conversion.method = "period" and qualified_deal and won',
        at: 'closed_at',
      },
    },
    method: conversionMethod,
  },
  formula: 'sum(1 / shares)',
  unit: 'deals',
  variants: [
    {
      when: 'method = "period"',
      formula: 'closed',
      about: 'With method “period”: all of the period',
    },
  ],
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E: cohort conversion' }],
  keywords: ['cohort wins', 'deals won from leads'],
  onTablesOnly: true,
})
