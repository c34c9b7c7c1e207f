import { scoredCallRules } from './row-rules/people'
import type { Schema } from './schema'

export const scoredCalls: Schema = {
  name: 'scored_calls',
  row: 'scored call',
  columns: {
    call_id: {
      type: 'id',
      key: true,
      synonyms: ['Activity ID', 'Id', 'Record ID', 'hs_object_id', 'Conversation ID'],
    },
    /** When the call was, which tells the period it counts in. */
    at: { type: 'date', synonyms: ['Date', 'Call Date', 'Activity Date', 'hs_timestamp', 'Scored At'] },
    rep: { type: 'text', synonyms: ['Sales Rep', 'Sales Agent', 'Owner', 'Assigned', 'hubspot_owner_id'] },
    rubric: { type: 'text', key: true, synonyms: ['Scorecard', 'Criterion', 'Question'] },
    score: { type: 'number', key: true, synonyms: ['Points', 'Rating', 'Result'] },
  },
  rules: scoredCallRules,
}
