import { accountRules } from './row-rules/people'
import type { Schema } from './schema'

export const accounts: Schema = {
  name: 'accounts',
  row: 'account',
  columns: {
    account_id: {
      type: 'id',
      key: true,
      synonyms: ['Id', 'Record ID', 'hs_object_id', 'Account', 'Account Name', 'Customer ID'],
    },
    name: { type: 'text', synonyms: ['Company name', 'Customer Name'] },
    tier: {
      type: 'text',
      synonyms: ['Account Tier', 'Ideal Customer Profile Tier', 'hs_ideal_customer_profile', 'Rating'],
    },
    owner: {
      type: 'text',
      synonyms: ['Account Owner', 'OwnerId', 'Company owner', 'hubspot_owner_id', 'Rep', 'Sales Agent'],
    },
    type: { type: 'text', synonyms: ['Account Type'] },
    industry: { type: 'text', synonyms: ['Sector', 'Industry group'] },
    region: {
      type: 'text',
      synonyms: ['Territory', 'State/Region', 'Billing State/Province', 'BillingState', 'Office Location'],
    },
    customer_size: {
      type: 'text',
      synonyms: ['Employees', 'Number of Employees', 'No. of Employees', 'numberofemployees'],
    },
    annual_revenue: { type: 'number', synonyms: ['Revenue'] },
    domain: { type: 'text', synonyms: ['Company Domain Name', 'Website', 'Website URL'] },
    parent: {
      type: 'id',
      synonyms: ['Parent Account', 'Parent Account ID', 'ParentId', 'Parent Company', 'Subsidiary Of'],
    },
  },
  rules: accountRules,
}
