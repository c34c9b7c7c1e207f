import { cellError } from '../../values'
import type { DerivedColumn } from './index'

export const scoredCallColumns: Readonly<Record<string, DerivedColumn>> = {
  pass_mark: {
    about: 'The score that passes by its rubric; blank where the definitions hold no such rubric',
    reads: ['rubric', 'behaviour.rubrics'],
    read: ({ read, context }) => {
      const rubric = read('rubric')
      const marks = context.terms['behaviour.rubrics'] as Readonly<Record<string, number>>
      if (Object.keys(marks).length === 0) {
        throw cellError(
          '#N/A',
          'no rubric is defined: put each with the score that passes into behaviour.rubrics, such as messaging: 3',
        )
      }
      return row => marks[String(rubric(row)).toLowerCase()] ?? null
    },
  },
}
