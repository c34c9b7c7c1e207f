import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { nativeTableFormula } from '../../shared/renderings/native-tables/native-table-formula'
import type { TableName } from '../../shared/tables/schema'
import type { Tables } from '../support/database'
import { randomDefinitions, randomTables } from '../support/random-tables'
import { everything, question } from '../support/same-in-database'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const tooMuch = 'takes more than built-in functions'

/** Metrics that no tables give a twin, and a part of the reason. */
const without: Readonly<Record<string, string>> = {
  FUNNEL_YIELD: 'more than the 8192 that Excel takes',
  STAGE_CONVERSION: tooMuch,
  DAYS_IN_STAGE: tooMuch,
  SLIPPAGE_RATE: tooMuch,
  QUOTA_ATTAINMENT_TEAM: tooMuch,
  REPS_AT_QUOTA: tooMuch,
  REP_CONCENTRATION: tooMuch,
  REP_DISPARITY: tooMuch,
  RAMP_TIME: tooMuch,
  EXPANSION_MRR: tooMuch,
  CONTRACTION_MRR: tooMuch,
  QUICK_RATIO: tooMuch,
  REVENUE_CHURN_RATE: tooMuch,
  NRR: tooMuch,
  GRR: tooMuch,
  COHORT_CLV: tooMuch,
}

test('every metric of tables has a twin on some tables, or is known to have none', () => {
  const [twins, reasons] = [new Set<string>(), new Map<string, Set<string>>()]
  const formulas: string[] = []
  const ask = (tables: Tables, given: Parameters<typeof question>[1], definitions?: object): void => {
    const asked = { ...question(tables, given), ...definitions }
    const places = new Map(
      Object.entries(tables).map(([name, cells]) => [
        name as TableName,
        { sheet: name, top: 0, left: 0, bottom: cells.length - 1, right: (cells[0] ?? []).length - 1 },
      ]),
    )
    for (const wanted of everything.filter(({ metric }) => !twins.has(metric.name))) {
      const twin = nativeTableFormula({ question: asked, wanted, places })
      const { name } = wanted.metric
      if ('formula' in twin) {
        twins.add(name)
        formulas.push(twin.formula)
      } else reasons.set(name, (reasons.get(name) ?? new Set()).add(twin.none))
    }
  }
  const quarter = { from: serial('2026-01-01'), to: serial('2026-03-31') }
  const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
    coreMatrix(sampleTable(name)),
  )
  ask({ leads, deals, costs } as Tables, quarter)
  const asking = fc.tuple(randomTables, randomDefinitions)
  for (const [tables, definitions] of fc.sample(asking, { numRuns: 40, seed: 20260104 })) {
    ask(tables, quarter, { definitions })
    // What is answered more than once, and what has several questions, is another matter.
    ask({ surveys: answersIn(tables), subscriptions: tables.subscriptions ?? [] }, quarter, { definitions })
  }
  for (const formula of formulas) {
    expect(functionsIn(formula).filter(name => !everywhere.includes(name))).toEqual([])
    expect(
      overRows(formula)
        .flatMap(functionsIn)
        .filter(name => single.includes(name)),
    ).toEqual([])
  }
  const missing = everything.map(({ metric }) => metric.name).filter(name => !twins.has(name))
  expect(missing.sort()).toEqual(Object.keys(without).sort())
  for (const [name, says] of Object.entries(without)) {
    expect([...(reasons.get(name) ?? [])].join('\n')).toContain(says)
  }
})

test('the guide names those that have none', () => {
  const guide = readFileSync('docs/guides/handing-over.md', 'utf8').replace(/\s+/g, ' ')
  const count = everything.length
  expect(guide).toContain(
    `Of the ${count} metrics that METRIC computes of tables, ${count - Object.keys(without).length} can become a formula`,
  )
  const [, table = ''] = guide.split('These go by value:')
  const named = [...(table.split('Tables may stand')[0] ?? '').matchAll(/`([A-Z_]+)`/g)].map(
    ([, name]) => name,
  )
  expect(named.sort()).toEqual(Object.keys(without).sort())
})

/** What Excel 2016, Google Sheets and LibreOffice all have. */
const everywhere = [
  ...[
    'ABS',
    'AND',
    'COUNTIFS',
    'DATE',
    'DAY',
    'EDATE',
    'EXACT',
    'IF',
    'INT',
    'ISNUMBER',
    'LARGE',
    'MATCH',
    'MIN',
  ],
  ...[
    'MOD',
    'MONTH',
    'NA',
    'NOT',
    'OR',
    'REPT',
    'ROUND',
    'ROW',
    'SMALL',
    'SUBSTITUTE',
    'SUMIF',
    'SUMPRODUCT',
  ],
  ...['VALUE', 'YEAR'],
]
/** Those that go through the items of a range only where Excel is told that the formula is one of arrays. */
const single = ['AND', 'IF', 'NOT', 'OR', 'NA', 'VALUE']

function functionsIn(formula: string): readonly string[] {
  return [...formula.replace(/"[^"]*"/g, '').matchAll(/([A-Z]+)\(/g)].map(([, name]) => name as string)
}

/** What stands within SUMPRODUCT. */
function overRows(formula: string): readonly string[] {
  return formula
    .split(/(?<![A-Z])SUMPRODUCT(?=\()/)
    .slice(1)
    .map(text => {
      let depth = 0
      const end = [...text].findIndex(character => {
        if (character === '(') depth++
        return character === ')' && --depth === 0
      })
      return text.slice(0, end)
    })
}

/** Without the column that tells questions apart. */
function answersIn({ surveys = [] }: Tables) {
  const question = (surveys[0] ?? []).indexOf('question')
  return surveys.map(row => row.filter((_, place) => place !== question))
}
