import { metric } from '../metric'

export const leadsCreated = metric({
  name: 'LEADS_CREATED',
  title: 'Leads created',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about: 'Leads that came in during the period, whatever they are worth.',
  questions: ['How many leads came in?'],
  parameters: {
    leads_created: {
      unit: 'leads',
      about: 'All leads, by the day on which they came in',
      measured: { from: 'leads', rows: 'present(created_at)', at: 'created_at' },
    },
  },
  formula: 'leads_created',
  unit: 'leads',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: the volume that inspection starts from' }],
  keywords: ['new leads', 'raw leads', 'inquiries'],
  onTablesOnly: true,
})
