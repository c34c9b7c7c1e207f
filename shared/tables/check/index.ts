import type { TableName } from '../schema'
import type { TableChecks } from './check'
import { costChecks } from './costs'
import { dealChecks } from './deals'
import { leadChecks } from './leads'
import * as others from './others'

/** What is checked of each table besides what is checked of all: types, blank keys, currencies, footers. */
export const checksOf: Readonly<Record<TableName, TableChecks>> = {
  leads: leadChecks,
  deals: dealChecks,
  costs: costChecks,
  activities: others.activityChecks,
  targets: others.targetChecks,
  quotas: others.quotaChecks,
  subscriptions: others.subscriptionChecks,
  surveys: others.surveyChecks,
  stage_history: { checks: [] },
  touches: { unique: ['touch_id'], checks: [] },
  reps: others.repChecks,
  scored_calls: others.scoredCallChecks,
  accounts: { unique: ['account_id'], checks: [] },
}
