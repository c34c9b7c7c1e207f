import { serialOfText } from '../../shared/formula/calendar'
import { notes } from '../kit/notes'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { heading } from '../kit/text'

export const nextTests: PlanPage = {
  sheet: 'Next tests',
  shows: 'What will be tried, and how it will be judged',
  widths: [2, 64, 30, 16, 16, 30],
  parts: [
    heading('Next tests', 'The first one is told in the story.'),
    table({
      headers: ['What we will test', 'Judged by', 'Target', 'Until', 'Owner'],
      rows: [
        [
          'Answer every lead within one business hour.',
          'Lead to opportunity',
          0.8,
          serialOfText('2026-09-30'),
          'Sales',
        ],
      ],
      ...{ formats: [undefined, undefined, 'percent', 'date'], inputs: [0, 1, 2, 3, 4], anchor: 'test' },
    }),
    notes(['Further tests', 'Judged by', 'Target', 'Until', 'Owner'], 8),
  ],
}
