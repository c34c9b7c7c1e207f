import fc from 'fast-check'
import type { Cell } from '../../shared/values'
import type { Tables } from '../support/database'
import { definitions } from '../support/definitions'
import { libreOffice } from '../support/libreoffice'
import { comparison } from '../support/native-tables'
import { randomDefinitions, randomTables } from '../support/random-tables'
import { referenceFile } from '../support/reference'
import { everything, question } from '../support/same-in-database'
import { coreMatrix, readTable, sampleTable, serial } from '../support/tables'

const everywhere = libreOffice ? test : test.skip

const windows = [
  ['2026-01-01', '2026-03-31'],
  ['2026-02-01', '2026-02-28'],
  ['2026-01-10', '2026-02-17'],
  ['2027-01-01', '2027-03-31'],
].map(days => days.map(serial)) as [number, number][]

/** What teams agree on otherwise than it is built in. */
const agreements: readonly Readonly<Record<string, Cell>>[] = [
  { 'win_rate.basis': 'value', 'win_rate.variant': 'all_closed', 'deal_size.statistic': 'median' },
  { 'win_rate.variant': 'qualified_cohort', 'close_rate.variant': 'opp_to_win', 'cycle.statistic': 'mean' },
  { 'win_rate.variant': 'competitive', 'refund.timing': 'original_period', 'cost.timing': 'paid' },
  { 'lead.net_rule': 'rolling', 'sla.clock_type': 'elapsed', 'conversion.method': 'period' },
  { 'lead.net_rule': 'strict', 'cost.weekly_spread': 'none', 'cac.lag_periods': 1, 'cohort.window_days': 30 },
  { 'sla.clock_start': 'created_at', 'sla.response_hours': 4, 'margin.basis': 'revenue' },
]

everywhere(
  'LibreOffice computes the twins of the sample tables to the same',
  async () => {
    const tables: Tables = {
      leads: coreMatrix(sampleTable('leads')),
      deals: coreMatrix(sampleTable('deals')),
      costs: coreMatrix(sampleTable('costs')),
    }
    const { stand, ask, differing, compared, twins } = comparison()
    const places = stand(tables)
    const asks = (given: Parameters<typeof question>[1]): void => {
      const asked = question(tables, given)
      for (const wanted of everything) ask(asked, wanted, places)
    }
    for (const [from, to] of windows) {
      asks({ from, to })
      asks({ from, to, where: 'owner=ana' })
      asks({ from, to, asOf: serial('2026-02-15') })
      for (const terms of agreements) asks({ from, to, definitions: definitions(terms) })
    }
    const wrong = await differing()
    expect(wrong).toEqual([])
    expect(compared.length).toBeGreaterThan(1500)
    expect(twins.size).toBeGreaterThan(50)
  },
  300_000,
)

/** Samples of random tables, each asked of one period under random definitions. */
const samples = 24

everywhere(
  'LibreOffice computes the twins of random tables to the same',
  async () => {
    const asking = fc.record({
      tables: randomTables,
      definitions: randomDefinitions,
      from: fc.integer({ min: serial('2025-11-01'), max: serial('2026-04-01') }),
      days: fc.integer({ min: 0, max: 200 }),
      where: fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('owner=ana', 'owner=', 'region=West', 'deal_id=D1', 'source=WEB'),
        },
      ),
      asOf: fc.oneof(fc.constant(''), fc.integer({ min: serial('2026-01-01'), max: serial('2026-07-01') })),
      isWhole: fc.boolean(),
    })
    const { stand, ask, differing, compared, twins } = comparison()
    for (const sample of fc.sample(asking, { numRuns: samples })) {
      const { tables, definitions: set, from, days, where, asOf, isWhole } = sample
      const places = stand(tables)
      const period = isWhole ? [serial('2026-01-01'), serial('2026-03-31')] : [from, from + days]
      const [first, last] = period as [number, number]
      const asked = { ...question(tables, { from: first, to: last, where, asOf }), definitions: set }
      for (const wanted of everything) ask(asked, wanted, places)
    }
    const wrong = await differing()
    expect(wrong).toEqual([])
    expect(compared.length).toBeGreaterThan(500)
    expect(twins.size).toBeGreaterThan(60)
  },
  300_000,
)

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')

;(libreOffice && pipeline !== undefined ? test : test.skip)(
  'LibreOffice computes the twins of 8,800 opportunities to the same',
  async () => {
    const tables: Tables = { deals: coreMatrix(readTable(pipeline as string)) }
    const { stand, ask, differing, compared, twins } = comparison()
    const places = stand(tables)
    for (const [from, to, where] of [
      ['2017-01-01', '2017-12-31', ''],
      ['2017-04-01', '2017-06-30', 'sales_agent=Anna Snelling'],
      ['2017-10-15', '2017-11-15', 'product=GTX Pro'],
    ] as const) {
      const asked = question(tables, {
        from: serial(from),
        to: serial(to),
        asOf: serial('2017-12-31'),
        where,
      })
      for (const wanted of everything) ask(asked, wanted, places)
    }
    expect(await differing()).toEqual([])
    expect(twins.size).toBeGreaterThan(10)
    expect(compared.length).toBeGreaterThan(40)
  },
  300_000,
)
