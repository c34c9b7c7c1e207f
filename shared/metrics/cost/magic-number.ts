import { metric } from '../metric'

export const magicNumber = metric({
  name: 'MAGIC_NUMBER',
  title: 'Magic number',
  category: 'cost',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Yearly recurring revenue that each unit of last quarter’s sales and marketing cost added. ARR is yearly already ' +
    'and must not be multiplied by 4.',
  questions: ['Can we afford to grow?', 'Do sales and marketing pay?'],
  parameters: {
    rev_now: { unit: 'money', about: 'Revenue of this quarter; with basis arr, ARR at its end' },
    rev_prior: { unit: 'money', about: 'Revenue of the quarter before; with basis arr, ARR at its end' },
    sm_prior: { unit: 'money', about: 'Sales and marketing cost of the quarter before' },
    basis: {
      about: 'What the revenue figures are',
      choices: {
        revenue: 'revenue of a quarter, times 4 for a year',
        arr: 'annual recurring revenue, as it is',
      },
      default: 'revenue',
    },
  },
  formula: '(rev_now - rev_prior) * 4 / sm_prior',
  unit: 'fraction',
  variants: [
    {
      when: 'basis = "arr"',
      formula: '(rev_now - rev_prior) / sm_prior',
      about: 'With basis “arr”: without the 4, since ARR is yearly already',
    },
  ],
  errors: [
    {
      when: 'sm_prior = 0',
      error: '#DIV/0!',
      reason: 'sm_prior is 0: there is no cost to set the growth against',
    },
    { when: 'sm_prior < 0', error: '#NUM!', reason: 'sm_prior is {sm_prior}: credits exceed spend' },
  ],
  examples: [
    {
      given: { rev_now: 310000, rev_prior: 250000, sm_prior: 150000 },
      answer: 1.6,
      about: 'Quarterly revenue',
    },
    {
      given: { rev_now: 1240000, rev_prior: 1000000, sm_prior: 150000, basis: 'arr' },
      answer: 1.6,
      about: 'The same company by ARR',
    },
    {
      given: { rev_now: 1240000, rev_prior: 1000000, sm_prior: 150000 },
      answer: 6.4,
      about: 'ARR taken for quarterly revenue: four times too good, a mistake that has been published',
    },
    {
      given: { rev_now: 240000, rev_prior: 250000, sm_prior: 150000 },
      answer: -0.26666666666666666,
      about: 'Shrinking',
    },
  ],
  sources: [
    {
      label: 'ICONIQ Growth: assessing go-to-market health (net magic number)',
      url: 'https://www.iconiqcapital.com/growth/updates/assessing-go-to-market-health',
    },
    { label: 'Magic number variants', url: 'https://pulserevops.com/sales-trainings/q418' },
  ],
  keywords: ['SaaS magic number', 'sales efficiency', 'go-to-market efficiency', 'net magic number'],
})
