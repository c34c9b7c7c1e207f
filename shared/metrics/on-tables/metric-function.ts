import { type Argument, type Cell, isCellError, isMatrix, type Matrix, type Result } from '../../values'
import { answersTo, type Wanted } from './answer'
import { listOf, readQuestion } from './question'
import { wantedNamed } from './wanted'

/**
 * METRIC(metric, from, to, where, as_of, definitions, table1, [table2], …): any metric of any tables. Several metrics
 * and periods spill as metrics × periods, or as periods × metrics where the periods stand in a column and the metrics
 * do not. A metric's name may say on which basis: `WIN_RATE@restated`, `@v3`, `@as_reported`.
 */
export function metricOnTables(args: readonly Argument[]): Result {
  const [name, from, to, where, asOf, definitions, ...tables] = args
  const question = readQuestion({ tables, from, to, where, asOf, definitions })
  if (isCellError(question)) return question
  const named = listOf(name).map(cell => wantedNamed(cell, question.definitions))
  const wanted = named.filter((one): one is Wanted => !isCellError(one))
  const answers = answersTo(question, wanted)
  const rows = named.map(one =>
    question.periods.map((_, period): Cell => {
      return isCellError(one) ? one : answers.at(wanted.indexOf(one), period, 0).value
    }),
  )
  return arranged(rows, isMatrix(name) && name.length > 1, isMatrix(from) && from.length > 1)
}

function arranged(rows: Matrix, metricsDown: boolean, periodsDown: boolean): Result {
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0] as Cell
  if (!periodsDown || metricsDown) return rows
  return (rows[0] ?? []).map((_, column) => rows.map(row => row[column] as Cell))
}
