import type { RowSource } from '../../../tables/rows'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import { costs } from './costs'
import { deals } from './deals'
import { leads } from './leads'
import { accounts, activities, scoredCalls, targets } from './people'
import { quotas } from './quotas'
import { reps } from './reps'
import { stageHistory } from './stage-history'
import { subscriptions } from './subscriptions'
import { surveys } from './surveys'

/** How a column that is derived in the core is derived in SQL. */
export type SqlColumn = (rows: SourceWriter) => Written

/** Those of the core by their names, and some that stand between them. */
export const sqlColumns: Partial<Record<RowSource, Readonly<Record<string, SqlColumn>>>> = {
  leads,
  deals,
  costs,
  subscriptions,
  stage_history: stageHistory,
  quotas,
  reps,
  surveys,
  activities,
  scored_calls: scoredCalls,
  targets,
  accounts,
}
