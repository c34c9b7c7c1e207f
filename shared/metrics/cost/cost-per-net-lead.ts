import { metric } from '../metric'

export const costPerNetLead = metric({
  name: 'COST_PER_NET_LEAD',
  title: 'Cost per net lead',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'The whole marketing investment of a period for each lead issued to sales in it that proved to be one.',
  questions: ['What does a real lead cost us?', 'Is marketing working?'],
  parameters: {
    cost: {
      unit: 'money',
      about: 'Total marketing investment of the period, not the media spend alone',
      measured: { metric: 'TOTAL_COST' },
    },
    net_leads: {
      unit: 'leads',
      about: 'Leads issued to sales in the same period, less duplicates, invalid and test records',
      measured: { metric: 'NET_LEADS_ISSUED' },
    },
  },
  formula: 'cost / net_leads',
  unit: 'money per lead',
  errors: [
    {
      when: 'net_leads = 0',
      error: '#DIV/0!',
      reason: 'net_leads is 0: there is no lead to share the cost',
    },
    { when: 'net_leads < 0', error: '#NUM!', reason: 'net_leads is {net_leads}: a count cannot be below 0' },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    {
      given: { cost: 33000, net_leads: 7 },
      answer: 4714.285714285715,
      about: 'All components of the investment',
    },
    { given: { cost: 12000, net_leads: 7 }, answer: 1714.2857142857142, about: 'Ad spend alone flatters' },
    { given: { cost: 0, net_leads: 7 }, answer: 0, about: 'Leads that cost nothing' },
  ],
  sources: [{ label: 'Net leads as units that pass inspection: catalogue of Plumbline, section C' }],
  keywords: ['CPL', 'CPNL', 'cost per qualified lead', 'cost per sales lead'],
})
