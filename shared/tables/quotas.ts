import { quotaRules } from './row-rules/people'
import type { Schema } from './schema'

export const quotas: Schema = {
  name: 'quotas',
  row: 'quota',
  columns: {
    rep: {
      type: 'text',
      key: true,
      synonyms: ['Quota Owner', 'QuotaOwnerId', 'Owner', 'User', 'Sales Rep', 'Sales Agent', 'Assignee'],
    },
    period: {
      type: 'period',
      key: true,
      synonyms: ['Start Date', 'Quota Start Date', 'Quota Period', 'Month', 'Quarter'],
    },
    quota: { type: 'number', money: true, key: true, synonyms: ['Quota Amount', 'Quota Value'] },
    /** The share of the quota that is due while the rep is new; without it the whole. */
    ramp: { type: 'fraction', optional: true, synonyms: ['Ramp Factor', 'Ramp (%)'] },
    currency: { type: 'text', optional: true, synonyms: ['CurrencyIsoCode', 'Currency Code'] },
  },
  rules: quotaRules,
}
