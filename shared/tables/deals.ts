import { dealRules } from './row-rules/deals'
import type { Schema } from './schema'

export const deals: Schema = {
  name: 'deals',
  row: 'deal',
  columns: {
    deal_id: { type: 'id', key: true, synonyms: ['Opportunity ID', 'Id', 'Record ID', 'hs_object_id'] },
    created_at: {
      type: 'date',
      key: true,
      synonyms: ['Created Date', 'Create Date', 'createdate', 'Engage Date', 'Created', 'Open Date'],
    },
    stage: {
      type: 'text',
      key: true,
      synonyms: ['StageName', 'Deal Stage', 'dealstage', 'Opportunity Stage', 'Outcome'],
    },
    /** Of an open deal the date that is expected: Salesforce and HubSpot have one column for both. */
    closed_at: { type: 'date', synonyms: ['Close Date', 'CloseDate', 'closedate', 'Closed Date'] },
    expected_close: { type: 'date', optional: true, synonyms: ['Expected Close Date'] },
    is_closed: {
      type: 'flag',
      optional: true,
      synonyms: ['Closed', 'Closed?', 'IsClosed', 'Is Deal Closed?', 'hs_is_closed'],
    },
    is_won: { type: 'flag', optional: true, synonyms: ['Won', 'IsWon', 'Is Closed Won', 'hs_is_closed_won'] },
    amount: {
      type: 'number',
      money: true,
      key: true,
      synonyms: [
        ...['Amount (converted)', 'Amount in company currency', 'amount_in_home_currency'],
        ...['Close Value', 'Deal Value', 'Deal Amount', 'Value'],
      ],
    },
    /** One of the two will do; a won deal with neither is refused by all that asks for its profit. */
    cogs: { type: 'number', money: true, optional: true, synonyms: ['Cost of goods sold', 'Delivery Cost'] },
    gross_profit: { type: 'number', money: true, optional: true, synonyms: ['GP', 'Gross Margin Amount'] },
    /** What selling it cost on top, as its commission: contribution takes it off too. */
    selling_cost: {
      type: 'number',
      money: true,
      synonyms: ['Commission', 'Commission Amount', 'Variable Selling Cost'],
    },
    probability: {
      type: 'fraction',
      synonyms: ['Probability (%)', 'Deal probability', 'hs_deal_stage_probability', 'Win Probability'],
    },
    deal_type: { type: 'text', synonyms: ['Type', 'Deal Type', 'dealtype', 'Opportunity Type'] },
    owner: {
      type: 'text',
      synonyms: [
        ...['Opportunity Owner', 'OwnerId', 'Owner Name', 'Opportunity Owner: Full Name'],
        ...['Deal owner', 'hubspot_owner_id', 'Rep', 'Sales Agent', 'Sales Rep'],
      ],
    },
    /** What kind of money it brings: recurring, usage, one-off, or a team's own word. */
    revenue_type: { type: 'text', synonyms: ['Revenue Stream', 'Revenue Type', 'Stream', 'Billing Type'] },
    account_id: {
      type: 'id',
      synonyms: ['Account Name', 'Account', 'Company', 'Company Name', 'Associated Company', 'Customer'],
    },
    lead_id: { type: 'id', optional: true, synonyms: ['Lead', 'Converted Lead ID'] },
    source: {
      type: 'text',
      synonyms: ['Lead Source', 'Original Source', 'Original Traffic Source', 'hs_analytics_source'],
    },
    campaign: { type: 'text', synonyms: ['Campaign Name', 'Campaign ID', 'Primary Campaign Source'] },
    first_contact_at: { type: 'date', optional: true, synonyms: ['First Contact', 'First Contact Date'] },
    qualified_at: { type: 'date', synonyms: ['Qualified', 'Qualified Date'] },
    fits_profile: {
      type: 'flag',
      optional: true,
      synonyms: ['Fits Target Profile', 'In Profile', 'ICP Fit'],
    },
    plausible_need: { type: 'flag', optional: true, synonyms: ['Need', 'Has Need'] },
    agreed_appointment: {
      type: 'flag',
      optional: true,
      synonyms: ['Appointment Agreed', 'Agreed to Appointment'],
    },
    list_amount: { type: 'number', money: true, synonyms: ['List Price', 'List Value'] },
    refund: { type: 'number', money: true, optional: true, synonyms: ['Refunded', 'Refund Amount'] },
    refund_at: { type: 'date', optional: true, synonyms: ['Refund Date', 'Refunded At'] },
    currency: {
      type: 'text',
      optional: true,
      synonyms: ['CurrencyIsoCode', 'Opportunity Currency', 'deal_currency_code', 'Currency Code'],
    },
    reason: {
      type: 'text',
      optional: true,
      synonyms: ['Closed Lost Reason', 'closed_lost_reason', 'Loss Reason', 'Lost Reason'],
    },
    forecast_category: {
      type: 'text',
      synonyms: ['Forecast Category', 'ForecastCategoryName', 'hs_manual_forecast_category'],
    },
    pipeline: { type: 'text', synonyms: ['Pipeline Name', 'Deal pipeline'] },
    region: { type: 'text', synonyms: ['Territory', 'State/Region'] },
    product_line: { type: 'text', synonyms: ['Product', 'Product Name', 'Product Family'] },
    customer_size: { type: 'text', synonyms: ['Company Size', 'Number of Employees', 'Employees'] },
  },
  rules: dealRules,
}
