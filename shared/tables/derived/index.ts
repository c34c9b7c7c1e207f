import type { Compiled } from '../compiled'
import type { RowSource, Rows } from '../rows'
import type { Reader } from '../table'
import { accountColumns } from './accounts'
import { activityColumns } from './activities'
import { costColumns } from './costs'
import { dealColumns } from './deals'
import { leadColumns } from './leads'
import { quotaColumns } from './quotas'
import { repColumns } from './reps'
import { scoredCallColumns } from './scored-calls'
import { stageHistoryColumns } from './stage-history'
import { subscriptionColumns } from './subscriptions'
import { surveyColumns } from './surveys'
import { targetColumns } from './targets'

/** A column that the table does not hold but that follows from it, from other tables and from the definitions. */
export interface DerivedColumn {
  readonly about: string
  /** An amount in the currency of its row. */
  readonly money?: true
  /** What it is read from: columns, rules and other derived columns of the table, and definition terms. */
  readonly reads: readonly string[]
  /** Other tables it looks into, with the rules it reads there. */
  readonly looksInto?: Partial<Record<RowSource, readonly string[]>>
  readonly read: (rows: Rows) => Reader | Compiled
}

export const derivedColumns: Partial<Record<RowSource, Readonly<Record<string, DerivedColumn>>>> = {
  leads: leadColumns,
  deals: dealColumns,
  costs: costColumns,
  stage_history: stageHistoryColumns,
  subscriptions: subscriptionColumns,
  surveys: surveyColumns,
  activities: activityColumns,
  quotas: quotaColumns,
  targets: targetColumns,
  reps: repColumns,
  scored_calls: scoredCallColumns,
  accounts: accountColumns,
}
