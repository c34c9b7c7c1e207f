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
    'days(cohort_at, closed_at) <= cohort.window_days': 'closed after the window',
  },
  costs: {
    marketing_investment: 'not part of the marketing investment',
  },
}

export function reasonsOf(source: RowSource): Readonly<Record<string, string>> {
  return reasons[source] ?? {}
}
