import type { Answer, Wanted } from '../shared/metrics/on-tables/answer'
import { partsSql } from '../shared/renderings/sql-tables/parts-sql'
import type { Cell, CellError } from '../shared/values'
import { isCellError } from '../shared/values'
import { Refused } from '../shared/workbook/steps'
import type { AnswerRow, Engine } from './engine'
import type { NamedPeriod } from './periods'
import type { Prepared } from './question'

/** The value of a metric in a period, and in a group where the rows were divided. */
export interface Result {
  readonly metric: string
  readonly period: NamedPeriod
  readonly group: string | undefined
  readonly value: Cell
}

/** The engine measures the parts, all in one statement; the core makes the numbers of them. */
export async function run(
  names: readonly string[],
  { question, periods, metrics, by }: Prepared,
  engine: Engine,
): Promise<readonly Result[]> {
  const wanted = metrics.filter((one): one is Wanted => !isCellError(one))
  const { mapping, dialect, query } = engine
  const parts = partsSql({ ...question, wanted, mapping, ...(by === undefined ? {} : { by }) }, dialect)
  if (isCellError(parts)) throw new Refused(parts.reason)
  const rows = parts.sql === undefined ? [] : await query(parts.sql)
  const answers = parts.answers(rows as readonly AnswerRow[])
  const groups = answers.groups.map((group, place) => ({ group, place }))
  groups.sort((one, other) => (one.group < other.group ? -1 : one.group > other.group ? 1 : 0))
  const numberOf = (metric: Wanted | CellError, period: number, group: number): Answer['value'] =>
    isCellError(metric) ? metric : answers.at(wanted.indexOf(metric), period, group).value
  return periods.flatMap((period, at) =>
    groups.flatMap(({ group, place }) =>
      metrics.map((metric, index) => ({
        metric: names[index] as string,
        period,
        group: by === undefined ? undefined : group,
        value: numberOf(metric, at, place),
      })),
    ),
  )
}
