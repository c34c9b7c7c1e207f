import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { formulas } from '../../shared/formulas'
import { metrics } from '../../shared/metrics/index'
import type { Metric } from '../../shared/metrics/metric'
import { nativeFormula } from '../../shared/renderings/native'
import { sqlExpression } from '../../shared/renderings/sql'
import { type Cell, isCellError } from '../../shared/values'
import { columnName, libreOffice, recalculate } from '../support/libreoffice'

/** Metrics of nothing but ranges (and a choice), in which a blank beside a number leaves both out. */
const paired = metrics.filter(
  ({ onTablesOnly, parameters }) =>
    !onTablesOnly &&
    Object.values(parameters).some(
      parameter => 'blank' in parameter && parameter.blank === 'leaves both out',
    ) &&
    Object.values(parameters).every(parameter => 'rangeOf' in parameter || 'choices' in parameter),
)
const rows = 6
const cell = fc.option(fc.integer({ min: 1, max: 200 }), { freq: 3, nil: null })

function rangesOf({ parameters }: Metric): readonly string[] {
  return Object.keys(parameters).filter(name => 'rangeOf' in (parameters[name] ?? {}))
}

function choicesOf({ parameters }: Metric): readonly Readonly<Record<string, string>>[] {
  const choices = Object.entries(parameters).flatMap(([name, parameter]) =>
    'choices' in parameter ? Object.keys(parameter.choices).map(choice => ({ [name]: choice })) : [],
  )
  return choices.length > 0 ? choices : [{}]
}

const asked = paired.flatMap(metric =>
  choicesOf(metric).flatMap(choice =>
    fc
      .sample(fc.array(fc.array(cell, { minLength: rows, maxLength: rows }), exactly(metric)), {
        numRuns: 60,
        seed: 20260103,
      })
      .map(columns => ({ metric, choice, columns })),
  ),
)

function exactly(metric: Metric): { minLength: number; maxLength: number } {
  const length = rangesOf(metric).length
  return { minLength: length, maxLength: length }
}

/** A blank that is refused stands in no workbook for long; the other answers must be the same everywhere. */
function ownAnswer({ metric, choice, columns }: (typeof asked)[number]): Cell | undefined {
  const ranges = rangesOf(metric)
  const args = Object.keys(metric.parameters).map(name => {
    const column = columns[ranges.indexOf(name)]
    return column ? column.map(item => [item]) : choice[name]
  })
  const answer = formulas.find(({ name }) => name === metric.name)?.compute(args) as Cell
  if (!isCellError(answer)) return answer
  return answer.error === '#VALUE!' ? undefined : answer.error
}

test('there are such metrics, and most of their answers are numbers', () => {
  expect(paired.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['QUOTA_ATTAINMENT_TEAM', 'REPS_AT_QUOTA']),
  )
  expect(asked.filter(each => typeof ownAnswer(each) === 'number').length).toBeGreaterThan(asked.length / 2)
})

const everywhere = libreOffice ? test : test.skip
everywhere(
  'LibreOffice leaves out what we leave out',
  async () => {
    const twins = asked.filter(({ metric }) => !metric.noTwin)
    const sheet = await recalculate(
      twins.map(({ metric, choice, columns }, index) => {
        const references = rangesOf(metric).map((name, place) => {
          const [first, last] = [place * rows, (place + 1) * rows - 1].map(columnName)
          return [name, { cell: `${first}${index + 1}:${last}${index + 1}` }]
        })
        return [
          ...columns.flat(),
          { formula: nativeFormula(metric, { ...choice, ...Object.fromEntries(references) }) },
        ]
      }),
    )
    for (const [index, each] of twins.entries()) {
      const own = ownAnswer(each)
      if (own !== undefined) expectSame(each, sheet[index]?.[each.columns.flat().length], own)
    }
  },
  120_000,
)

test('DuckDB leaves out what we leave out', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const each of asked.filter(({ metric }) => !metric.noSql)) {
    const own = ownAnswer(each)
    if (own === undefined) continue
    const ranges = rangesOf(each.metric)
    const lists = ranges.map(
      (name, place) =>
        `unnest([${(each.columns[place] ?? []).map(String).join(', ')}]::double[]) as "${name}"`,
    )
    const sql = `select ${sqlExpression(each.metric, each.choice, ranges)} from (select ${lists.join(', ')})`
    const [[found] = []] = (await connection.runAndReadAll(sql)).getRows()
    expectSame(each, found ?? null, typeof own === 'string' ? null : own)
  }
  connection.closeSync()
}, 60_000)

function expectSame(each: (typeof asked)[number], found: unknown, own: Cell): void {
  const isNear =
    typeof own === 'number' && typeof found === 'number' && Math.abs(found - own) < 1e-12 * Math.max(own, 1)
  if (!isNear)
    expect({ ...each, metric: each.metric.name, found }).toEqual({
      ...each,
      metric: each.metric.name,
      found: own,
    })
}
