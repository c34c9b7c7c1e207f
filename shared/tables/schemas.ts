import { accounts } from './accounts'
import { activities } from './activities'
import { costs } from './costs'
import { deals } from './deals'
import { leads } from './leads'
import { quotas } from './quotas'
import { reps } from './reps'
import type { Schema, TableName } from './schema'
import { scoredCalls } from './scored-calls'
import { stageHistory } from './stage-history'
import { subscriptions } from './subscriptions'
import { surveys } from './surveys'
import { targets } from './targets'
import { touches } from './touches'

export const schemas: Readonly<Record<TableName, Schema>> = {
  leads,
  deals,
  costs,
  activities,
  targets,
  quotas,
  subscriptions,
  surveys,
  stage_history: stageHistory,
  touches,
  reps,
  scored_calls: scoredCalls,
  accounts,
}
