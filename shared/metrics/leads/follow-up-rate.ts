import { metric } from '../metric'

export const followUpRate = metric({
  name: 'FOLLOW_UP_RATE',
  title: 'Follow-up rate',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about: 'Net leads issued in the period that were ever answered, as a share of all of them.',
  questions: ['Does sales follow up?', 'Do we lose leads by neglect?'],
  parameters: {
    answered: {
      unit: 'leads',
      about: 'Net leads that were answered',
      measured: { from: 'leads', rows: 'net and answered', at: 'issued_at' },
    },
    net_leads: {
      unit: 'leads',
      about: 'All net leads issued in the period',
      measured: { metric: 'NET_LEADS_ISSUED' },
    },
  },
  formula: 'answered / net_leads',
  unit: 'fraction',
  errors: [
    { when: 'net_leads = 0', error: '#DIV/0!', reason: 'no net lead was issued: there is none to answer' },
  ],
  examples: [],
  sources: [
    {
      label:
        'Catalogue of Plumbline, section D: shown beside response times, which speak of the answered alone',
    },
  ],
  keywords: ['answered leads', 'contact rate', 'worked leads'],
  onTablesOnly: true,
  alsoTables: ['activities'],
})
