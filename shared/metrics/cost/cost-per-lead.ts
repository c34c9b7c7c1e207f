import { metric } from '../metric'

export const costPerLead = metric({
  name: 'COST_PER_LEAD',
  title: 'Cost per lead',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about: 'Cost for each lead created, checked or not. It flatters: see COST_PER_NET_LEAD.',
  questions: ['What does a lead cost us?'],
  parameters: {
    cost: { unit: 'money', about: 'What the leads cost', measured: { metric: 'TOTAL_COST' } },
    leads: { unit: 'leads', about: 'Leads created', measured: { metric: 'LEADS_CREATED' } },
  },
  formula: 'cost / leads',
  unit: 'money per lead',
  errors: [
    { when: 'leads = 0', error: '#DIV/0!', reason: 'leads is 0: there is no lead to share the cost' },
    { when: 'leads < 0', error: '#NUM!', reason: 'leads is {leads}: a count cannot be below 0' },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    { given: { cost: 12000, leads: 12 }, answer: 1000, about: 'Ad spend over every lead: the vanity figure' },
    { given: { cost: 33000, leads: 12 }, answer: 2750 },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['CPL', 'vanity metric'],
})
