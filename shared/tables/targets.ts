import { targetRules } from './row-rules/people'
import type { Schema } from './schema'

export const targets: Schema = {
  name: 'targets',
  row: 'target',
  columns: {
    metric: { type: 'text', key: true, synonyms: ['Goal name', 'hs_goal_name', 'KPI', 'Measure'] },
    owner: {
      type: 'text',
      optional: true,
      synonyms: ['Assignee', 'hs_assignee_user_id', 'Responsible', 'Rep', 'Sales Rep'],
    },
    segment: { type: 'text', optional: true, synonyms: ['Team', 'Region'] },
    period_start: {
      type: 'date',
      key: true,
      synonyms: ['Start Date', 'hs_start_datetime', 'From', 'Start'],
    },
    period_end: { type: 'date', key: true, synonyms: ['End Date', 'hs_end_datetime', 'To', 'End'] },
    target: {
      type: 'number',
      key: true,
      synonyms: ['Target amount', 'hs_target_amount', 'Target Value', 'Goal'],
    },
    parent_objective: { type: 'text', optional: true, synonyms: ['Objective', 'Parent Goal'] },
    rationale: { type: 'text', optional: true, synonyms: ['Reason', 'Justification'] },
    direction: { type: 'text', optional: true, synonyms: ['Better', 'Polarity'] },
  },
  rules: targetRules,
}
