import { metric } from '../metric'

export const netLeadsIssued = metric({
  name: 'NET_LEADS_ISSUED',
  title: 'Net leads issued',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Leads handed to sales in the period that proved to be leads: qualified, with an owner, less duplicates, test ' +
    'records and those coded invalid within the dispute window.',
  questions: ['How many real leads did marketing deliver?', 'Is marketing working?'],
  parameters: {
    net_leads: {
      unit: 'leads',
      about: 'Leads issued, less those that did not pass inspection',
      measured: { from: 'leads', rows: 'net', at: 'issued_at' },
    },
  },
  formula: 'net_leads',
  unit: 'leads',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: units that pass inspection' }],
  keywords: ['MQL', 'SQL', 'sales leads', 'net leads', 'qualified leads'],
  onTablesOnly: true,
})
