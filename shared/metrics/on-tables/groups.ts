import { builtInTerms } from '../../definitions/terms'
import { contextOf } from '../../tables/rows'
import { type CellError, cellError, isCellError } from '../../values'
import { type Answers, answersTo, type Wanted } from './answer'
import { caught } from './caught'
import { measuresOf } from './dependencies'
import type { Question } from './question'

/** The answers for each value of a column; where nothing was measured, what was wrong with all of it, if anything. */
export function groupsOf(question: Question, wanted: readonly Wanted[], by: string): Answers | CellError {
  const answers = answersTo(question, wanted, by)
  if (answers.groups.length > 0) return answers
  const unknown = unknownColumn(question, wanted, by)
  if (unknown) return unknown
  const whole = answersTo(question, wanted)
  const wrong = wanted
    .map((_, index) => whole.at(index, 0, 0).value)
    .find(value => isCellError(value) && value.error === '#VALUE!')
  return (wrong as CellError | undefined) ?? cellError('#N/A', `no row has a ${by} in the period`)
}

/** That no table which is measured has the column, as the first of them says it. */
function unknownColumn(question: Question, wanted: readonly Wanted[], by: string): CellError | undefined {
  const context = contextOf(question.tables, builtInTerms, question.asOf)
  const sources = new Set(wanted.flatMap(({ metric }) => measuresOf(metric).map(({ from }) => from)))
  const found = [...sources].map(source => caught(() => context.rows(source).column(by)))
  return found.every(isCellError) ? (found[0] as CellError) : undefined
}

/** Rows are of one period: several would have to stand beside each other. */
export function refuseSeveral({ periods }: Question, name: string): CellError | undefined {
  return periods.length > 1
    ? cellError('#VALUE!', `${name} is of one period: give one from and one to`)
    : undefined
}

/** An order that does not depend on that of the table. */
export function byKey(left: string, right: string): number {
  return left.toLowerCase() < right.toLowerCase() ? -1 : 1
}
