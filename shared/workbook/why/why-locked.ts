import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { latestOf } from '../../definitions/governing'
import { lockOf, readLocks } from '../../definitions/locks'
import { parsePeriod, periodText, spanOf } from '../../definitions/period-name'
import { readSnapshot } from '../../definitions/snapshot'
import { fiscalPeriod } from '../../formula/periods'
import { metricLabel } from '../../metrics/metric-label'
import { answersTo } from '../../metrics/on-tables/answer'
import type { Asked } from '../../renderings/asked'
import { type Argument, isCellError, type Matrix } from '../../values'
import { valueTold } from '../formulas/values-told'
import type { Level } from '../questions'

/** The ranges LOCKS and SNAPSHOT of the workbook, where it has them. */
export interface Records {
  readonly locks: Matrix | undefined
  readonly snapshot: Matrix | undefined
}

/** As METRIC_LABEL says it; `''` for a number that belongs to no period. */
export function labelOf(
  { onTables }: Asked,
  definitions: Argument,
  { locks }: Records,
  today: number,
): string {
  if (!onTables) return ''
  const { question, wanted, answer } = onTables
  const { from = today } = question.periods[0] ?? {}
  const day = Number.isFinite(from) ? from : (question.asOf ?? today)
  const basis = answer.reported ? 'as_reported' : basisText(wanted.basis)
  const label = metricLabel([wanted.metric.name, periodHolding(day, question), basis, definitions, locks])
  return typeof label === 'string' ? label : ''
}

/** As it stands behind a metric's name and “@”. */
export function basisText(basis: NonNullable<Asked['onTables']>['wanted']['basis']): string {
  return typeof basis === 'object' ? `v${basis.version}` : (basis ?? 'current')
}

type Question = NonNullable<Asked['onTables']>['question']

/** The period that a question is about by its name, or the month in which it begins: their labels are the same. */
function periodHolding(day: number, { periods, definitions }: Question): string {
  const calendar = fiscalCalendarOf(latestOf(definitions.rows))
  const names = ['quarter', 'year', 'month', 'week'].map(grain => fiscalPeriod(day, grain, calendar))
  const known = names.flatMap(name => {
    const period = parsePeriod(name)
    const span = isCellError(period) ? undefined : spanOf(period, calendar)
    return isCellError(period) || !span ? [] : [{ text: periodText(period), span }]
  })
  const [asked] = periods
  const same = known.find(({ span }) => span.from === asked?.from && span.to === asked.to)
  return same?.text ?? known[2]?.text ?? ''
}

/** Of a number whose period is locked: what was reported, and what it comes to by the rules of today. */
export function lockedValues({ metric, onTables }: Asked, records: Records): Pick<Level, 'locked'> {
  const [period] = onTables?.question.periods ?? []
  if (!onTables || !period || !Number.isFinite(period.from) || !records.locks) return {}
  const locks = readLocks(records.locks)
  const snapshot = records.snapshot && readSnapshot(records.snapshot)
  if (isCellError(locks) || isCellError(snapshot)) return {}
  const lock = lockOf(locks, period)
  if (!lock) return {}
  const question = { ...onTables.question, locks, snapshot }
  const bases = ['as_reported', 'restated'] as const
  const answers = answersTo(
    question,
    bases.map(basis => ({ ...onTables.wanted, basis })),
  )
  const [asReported, restated] = bases.map((_, index) =>
    valueTold(answers.at(index, 0, 0).value, metric.unit),
  )
  return asReported && restated ? { locked: { period: lock.period, asReported, restated } } : {}
}
