import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { latestOf } from '../../definitions/governing'
import { parsePeriod, periodText, spanOf } from '../../definitions/period-name'
import { type Argument, type CellError, cellError, isCellError } from '../../values'
import type { Wanted } from './answer'
import { type Question, readQuestion, single } from './question'
import { wantedNamed } from './wanted'

/** One metric in one period that is called by its name, such as `2026-Q1`. */
export interface Named {
  readonly question: Question
  readonly wanted: Wanted
}

/**
 * Reads `metric` and `period` of a formula that goes on as METRIC does: where, as_of, definitions, table1, ….
 * The basis is the formula's own, so none may stand behind the metric's name.
 */
export function readNamed(
  formula: string,
  metric: Argument,
  period: Argument,
  [where, asOf, definitions, ...tables]: readonly Argument[],
): Named | CellError {
  const name = parsePeriod(single(period))
  if (isCellError(name)) return name
  const question = readQuestion({ tables, from: '', to: '', where, asOf, definitions })
  if (isCellError(question)) return question
  const span = spanOf(name, fiscalCalendarOf(latestOf(question.definitions.rows)))
  if (!span) return cellError('#VALUE!', `there is no ${periodText(name)}: its quarter has fewer weeks`)
  const wanted = wantedNamed(single(metric), question.definitions)
  if (isCellError(wanted)) return wanted
  if (wanted.basis !== undefined) {
    return cellError('#VALUE!', `${formula} sets the basis itself: name ${wanted.metric.name} without “@”`)
  }
  return { question: { ...question, periods: [span] }, wanted }
}
