import { metric } from '../metric'
import { conversionMethod } from './conversion-method'

export const funnelOpportunities = metric({
  name: 'FUNNEL_OPPORTUNITIES',
  title: 'Opportunities of the funnel',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'higher',
  about:
    'Qualified opportunities that the net leads issued in the period have brought so far, each counted once however ' +
    'many leads it came from.',
  questions: ['Do leads turn into opportunities?'],
  parameters: {
    shares: {
      rangeOf: 'number per deal',
      about: 'Among how many leads each is shared',
      measured: {
        from: 'credits',
        rows: 'conversion.method = "cohort" and qualified_opportunity',
        at: 'cohort_at',
        value: 'credit_shares',
      },
    },
    created: {
      unit: 'deals',
      about: 'Qualified opportunities created in the period, for method period',
      measured: { from: 'deals', rows: 'conversion.method = "period" and qualified_deal', at: 'created_at' },
    },
    method: conversionMethod,
  },
  formula: 'sum(1 / shares)',
  unit: 'deals',
  variants: [
    {
      when: 'method = "period"',
      formula: 'created',
      about: 'With method “period”: all of the period',
    },
  ],
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E: cohort conversion' }],
  keywords: ['cohort opportunities', 'opportunities from leads'],
  onTablesOnly: true,
})
