import { subscriptionRules } from './row-rules/subscriptions'
import type { Schema } from './schema'

export const subscriptions: Schema = {
  name: 'subscriptions',
  row: 'subscription',
  columns: {
    customer_id: {
      type: 'id',
      key: true,
      synonyms: ['Customer', 'Account ID', 'Account Name', 'Account', 'SBQQ__Account', 'Associated Company'],
    },
    start: {
      type: 'date',
      key: true,
      synonyms: [
        ...['Start Date', 'Subscription Start Date', 'SBQQ__StartDate', 'Contract Start Date'],
        ...['Recurring billing start date', 'hs_recurring_billing_start_date', 'Billing start date'],
      ],
    },
    end: {
      type: 'date',
      synonyms: [
        ...['End Date', 'Subscription End Date', 'SBQQ__EndDate', 'Contract End Date', 'Ended At'],
        ...['Recurring billing end date', 'hs_recurring_billing_end_date', 'Cancelled At', 'Canceled At'],
      ],
    },
    amount: {
      type: 'number',
      money: true,
      key: true,
      synonyms: ['Net Amount', 'Net Price', 'SBQQ__NetPrice', 'Price', 'Contract Value', 'Total'],
    },
    term_months: {
      type: 'number',
      key: true,
      synonyms: [
        ...['Term', 'Contract Term', 'ContractTerm', 'Subscription Term', 'SBQQ__SubscriptionTerm'],
        ...['Term (months)', 'hs_term_in_months', 'Billing Months'],
      ],
    },
    type: { type: 'text', synonyms: ['Subscription Type', 'Charge Type', 'Revenue Type', 'Billing Type'] },
    currency: { type: 'text', optional: true, synonyms: ['CurrencyIsoCode', 'Currency Code'] },
  },
  rules: subscriptionRules,
}
