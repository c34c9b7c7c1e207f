import { metric } from '../metric'

export const leadAcceptanceRate = metric({
  name: 'LEAD_ACCEPTANCE_RATE',
  title: 'Lead acceptance rate',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Leads issued in the period that sales said it takes, as a share of all issued. What nobody has decided yet is neither accepted nor rejected.',
  questions: ['Does sales trust the leads?'],
  parameters: {
    accepted: {
      unit: 'leads',
      about: 'Leads issued that sales accepted: the column accepted says so',
      measured: { from: 'leads', rows: 'issued and accepted', at: 'issued_at' },
    },
    issued: {
      unit: 'leads',
      about: 'All leads issued in the period',
      measured: { metric: 'LEADS_ISSUED' },
    },
  },
  formula: 'accepted / issued',
  unit: 'fraction',
  errors: [{ when: 'issued = 0', error: '#DIV/0!', reason: 'no lead was issued: there is none to accept' }],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: an explicit flag' }],
  keywords: ['SAL', 'sales accepted leads', 'handoff'],
  onTablesOnly: true,
})
