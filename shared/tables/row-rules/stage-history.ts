/** Which changes of stage count as what. */
export const stageHistoryRules = {
  converted: 'passes_from and passes_to',
  days_in_stage: 'days(entered_at, left_at)',
} as const
