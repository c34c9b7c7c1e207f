import { metric } from '../metric'

export const netLeadYield = metric({
  name: 'NET_LEAD_YIELD',
  title: 'Net lead yield',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about: 'Share of leads that pass inspection: net leads of those issued, or of those created.',
  questions: ['How many real leads did marketing deliver?'],
  parameters: {
    net: {
      unit: 'leads',
      about: 'Leads issued, less duplicates, invalid and test records',
      measured: { metric: 'NET_LEADS_ISSUED' },
    },
    gross: {
      unit: 'leads',
      about: 'All leads issued in the same period; or all created',
      measured: { metric: 'LEADS_ISSUED' },
    },
  },
  formula: 'net / gross',
  unit: 'fraction',
  errors: [
    {
      when: 'net < 0 or gross < 0',
      error: '#NUM!',
      reason: 'net is {net} and gross {gross}: a count cannot be below 0',
    },
    { when: 'gross = 0', error: '#DIV/0!', reason: 'gross is 0: there is no lead to pass inspection' },
    {
      when: 'net > gross',
      error: '#NUM!',
      reason: 'net is {net}, more than gross ({gross}): net leads are some of them',
    },
  ],
  examples: [
    { given: { net: 7, gross: 9 }, answer: 0.7777777777777778, about: 'Of the leads issued' },
    { given: { net: 7, gross: 12 }, answer: 0.5833333333333334, about: 'Of the leads created' },
    { given: { net: 9, gross: 7 }, answer: '#NUM!', about: 'The arguments are swapped' },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section C: units that pass inspection' }],
  keywords: ['first pass yield', 'lead quality', 'net to gross', 'lead acceptance'],
})
