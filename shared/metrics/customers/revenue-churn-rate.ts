import { metric } from '../metric'

export const revenueChurnRate = metric({
  name: 'REVENUE_CHURN_RATE',
  title: 'Revenue churn rate',
  category: 'customers',
  indicator: 'lagging',
  better: 'lower',
  about:
    'Recurring revenue lost to customers who left or pay less, as a share of that at the start. Net of what the ' +
    'others added, it may be below 0.',
  questions: ['Do customers stay?'],
  parameters: {
    start: {
      unit: 'money',
      about: 'Recurring revenue of all customers on the first day',
      measured: { metric: 'STARTING_MRR' },
    },
    churn: {
      unit: 'money',
      about: 'Of it, that of customers who left, as a number above 0',
      measured: { metric: 'CHURNED_MRR' },
    },
    contraction: {
      unit: 'money',
      about: 'Of it, what staying customers gave up, as a number above 0',
      measured: { metric: 'CONTRACTION_MRR' },
    },
    expansion: {
      unit: 'money',
      about: 'What the same customers added; counted on the net basis only',
      default: 0,
      measured: { metric: 'EXPANSION_MRR' },
    },
    basis: {
      about: 'Whether expansion is set against the losses',
      choices: { gross: 'losses alone', net: 'losses less expansion; below 0 is net negative churn' },
      default: 'gross',
    },
  },
  formula: '(churn + contraction) / start',
  unit: 'fraction',
  variants: [
    {
      when: 'basis = "net"',
      formula: '(churn + contraction - expansion) / start',
      about: 'With basis “net”: less what the same customers added',
    },
  ],
  errors: [
    { when: 'start = 0', error: '#DIV/0!', reason: 'start is 0: there was no revenue to lose' },
    { when: 'start < 0', error: '#NUM!', reason: 'start is {start}: recurring revenue cannot be below 0' },
    {
      when: 'churn < 0 or contraction < 0 or expansion < 0',
      error: '#NUM!',
      reason:
        'churn is {churn}, contraction {contraction}, expansion {expansion}: write each as a number above 0',
    },
    {
      when: 'churn + contraction > start',
      error: '#NUM!',
      reason:
        'churn {churn} and contraction {contraction} exceed start {start}: count customers of the start only',
    },
  ],
  examples: [
    { given: { start: 50000, churn: 3000, contraction: 2000 }, answer: 0.1, about: '10 %, gross' },
    {
      given: { start: 50000, churn: 3000, contraction: 2000, expansion: 4000, basis: 'net' },
      answer: 0.02,
      about: '2 %, net',
    },
    {
      given: { start: 50000, churn: 3000, contraction: 2000, expansion: 6000, basis: 'net' },
      answer: -0.02,
      about: 'Net negative churn: those who stay add more than is lost',
    },
    {
      given: { start: 1200, churn: 1000, contraction: 0 },
      answer: 0.8333333333333334,
      about: 'One of two customers left: half of the logos, five sixths of the revenue',
    },
    { given: { start: 50000, churn: -3000, contraction: 0 }, answer: '#NUM!', about: 'A loss with a sign' },
  ],
  sources: [{ label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' }],
  keywords: ['MRR churn', 'dollar churn', 'net churn', 'net negative churn', 'gross churn'],
})
