import type { RowSource } from '../rows'

/** Why a row is left out, by the condition that it fails; other conditions are quoted. */
const reasons: Partial<Record<RowSource, Readonly<Record<string, string>>>> = {
  leads: {
    passes_threshold: 'not qualified',
    'present(issued_at)': 'never issued',
    complete: 'without all that an issued lead needs',
    'not (repeated)': 'issued before under the same person',
    'not (present(duplicate_of))': 'marked as a duplicate',
    'not (is_test)': 'test record',
    'not (subtracted)': 'coded as no lead within the dispute window',
    taken: 'not accepted by sales',
    readable: 'with a code that nobody knows',
    accepted: 'not accepted by sales',
    assessed: 'not looked at yet',
    nurtured: 'not to be nurtured',
    answered: 'not answered',
    in_time: 'not answered in time',
    due: 'not due for an answer yet',
    well_coded: 'without a code of the set',
    'days(issued_at, as_of) >= outcome.required_within_days': 'too young to need a code',
    'present(next_action_due)': 'without a due next action',
    'days(next_action_due, as_of) >= 0': 'with a next action that is not due yet',
    action_done: 'with a next action that was not done in time',
    'not (net)': 'net leads',
  },
  deals: {
    won: 'not won',
    lost: 'not lost',
    'present(refund)': 'without a refund',
    'cycle_days >= 0': 'closed before the first contact',
    qualified_deal: 'not qualified',
    new_customer: 'not of a new customer',
  },
  credits: {
    of_cohort_type: 'of a type that counts for no cohort',
    'days(cohort_at, created_at) >= 0': 'created before its lead was issued',
    'days(created_at, known_until) >= 0': 'created later',
    qualified_deal: 'not qualified',
    won: 'not won',
    'days(closed_at, known_until) >= 0': 'won later',
    in_window: 'closed after the window',
    'days(cohort_at, closed_at) >= 0': 'closed before its lead was issued',
  },
  activities: {
    'activity_kind in activity.types or activity_word in activity.types': 'of a type that does not count',
    'not (automated)': 'sent by a tool',
  },
  quotas: { 'present(quota)': 'without a quota' },
  targets: {
    'target_metric = "ACTIVITY_COUNT"': 'not a target for ACTIVITY_COUNT',
    'present(target)': 'without a target',
  },
  scored_calls: {
    'present(score)': 'not scored',
    'present(pass_mark)': 'of a rubric that behaviour.rubrics does not hold',
  },
  costs: {
    marketing_investment: 'not part of the marketing investment',
    cost_of_sales: 'not a cost of sales',
    cac_cost: 'neither of marketing nor of sales',
    in_component_set: 'of other components',
    in_seen_components: 'not seen',
    booked: 'booked later',
  },
}

export function reasonsOf(source: RowSource): Readonly<Record<string, string>> {
  return reasons[source] ?? {}
}
