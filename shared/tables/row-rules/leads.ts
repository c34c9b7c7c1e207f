/** Which leads count as what. */
export const leadRules = {
  issued: 'present(issued_at) and passes_threshold and complete',
  subtracted:
    'lead.net_rule <> "strict" and outcome_code in lead.net_subtract_codes and if(lead.net_rule = "rolling", coded, coded_in_time)',
  coded_in_time:
    'not present(outcome_at) or working_days(issued_at, outcome_at) <= lead.dispute_window_days and days(outcome_at, known_until) >= 0',
  taken: 'lead.net_rule <> "sales_accepted" or accepted',
  readable: 'outcome.unknown = "uncoded" or known_outcome',
  net: 'issued and readable and taken and not repeated and not present(duplicate_of) and not is_test and not subtracted',

  /** Codes are given later: what follows from them is as known on a day. */
  coded: 'present(outcome_code) and (not present(outcome_at) or days(outcome_at, known_until) >= 0)',
  well_coded: 'coded and outcome_class <> "unknown"',
  to_be_coded: 'net and days(issued_at, as_of) >= outcome.required_within_days',
  coded_soon: 'days(issued_at, outcome_at) <= outcome.required_within_days or not present(outcome_at)',
  nurtured: 'coded and outcome_class = "nurture"',

  action_due: 'net and present(next_action_due) and days(next_action_due, as_of) >= 0',
  action_done:
    'days(next_action_done_at, next_action_due) >= 0 and days(next_action_done_at, known_until) >= 0',

  /** When a lead was answered, and how long that took by the clock of the agreement. */
  clock_start:
    'if(sla.clock_start = "created_at", created_at, if(sla.clock_start = "assigned_at", either(assigned_at, issued_at), issued_at))',
  answered: 'present(responded_at) and days(responded_at, known_until) >= 0',
  response_seconds:
    'if(sla.clock_type = "business", open_seconds(clock_start, max(clock_start, responded_at)), seconds(clock_start, max(clock_start, responded_at)))',
  waited_seconds:
    'if(sla.clock_type = "business", open_seconds(clock_start, day_end), seconds(clock_start, day_end))',
  counted_seconds: 'if(answered, response_seconds, waited_seconds)',
  in_time: 'answered and response_seconds <= sla_seconds',
  overdue: 'not answered and waited_seconds > sla_seconds',
  due: 'answered or sla.unanswered = "breach_when_overdue" and overdue',

  /** Of a cohort: those that have had their whole window. */
  mature: 'net and days(issued_at, as_of) >= window_days',
} as const
