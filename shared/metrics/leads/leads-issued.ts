import { metric } from '../metric'

export const leadsIssued = metric({
  name: 'LEADS_ISSUED',
  title: 'Leads issued',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Qualified leads handed to sales in the period with all that an issued lead needs: its moment, its owner and what else your team asks for.',
  questions: ['How many leads did sales get?'],
  parameters: {
    leads_issued: {
      unit: 'leads',
      about: 'Leads issued, by the moment of their issue, never of their creation',
      measured: { from: 'leads', rows: 'issued', at: 'issued_at' },
    },
  },
  formula: 'leads_issued',
  unit: 'leads',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: issued means owned' }],
  keywords: ['gross leads issued', 'leads handed over', 'SQL', 'handoff'],
  onTablesOnly: true,
})
