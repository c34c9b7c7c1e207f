import { gain, loss } from './movement-metric'

export const newMrr = gain({
  name: 'NEW_MRR',
  title: 'New recurring revenue',
  movement: 'new',
  about: 'Monthly recurring revenue of customers who pay at the end of the period and never did before it.',
  keywords: ['new business MRR', 'MRR won'],
})

export const expansionMrr = gain({
  name: 'EXPANSION_MRR',
  title: 'Expansion of recurring revenue',
  movement: 'expansion',
  about: 'What customers who paid before the period added to what they pay a month.',
  keywords: ['upgrade MRR', 'upsell MRR', 'expansion revenue'],
})

export const reactivationMrr = gain({
  name: 'REACTIVATION_MRR',
  title: 'Reactivated recurring revenue',
  movement: 'reactivation',
  about:
    'Monthly recurring revenue of customers who pay at the end of the period, did not just before it, but had once.',
  keywords: ['win back MRR', 'returning customers', 'resurrected MRR'],
})

export const contractionMrr = loss({
  name: 'CONTRACTION_MRR',
  title: 'Contraction of recurring revenue',
  movement: 'contraction',
  about: 'What customers who still pay at the end of the period pay less a month than before it.',
  keywords: ['downgrade MRR', 'downsell'],
})

export const churnedMrr = loss({
  name: 'CHURNED_MRR',
  title: 'Churned recurring revenue',
  movement: 'churn',
  about: 'What customers who pay nothing any more at the end of the period paid a month before it.',
  keywords: ['lost MRR', 'cancelled MRR', 'canceled MRR'],
})
