import { activityRules } from './row-rules/people'
import type { Schema } from './schema'

export const activities: Schema = {
  name: 'activities',
  row: 'activity',
  columns: {
    activity_id: { type: 'id', optional: true, synonyms: ['Id', 'Task ID', 'Record ID', 'hs_object_id'] },
    at: {
      type: 'date',
      key: true,
      synonyms: ['Activity Date', 'Date', 'hs_timestamp', 'StartDateTime', 'Due Date', 'Timestamp'],
    },
    type: {
      type: 'text',
      key: true,
      synonyms: ['Activity Type', 'Task Type', 'Engagement Type', 'hs_activity_type', 'hs_engagement_type'],
    },
    rep: {
      type: 'text',
      key: true,
      synonyms: [
        ...['Assigned', 'Assigned To', 'OwnerId', 'Owner', 'Activity assigned to', 'hubspot_owner_id'],
        ...['Sales Rep', 'Sales Agent'],
      ],
    },
    lead_id: { type: 'id', synonyms: ['Lead', 'WhoId', 'Contact ID', 'Associated Contact IDs'] },
    deal_id: { type: 'id', synonyms: ['Opportunity', 'Opportunity ID', 'WhatId', 'Associated Deal IDs'] },
    account_id: {
      type: 'id',
      optional: true,
      synonyms: ['Account', 'Company', 'AccountId', 'Company / Account', 'Associated Company IDs'],
    },
    direction: {
      type: 'text',
      optional: true,
      synonyms: ['Call Type', 'CallType', 'Call direction', 'hs_call_direction', 'hs_email_direction'],
    },
    duration_min: { type: 'number', synonyms: ['Duration', 'DurationInMinutes', 'Duration (minutes)'] },
    outcome: {
      type: 'text',
      synonyms: [
        ...['Call Result', 'CallDisposition', 'Call outcome', 'hs_call_disposition'],
        ...['Meeting outcome', 'hs_meeting_outcome'],
      ],
    },
    automated: { type: 'flag', optional: true, synonyms: ['Is Automated', 'Automatic', 'Bulk'] },
  },
  rules: activityRules,
}
