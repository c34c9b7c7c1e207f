import { metric } from '../metric'

export const leadRejectionRate = metric({
  name: 'LEAD_REJECTION_RATE',
  title: 'Lead rejection rate',
  category: 'leads',
  indicator: 'leading',
  better: 'lower',
  about:
    'Leads issued in the period that did not prove to be leads, as a share of all issued: duplicates, test records and those coded as no lead in time.',
  questions: ['How many real leads did marketing deliver?', 'Does sales trust the leads?'],
  parameters: {
    rejected: {
      unit: 'leads',
      about: 'Leads issued that are not net: duplicates, tests, and those subtracted by their code',
      measured: { from: 'leads', rows: 'issued and not net', at: 'issued_at' },
    },
    issued: {
      unit: 'leads',
      about: 'All leads issued in the period',
      measured: { metric: 'LEADS_ISSUED' },
    },
  },
  formula: 'rejected / issued',
  unit: 'fraction',
  errors: [{ when: 'issued = 0', error: '#DIV/0!', reason: 'no lead was issued: there is none to reject' }],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: subtracted of issued' }],
  keywords: ['rejected leads', 'lead disqualification', 'handoff'],
  onTablesOnly: true,
})
