import { leadRules } from './row-rules/leads'
import type { Schema } from './schema'

export const leads: Schema = {
  name: 'leads',
  row: 'lead',
  columns: {
    lead_id: {
      type: 'id',
      key: true,
      synonyms: ['Lead ID', 'Id', 'Record ID', 'hs_object_id', 'Contact ID'],
    },
    created_at: {
      type: 'date',
      key: true,
      synonyms: ['Created Date', 'Create Date', 'createdate', 'Created', 'Date Created'],
    },
    issued_at: {
      type: 'date',
      synonyms: [
        ...['Owner Assigned Date', 'hubspot_owner_assigneddate'],
        ...['Became a Sales Qualified Lead Date', 'hs_lifecyclestage_salesqualifiedlead_date'],
        ...['Date entered "Sales Qualified Lead (Lifecycle Stage Pipeline)"'],
        ...['hs_v2_date_entered_salesqualifiedlead', 'Issued', 'Issue Date', 'Issued Date', 'Date Issued'],
      ],
    },
    assigned_at: { type: 'date', synonyms: ['Assigned Date', 'Assignment Date', 'Date Assigned'] },
    owner: {
      type: 'text',
      synonyms: [
        ...['Lead Owner', 'OwnerId', 'Owner Name', 'Lead Owner: Full Name'],
        ...['Contact owner', 'hubspot_owner_id', 'Rep', 'Sales Agent', 'Sales Rep'],
      ],
    },
    first_response_at: {
      type: 'date',
      synonyms: [
        ...['First Response', 'First Response Date', 'First Response Time'],
        ...['Date of first engagement', 'hs_sa_first_engagement_date'],
      ],
    },
    /** From assignment to first engagement: HubSpot exports this duration, and not the moment. */
    response_milliseconds: {
      type: 'number',
      optional: true,
      synonyms: ['Lead response time', 'hs_time_to_first_engagement'],
    },
    qualified: { type: 'flag', synonyms: ['Is Qualified', 'SQL'] },
    lifecycle_stage: { type: 'text', optional: true, synonyms: ['Lifecycle Stage', 'lifecyclestage'] },
    score: { type: 'number', synonyms: ['Lead Score', 'HubSpot Score', 'hubspotscore', 'Contact Score'] },
    fits_profile: { type: 'flag', synonyms: ['Fits Target Profile', 'In Profile', 'ICP Fit'] },
    plausible_need: { type: 'flag', synonyms: ['Need', 'Has Need'] },
    agreed_appointment: { type: 'flag', synonyms: ['Appointment Agreed', 'Agreed to Appointment'] },
    appointment_at: { type: 'date', synonyms: ['Appointment', 'Appointment Date', 'Meeting Date'] },
    accepted: { type: 'flag', synonyms: ['Sales Accepted', 'Is Accepted', 'SAL'] },
    outcome_code: {
      type: 'text',
      synonyms: ['Lead Status', 'Status', 'hs_lead_status', 'Outcome', 'Disposition'],
    },
    outcome_at: { type: 'date', optional: true, synonyms: ['Outcome Date', 'Status Date', 'Coded At'] },
    context: { type: 'text', synonyms: ['Qualification Notes', 'Handoff Notes'] },
    next_action: { type: 'text', synonyms: ['Next Step', 'Next Activity', 'NextStep'] },
    next_action_due: {
      type: 'date',
      synonyms: ['Next Action Date', 'Next Step Date', 'Next Activity Date', 'notes_next_activity_date'],
    },
    next_action_done_at: { type: 'date', synonyms: ['Next Action Done', 'Next Action Completed'] },
    source: {
      type: 'text',
      synonyms: ['Lead Source', 'Original Source', 'Original Traffic Source', 'hs_analytics_source'],
    },
    campaign: { type: 'text', synonyms: ['Campaign Name', 'Campaign ID', 'utm_campaign'] },
    opportunity_id: {
      type: 'id',
      synonyms: ['Converted Opportunity ID', 'Converted Opportunity', 'Deal ID', 'Associated Deal IDs'],
    },
    converted_at: { type: 'date', synonyms: ['Converted Date', 'Conversion Date'] },
    email: { type: 'text', optional: true, synonyms: ['E-mail', 'Email Address'] },
    phone: { type: 'text', synonyms: ['Phone Number', 'Telephone'] },
    name: { type: 'text', synonyms: ['Lead Name', 'Full Name'] },
    domain: { type: 'text', synonyms: ['Website', 'Website URL', 'Email Domain', 'hs_email_domain'] },
    is_test: { type: 'flag', optional: true, synonyms: ['Test', 'Test Record'] },
    duplicate_of: { type: 'id', optional: true, synonyms: ['Duplicate', 'Merged Into'] },
    region: { type: 'text', synonyms: ['State/Region', 'State/Province', 'Territory'] },
    product_line: { type: 'text', synonyms: ['Product', 'Product Interest'] },
    company_size: {
      type: 'text',
      synonyms: ['Number of Employees', 'No. of Employees', 'numberofemployees', 'Employees'],
    },
  },
  rules: leadRules,
}
