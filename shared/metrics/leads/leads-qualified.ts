import { metric } from '../metric'

export const leadsQualified = metric({
  name: 'LEADS_QUALIFIED',
  title: 'Leads qualified',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Leads that came in during the period and pass the threshold at which your team calls a lead qualified.',
  questions: ['How many leads are worth a call?'],
  parameters: {
    leads_qualified: {
      unit: 'leads',
      about: 'Leads that pass the threshold, by the day on which they came in',
      measured: { from: 'leads', rows: 'passes_threshold', at: 'created_at' },
    },
  },
  formula: 'leads_qualified',
  unit: 'leads',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: evidence goes before self-report' }],
  keywords: ['MQL', 'qualified leads', 'lead scoring'],
  onTablesOnly: true,
})
