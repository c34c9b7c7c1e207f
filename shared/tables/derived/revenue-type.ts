import type { DerivedColumn } from './index'
import { perValue, worded } from './words'

/** How money comes in, as CRMs and invoices write it. */
export const recurringWords = [
  'recurring',
  'subscription',
  'subscriptions',
  'retainer',
  'renewable',
  'evergreen',
]
export const usageWords = ['usage', 'usage_based', 'metered', 'consumption']

export const recurring: DerivedColumn = {
  about: 'Whether what it brings recurs, by mrr.include and mrr.usage',
  reads: ['revenue_type', 'mrr.include', 'mrr.usage'],
  read: ({ read, context }) => {
    const included = context.terms['mrr.include'] as readonly string[]
    return perValue(read('revenue_type'), type => {
      const word = worded(type)
      if (usageWords.includes(word)) return context.terms['mrr.usage'] === true
      return included.includes(recurringWords.includes(word) ? 'recurring' : word)
    })
  },
}

export const revenueStream: DerivedColumn = {
  about: 'What kind of revenue it brings, as the table says it: its revenue type, else the type of the deal',
  reads: ['revenue_type', 'deal_type'],
  read: ({ read, has }) => read(has('revenue_type') ? 'revenue_type' : 'deal_type'),
}
