import { metric } from '../metric'

export const leadQuality = metric({
  name: 'LEAD_QUALITY',
  title: 'Lead quality',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about: 'Leads that pass your threshold as a share of all that came in during the period.',
  questions: ['Are we attracting the right people?'],
  parameters: {
    qualified: {
      unit: 'leads',
      about: 'Leads that came in and pass the threshold',
      measured: { metric: 'LEADS_QUALIFIED' },
    },
    created: {
      unit: 'leads',
      about: 'All leads that came in',
      measured: { metric: 'LEADS_CREATED' },
    },
  },
  formula: 'qualified / created',
  unit: 'fraction',
  errors: [{ when: 'created = 0', error: '#DIV/0!', reason: 'no lead came in: there is none to qualify' }],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: qualified of created' }],
  keywords: ['qualification rate', 'MQL rate', 'lead fit'],
  onTablesOnly: true,
})
