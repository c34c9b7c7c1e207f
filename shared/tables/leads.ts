import type { Schema } from './schema'

export const leads: Schema = {
  name: 'leads',
  row: 'lead',
  columns: {
    lead_id: { type: 'id', key: true, synonyms: ['Lead ID', 'Id', 'Record ID', 'hs_object_id'] },
    created_at: {
      type: 'date',
      key: true,
      synonyms: ['Created Date', 'Create Date', 'createdate', 'Created'],
    },
    issued_at: {
      type: 'date',
      synonyms: ['Owner Assigned Date', 'hubspot_owner_assigneddate', 'Issued', 'Issue Date', 'Date Issued'],
    },
    owner: {
      type: 'text',
      synonyms: ['Lead Owner', 'OwnerId', 'Contact owner', 'hubspot_owner_id', 'Sales Agent', 'Sales Rep'],
    },
    first_response_at: { type: 'date', synonyms: ['First Response', 'First Response Date'] },
    qualified: { type: 'flag', synonyms: ['Is Qualified', 'SQL'] },
    score: { type: 'number', synonyms: ['Lead Score', 'HubSpot Score', 'hubspotscore'] },
    outcome_code: { type: 'text', synonyms: ['Lead Status', 'Status', 'hs_lead_status', 'Outcome'] },
    outcome_at: { type: 'date', optional: true, synonyms: ['Outcome Date', 'Status Date'] },
    source: { type: 'text', synonyms: ['Lead Source', 'Original Source', 'hs_analytics_source'] },
    campaign: { type: 'text', synonyms: ['Campaign Name'] },
    opportunity_id: { type: 'id', synonyms: ['Converted Opportunity ID', 'ConvertedOpportunityId'] },
    converted_at: { type: 'date', synonyms: ['Converted Date', 'ConvertedDate'] },
    email: { type: 'text', optional: true, synonyms: ['E-mail', 'Email Address'] },
    is_test: { type: 'flag', optional: true, synonyms: ['Test'] },
    duplicate_of: { type: 'id', optional: true, synonyms: ['Duplicate'] },
    region: { type: 'text', synonyms: ['State/Region', 'Territory'] },
    product_line: { type: 'text', synonyms: ['Product', 'Product Interest'] },
    company_size: {
      type: 'text',
      synonyms: ['Number of Employees', 'No. of Employees', 'numberofemployees'],
    },
  },
  rules: {
    issued: 'qualified and present(issued_at) and present(owner)',
    coded_in_time:
      'not present(outcome_at) or working_days(issued_at, outcome_at) <= lead.dispute_window_days and days(outcome_at, as_of) >= 0',
    subtracted: 'outcome_code in lead.net_subtract_codes and coded_in_time',
    net: 'issued and not repeated and not present(duplicate_of) and not is_test and not subtracted',
  },
}
