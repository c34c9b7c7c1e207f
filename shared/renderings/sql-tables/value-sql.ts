import type { Answer } from '../../metrics/on-tables/answer'
import { measuresOf } from '../../metrics/on-tables/dependencies'
import { type CellError, isCellError } from '../../values'
import type { SqlDialect } from './dialect'
import { type Finishing, finishingOf } from './finishing'
import { numberRow, partsShown } from './number-row'
import type { Total } from './over-totals'
import { type PartsSql, type Place, partsSql, type SqlQuestion } from './parts-sql'
import type { RowTotal } from './row-total'

/** The table of the answers out of which numbers are made. */
const answerName = 'answer__0'

/**
 * A statement that gives the numbers themselves, a row for each metric and period: `metric`, `period_from`,
 * `period_to`, `value`, the parts that the value is made of, and in `refused` why there is none.
 * @returns undefined where the core has to finish what a database can only measure, such as a median
 */
export function valueSql(
  names: readonly string[],
  question: SqlQuestion,
  dialect: SqlDialect,
): Pick<PartsSql, 'sql' | 'reads'> | CellError | undefined {
  if (question.by !== undefined) return undefined
  const { wanted, periods } = question
  const empty = partsSql(question, dialect)
  if (isCellError(empty)) return empty
  const planned = wanted.flatMap((_, index) => periods.map((_, period) => plan(empty.at(index, period))))
  const plans = planned.filter(one => one !== undefined)
  if (plans.length < planned.length) return undefined
  const totals = new Map(
    plans.flatMap(({ totals: own }) => own.flatMap(rowTotals)).map(one => [one.key, one]),
  )
  const parts = partsSql(question, dialect, [...totals.values()])
  if (isCellError(parts)) return parts
  if (parts.sql === undefined) return { sql: undefined, reads: [] }
  const shown = [...new Set(plans.flatMap(partsShown))]
  const rows = wanted.flatMap((one, index) =>
    periods.map((period, at) =>
      numberRow(
        { name: names[index] ?? one.metric.name, period, shown },
        parts.at(index, at),
        plans[index * periods.length + at] as Finishing,
        answerName,
        dialect,
      ),
    ),
  )
  const answer = `${dialect.identifier(answerName)} as (${parts.rows})`
  return { sql: `${parts.tables},\n${answer}\n${rows.join('\nunion all\n')}`, reads: parts.reads }
}

const nothing: Finishing = { totals: [], finishes: [] }

/** What is known without a row, such as a number that was reported, takes no totals. */
function plan({ answer, whereIs }: Place): Finishing | undefined {
  return isMeasured(answer, whereIs) ? finishingOf(answer.metric, answer.regimes[0]?.terms ?? {}) : nothing
}

function isMeasured({ metric, regimes }: Answer, whereIs: Place['whereIs']): boolean {
  return regimes.length > 0 && measuresOf(metric).some(measure => whereIs(measure).length > 0)
}

function rowTotals({ of }: Total): readonly RowTotal[] {
  return typeof of === 'object' ? [of] : []
}
