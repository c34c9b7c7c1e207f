import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api'
import { serialOfText } from '../../shared/formula/calendar'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import type { Metric } from '../../shared/metrics/metric'
import { nativeFormula } from '../../shared/renderings/native'
import { sqlExpression } from '../../shared/renderings/sql'
import { libreOffice, recalculate } from '../support/libreoffice'

const periods = ['PERIOD_START', 'PERIOD_END', 'FISCAL_PERIOD'].map(
  name => metrics.find(metric => metric.name === name) as Metric,
)
const terms = [
  [1, 'monday', 'clip'],
  [4, 'sunday', 'clip'],
  [2, 'monday', 'by_start'],
  [10, 'saturday', 'by_majority'],
]
/** Ends of years and months, and days two weeks and a bit apart. */
const dates = [46_022, 46_023, 46_112, 46_113, 45_351, 45_352].concat(
  Array.from({ length: 50 }, (_, index) => 45_292 + index * 17),
)

/** Every formula under every calendar, the terms written in as a team's own definitions would be. */
const asked = periods.flatMap(metric =>
  terms.flatMap(([month, week, rule]) => {
    const written = metric.formula
      .replace('calendar.fiscal_start_month', String(month))
      .replace('calendar.week_start', `"${week}"`)
      .replace('calendar.week_quarter_rule', `"${rule}"`)
      .replace('calendar.scheme', '"gregorian"')
    return ['week', 'month', 'quarter', 'year'].map(grain => ({
      metric: { ...metric, formula: written },
      grain,
    }))
  }),
)

const everywhere = libreOffice ? test : test.skip
everywhere(
  'LibreOffice cuts time as we do, whatever the calendar',
  async () => {
    const rows = dates.map((date, index) => [
      date,
      ...asked.map(({ metric, grain }) => ({
        formula: nativeFormula(metric, { date: { cell: `A${index + 1}` }, grain }),
      })),
    ])
    const sheet = await recalculate(rows)
    const own = dates.map(date => [
      date,
      ...asked.map(({ metric, grain }) => compute(metric, { date, grain })),
    ])
    expect(sheet).toEqual(own)
  },
  120_000,
)

everywhere(
  'LibreOffice counts business hours as we do, holidays and all',
  async () => {
    const hours = metrics.find(({ name }) => name === 'BUSINESS_HOURS_BETWEEN') as Metric
    const metric = {
      ...hours,
      formula: hours.formula
        .replace('calendar.open', '"08:30"')
        .replace('calendar.close', '"17:15"')
        .replace('calendar.weekend_mask', '"0000110"')
        .replace('calendar.holidays', '"2026-04-01, 2026-04-05, 2026-04-10"'),
    }
    const moments = Array.from(
      { length: 60 },
      (_, index) => serialOfText('2026-03-25') + (index * 487) / 1440,
    )
    const pairs = moments.flatMap((start, index) =>
      moments.slice(index, index + 40).map(end => ({ start, end })),
    )
    const rows = pairs.map(({ start, end }, index) => {
      const references = { start: { cell: `A${index + 1}` }, end: { cell: `B${index + 1}` } }
      return [start, end, { formula: nativeFormula(metric, references) }]
    })
    const sheet = await recalculate(rows)
    for (const [index, pair] of pairs.entries())
      expect(sheet[index]?.[2]).toBeCloseTo(compute(metric, pair) as number, 10)
  },
  120_000,
)

test('DuckDB cuts time as we do, whatever the calendar', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const list = dates.map(date => `date '1899-12-30' + ${date}`).join(', ')
  for (const { metric, grain } of asked) {
    const sql = `select ${sqlExpression(metric, { grain }, ['date'])} from (select unnest([${list}]) as "date")`
    const rows = (await connection.runAndReadAll(sql)).getRows()
    const found = rows.map(([cell]) => (cell instanceof DuckDBDateValue ? cell.days + 25_569 : cell))
    expect([metric.formula, grain, found]).toEqual([
      metric.formula,
      grain,
      dates.map(date => compute(metric, { date, grain })),
    ])
  }
  connection.closeSync()
})
