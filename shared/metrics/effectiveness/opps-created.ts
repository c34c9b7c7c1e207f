import { metric } from '../metric'

export const oppsCreated = metric({
  name: 'OPPS_CREATED',
  title: 'Opportunities created',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'higher',
  about: 'Opportunities created in the period, whatever has become of them since.',
  questions: ['Is there enough pipeline?', 'Do leads turn into opportunities?'],
  parameters: {
    opportunities: {
      unit: 'deals',
      about: 'Deals by the date of their creation',
      measured: { from: 'deals', rows: 'present(created_at)', at: 'created_at' },
    },
  },
  formula: 'opportunities',
  unit: 'deals',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['new opportunities', 'deals created', 'pipeline generation'],
  onTablesOnly: true,
})
