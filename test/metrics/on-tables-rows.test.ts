import fc from 'fast-check'
import { builtInTerms } from '../../shared/definitions/terms'
import { metricsByName, namesOnTables } from '../../shared/metrics/by-name'
import type { Measure, Metric } from '../../shared/metrics/metric'
import { caught } from '../../shared/metrics/on-tables/caught'
import { keyOf, measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { spansOf } from '../../shared/metrics/on-tables/locate'
import { takeMeasures } from '../../shared/metrics/on-tables/measure'
import type { Part } from '../../shared/metrics/on-tables/part'
import { type Context, contextOf, type Period, type Rows } from '../../shared/tables/rows'
import { openTable, type Table } from '../../shared/tables/table'
import { type CellError, isCellError, type Matrix } from '../../shared/values'
import type { Tables } from '../support/database'
import { hostileTables } from '../support/hostile-tables'
import { serial } from '../support/tables'

/** Of measures with a date, or of several days, and of one number a row or none: others add tallies of their own. */
const measures = [
  ...new Map(
    namesOnTables()
      .flatMap(name => measuresOf(metricsByName.get(name) as Metric))
      .filter(({ at, over, ahead, per, distinct }) => (at ?? over) && !ahead && !per && !distinct)
      .map(measure => [keyOf(measure), measure] as const),
  ).values(),
]

/** Two that share days, and one apart. */
const periods: readonly Period[] = [
  { from: serial('2026-01-01'), to: serial('2026-03-31') },
  { from: serial('2026-02-01'), to: serial('2026-02-28') },
  { from: serial('2025-11-01'), to: serial('2025-12-31') },
]

const called = {
  'asked.component_set': 'cac_cost',
  'asked.seen_components': 'ad_spend',
  'asked.coding': 'any',
}
const terms = { ...builtInTerms, ...called, 'asked.unanswered': 'breach', 'pipeline.stale_days': 30 }

function contextFor(tables: Tables): Context {
  const opened = Object.values(tables).map((matrix, index) => openTable(matrix as Matrix, index + 1))
  const fit = opened.filter((table): table is Table => !isCellError(table))
  return contextOf(new Map(fit.map(table => [table.schema.name, table])), terms, undefined)
}

/** What the measure is in one period, as a plain loop takes it: the first row that is wrong decides. */
function plainly(rows: Rows, measure: Measure, period: Period): Part {
  const { at, over, lag } = measure
  const [holds, value] = [rows.read(measure.rows), measure.value && rows.read(measure.value)]
  const currency = measure.value && rows.isMoney(measure.value) && rows.has('currency')
  const codes = currency ? rows.read('currency') : () => null
  const [first, last] = (over ?? [at as string, at as string]).map(rows.read)
  const [span] = spansOf([period], undefined, lag === undefined ? 0 : Number(rows.context.terms[lag]))
  const { from, to } = span as Period
  const found: number[] = []
  const seen = new Set<string>()
  let wrong: CellError | undefined
  for (let row = 1; row <= rows.last; row++) {
    const days = caught(() => [first?.(row), last?.(row)])
    if (isCellError(days)) {
      if (rows.isRow(row)) return days
      continue
    }
    const [begins, ends] = days
    if (typeof begins !== 'number' || typeof ends !== 'number' || begins >= to + 1 || ends < from) continue
    if (over) rows.context.period = span as Period
    const added = caught(() => {
      if (holds(row) !== true) return
      const number = value ? value(row) : 1
      if (typeof number !== 'number') throw { error: '#N/A', reason: 'blank' }
      found.push(number)
      const code = codes(row)
      if (typeof code === 'string') seen.add(code.toUpperCase())
      if (seen.size > 1) throw { error: '#VALUE!', reason: 'mixed' }
    })
    if (isCellError(added)) wrong ??= added
  }
  return wrong ?? (value ? found : found.length)
}

test('every measure takes what a plain loop over the rows takes, and is wrong for the same row', () => {
  fc.assert(
    fc.property(hostileTables, tables => {
      const taken = takeMeasures({ measures, periods, conditions: [] }, contextFor(tables))
      for (const [index, measure] of measures.entries()) {
        const rows = caught(() => contextFor(tables).rows(measure.from))
        for (const [place, period] of periods.entries()) {
          const expected = isCellError(rows) ? rows : caught(() => plainly(rows, measure, period))
          expect([keyOf(measure), told(taken.part(index, place, 0))]).toEqual([
            keyOf(measure),
            told(expected),
          ])
        }
      }
    }),
    { numRuns: 30, endOnFailure: true },
  )
})

/** The plain loop does not say what the tally says of blanks and currencies, only that. */
function told(part: Part): Part {
  if (!isCellError(part)) return part
  if (/^amounts in|cannot be added|^mixed/.test(part.reason)) return { ...part, reason: 'mixed' }
  return /counts, but its/.test(part.reason) ? { ...part, reason: 'blank' } : part
}
