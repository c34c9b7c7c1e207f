import { callText, helps } from '../../shared/help'
import { metrics } from '../../shared/metrics/index'
import { categories } from '../../shared/metrics/metric'
import { golden } from './golden'

/** A call, what it must give, and what it is about. An error is written by its code. */
export interface Expected {
  readonly group: string
  readonly call: string
  readonly answer: number | string
  readonly about: string
}

/** Every worked example of every formula, and the values that the sample tables tie to. */
export function expectations(): readonly Expected[] {
  const examples = metrics.flatMap(metric =>
    metric.examples.flatMap(({ given, answer, about = '' }): Expected[] => {
      // No spreadsheet has a range without a cell: an empty one is blank.
      const call = callText(metric, given).replace(/\{\}/g, '""')
      const shared = { group: categories[metric.category], about }
      if (!Array.isArray(answer)) return [{ ...shared, call, answer: answer as number | string }]
      return answer.map((one, index) => ({ ...shared, call: `INDEX(${call},1,${index + 1})`, answer: one }))
    }),
  )
  const cards = helps.flatMap(({ category, card }) =>
    (card?.examples ?? [])
      .filter(({ answer }) => !answer.includes('|'))
      .map(({ call, answer }): Expected => ({ group: category, call, answer, about: '' })),
  )
  return [...examples, ...cards, ...golden]
}
