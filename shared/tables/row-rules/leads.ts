/** Which leads count as what. */
export const leadRules = {
  issued: 'present(issued_at) and passes_threshold and complete',
  subtracted: 'outcome_code in lead.net_subtract_codes and coded_in_time',
  coded_in_time:
    'not present(outcome_at) or working_days(issued_at, outcome_at) <= lead.dispute_window_days and days(outcome_at, known_until) >= 0',
  net: 'issued and not repeated and not present(duplicate_of) and not is_test and not subtracted',
} as const
