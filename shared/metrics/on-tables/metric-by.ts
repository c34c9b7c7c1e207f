import { type Argument, type Cell, cellError, isBlank, isCellError, type Result, shown } from '../../values'
import type { Answers } from './answer'
import { measuresOf } from './dependencies'
import { byKey, groupsOf, refuseSeveral } from './groups'
import { rowsOf } from './part'
import { readQuestion, single } from './question'
import { wantedNamed } from './wanted'

/**
 * METRIC_BY(metric, column, from, to, where, as_of, definitions, table1, …): a row {key, value, n} for each value of
 * a column, those with most rows first, then by key. `n` is the number of rows that the metric was measured on.
 */
export function metricBy(args: readonly Argument[]): Result {
  const [name, column, from, to, where, asOf, definitions, ...tables] = args
  const question = readQuestion({ tables, from, to, where, asOf, definitions })
  if (isCellError(question)) return question
  const several = refuseSeveral(question, 'METRIC_BY')
  if (several) return several
  const by = single(column)
  if (isCellError(by)) return by
  if (isBlank(by)) return cellError('#VALUE!', 'column is blank: name the one to divide by, such as owner')
  if (typeof by !== 'string') return cellError('#VALUE!', `column is ${shown(by)}: name a column`)
  const wanted = wantedNamed(single(name), question.definitions)
  if (isCellError(wanted)) return wanted
  const answers = groupsOf(question, [wanted], by)
  if (isCellError(answers)) return answers
  return byCount(
    answers.groups.map((key, group) => [key, answers.at(0, 0, group).value, rowsIn(answers, group)]),
  )

  function rowsIn({ at }: Answers, group: number): number {
    const { metric, part, reported } = at(0, 0, group)
    return reported?.n ?? Math.max(0, ...measuresOf(metric).map(measure => rowsOf(part(measure))))
  }
}

/** Most rows first, of equally many by key: an order that does not depend on that of the table. */
function byCount(rows: readonly (readonly [string, Cell, number])[]): Result {
  return [...rows].sort(([key, , n], [other, , m]) => m - n || byKey(key, other))
}
