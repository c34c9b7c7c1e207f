/** Which activities, quotas, targets, reps, scored calls and accounts count as what. */
export const activityRules = {
  counted: '(activity_kind in activity.types or activity_word in activity.types) and not automated',
  /** What a rep did, not what came in. */
  answers: 'counted and not incoming',
} as const

export const quotaRules = {
  due: 'present(quota) and whole_period',
} as const

export const targetRules = {
  revenue_target:
    '(target_metric = "TOTAL_REVENUE" or target_metric = "REVENUE") and present(target) and whole_period',
  activity_target: 'target_metric = "ACTIVITY_COUNT" and present(target) and whole_period',
  working_days_in_period: 'working_days(eve, period_to)',
  working_days_gone: 'working_days(eve, max(eve, min(period_to, as_of)))',
} as const

export const repRules = {
  employed_at_start: 'not (days(start, period_from) < 0) and not (days(end, period_from) > 0)',
  employed_at_end: 'not (days(start, period_to) < 0) and not (days(end, period_to) > 0)',
} as const

export const scoredCallRules = {
  judged: 'present(score) and present(pass_mark)',
  met: 'judged and score >= pass_mark',
  not_met: 'judged and score < pass_mark',
} as const

export const accountRules = {
  of_tier: 'tier = account.tier',
} as const
