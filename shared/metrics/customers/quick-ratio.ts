import { metric } from '../metric'

export const quickRatio = metric({
  name: 'QUICK_RATIO',
  title: 'Quick ratio of recurring revenue',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Recurring revenue gained for each unit of recurring revenue lost. It is not the quick ratio of a balance sheet.',
  questions: ['Can we afford to grow?', 'Do customers stay?'],
  parameters: {
    new_mrr: {
      unit: 'money',
      about: 'Recurring revenue of customers who are new',
      measured: { metric: 'NEW_MRR' },
    },
    expansion: {
      unit: 'money',
      about: 'Recurring revenue that customers added',
      measured: { metric: 'EXPANSION_MRR' },
    },
    contraction: {
      unit: 'money',
      about: 'Recurring revenue that staying customers gave up, as a number above 0',
      measured: { metric: 'CONTRACTION_MRR' },
    },
    churn: {
      unit: 'money',
      about: 'Recurring revenue of customers who left, as a number above 0',
      measured: { metric: 'CHURNED_MRR' },
    },
    reactivation: {
      unit: 'money',
      about: 'Recurring revenue of customers who came back',
      default: 0,
      measured: { metric: 'REACTIVATION_MRR' },
    },
  },
  formula: '(new_mrr + expansion + reactivation) / (contraction + churn)',
  unit: 'fraction',
  errors: [
    {
      when: 'new_mrr < 0 or expansion < 0 or reactivation < 0',
      error: '#NUM!',
      reason:
        'new_mrr is {new_mrr}, expansion {expansion}, reactivation {reactivation}: gains cannot be below 0',
    },
    {
      when: 'contraction < 0 or churn < 0',
      error: '#NUM!',
      reason: 'contraction is {contraction}, churn {churn}: write losses as numbers above 0',
    },
    {
      when: 'contraction + churn = 0',
      error: '#DIV/0!',
      reason: 'nothing was lost: the ratio needs a loss to divide by',
    },
  ],
  examples: [
    {
      given: { new_mrr: 8000, expansion: 4000, contraction: 2000, churn: 3000, reactivation: 1000 },
      answer: 2.6,
      about: '13,000 gained, 5,000 lost',
    },
    {
      given: { new_mrr: 8000, expansion: 4000, contraction: 2000, churn: 3000 },
      answer: 2.4,
      about: 'Without those who came back',
    },
    {
      given: { new_mrr: 8000, expansion: 4000, contraction: -2000, churn: -3000 },
      answer: '#NUM!',
      about: 'Losses are written without a sign',
    },
  ],
  sources: [
    { label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' },
    { label: 'Calculator of recurring revenue', url: 'https://mowt.pages.dev/tools/mrr-calculator' },
  ],
  keywords: ['SaaS quick ratio', 'MRR quick ratio', 'growth efficiency'],
})
