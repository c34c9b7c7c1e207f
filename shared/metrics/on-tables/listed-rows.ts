import type { Rows } from '../../tables/rows'
import { contextOf } from '../../tables/rows'
import { filterOf } from '../../tables/where'
import { type CellError, isCellError } from '../../values'
import type { Wanted } from './answer'
import { caught } from './caught'
import { measuresOf } from './dependencies'
import { regimesOf } from './governing'
import { placing } from './locate'
import type { Question } from './question'

/**
 * The rows that the first measure of a metric counts in the first period asked for, each as `read` makes it; under the
 * definitions of their time.
 */
export function listedRows<Listed>(
  question: Question,
  wanted: Wanted,
  read: (rows: Rows) => (row: number) => Listed,
): readonly Listed[] | CellError {
  const [measure] = measuresOf(wanted.metric)
  const [period] = question.periods
  if (!measure || !period) return []
  const regimes = regimesOf(question, wanted, period)
  if (isCellError(regimes)) return regimes
  return caught(() =>
    regimes.flatMap(regime => {
      const context = contextOf(question.tables, { ...regime.terms, ...wanted.overrides }, question.asOf)
      const rows = context.rows(measure.from)
      const [belongs, asked, listed] = [
        rows.read(measure.rows),
        filterOf(rows, question.conditions),
        read(rows),
      ]
      const place = measure.at === undefined ? undefined : placing(rows, measure, [regime])
      const found: Listed[] = []
      for (let row = 1; row <= rows.last; row++) {
        if (!rows.isRow(row) || !asked(row)) continue
        const take = () => {
          if (belongs(row) === true) found.push(listed(row))
        }
        if (place) place(row, take)
        else take()
      }
      return found
    }),
  )
}
