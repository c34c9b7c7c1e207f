import { metric } from '../metric'

export const slippageRate = metric({
  name: 'SLIPPAGE_RATE',
  title: 'Slippage rate',
  category: 'pipeline',
  indicator: 'leading',
  better: 'lower',
  about:
    'Share of the deals due in the period that slipped out of it: expected to close later by its end, or still not ' +
    'closed then. What was due is what the history of stages expected when the period began, or when the deal was ' +
    'created in it; a CRM overwrites the date in the deal itself.',
  questions: ['Can we trust the forecast?', 'Where does the pipeline stall?'],
  parameters: {
    slipped: {
      unit: 'deals',
      about: 'Of these deals, those that slipped past the end of the period',
      measured: { from: 'deals', rows: 'slipped', ahead: true },
    },
    due: {
      unit: 'deals',
      about: 'Deals that were expected to close in the period',
      measured: { from: 'deals', rows: 'due', ahead: true },
    },
  },
  formula: 'slipped / due',
  unit: 'fraction',
  errors: [
    {
      when: 'due = 0',
      error: '#DIV/0!',
      reason: 'no deal was due in the period: there is none to slip',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section G' }],
  keywords: ['slipped deals', 'pushed deals', 'close date moved', 'push rate'],
  tables: ['stage_history'],
  onTablesOnly: true,
})
