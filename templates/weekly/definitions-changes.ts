import { f } from '../kit/formulas'
import { listing } from '../kit/listing'
import type { PlanPage } from '../kit/template'
import { dayOf, heading } from '../kit/text'

export const definitionsChanges: PlanPage = {
  sheet: 'Definitions changes',
  shows: 'Which rules changed this week: a number may move because its meaning did',
  widths: [2, 34, 24, 24, 14, 14, 40, 16],
  parts: [
    heading('Definitions changes this week', f(`"Since "&${dayOf('{weeks.from.7}')}`)),
    listing({
      headers: ['Term', 'Before', 'After', 'From', 'Kind', 'Reason', 'By'],
      ...{ rows: 30, formats: [undefined, undefined, undefined, 'date'], centred: [4] },
      formula:
        'DEFINITION_DIFF(DEFINITION_VERSION({weeks.from.7}-1,DEFINITIONS),DEFINITION_VERSION(AS_OF,DEFINITIONS),DEFINITIONS)',
    }),
  ],
}
