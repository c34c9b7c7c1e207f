import fc from 'fast-check'
import { serialOf } from '../../shared/formula/calendar'
import { type Answer, type Answers, answersTo } from '../../shared/metrics/on-tables/answer'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, type Tables } from './database'
import { inSamples, knownDays, twoWindows, windows } from './in-samples'
import { definitionsOf } from './random-tables'
import { referenceFile } from './reference'
import { everything, expectSame, question } from './same-in-database'
import { sampleTables } from './same-numbers'
import { coreMatrix, readTable, serial } from './tables'

/** As many metrics in a statement as a database plans in no time. */
const together = 12
const conditions = [
  '',
  'owner=ana',
  'owner=',
  'region=West',
  'deal_id=D1',
  'lead_id=l1',
  'deal_id=D1;owner=Ben',
  'source=WEB',
]

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')

/** A database is asked the same as the core, and has to give the same to the last digit, errors included. */
export function differentialCases(opened: () => Database, runs: number): void {
  test('on the sample tables, and with the same errors', async () => {
    const mapping = await opened().load(sampleTables)
    const asked = question(sampleTables, { from: serial('2026-01-01'), to: serial('2026-03-31') })
    let answers = 0
    for (let start = 0; start < everything.length; start += together) {
      const wanted = everything.slice(start, start + together)
      answers += await expectSame(opened(), asked, wanted, mapping)
      const [own, found] = [answersTo(asked, wanted), await askDatabase(opened(), mapping, asked, wanted)]
      const codes = (answers: Answers) => wanted.map((_, index) => codeOf(answers.at(index, 0, 0)))
      expect(codes(found)).toEqual(codes(own))
    }
    expect(answers).toBeGreaterThan(50)
  }, 600_000)

  test('on random tables, under random definitions', async () => {
    const asking = fc.record({
      ...windows,
      where: fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom(...conditions) },
      ),
      by: fc.constantFrom(...Array(4).fill(undefined), 'owner', 'owner', 'region', 'currency', 'amount'),
      asOf: knownDays,
      isWhole: fc.constantFrom(true, true, false),
    })
    const wholeQuarters = [
      ['2026-01-01', '2026-04-01'],
      ['2026-03-31', '2026-06-30'],
    ].map(days => [days.map(serial)])
    let answers = 0
    await inSamples(asking, runs, together, async (sample, wanted) => {
      const { tables, definitions, where, by, asOf, from, days, isWhole } = sample
      const [first, last] = isWhole ? wholeQuarters : twoWindows(from, days)
      const asked = {
        ...question(tables, { from: first as never, to: last as never, where, asOf }),
        definitions,
      }
      answers += await expectSame(opened(), asked, wanted, await opened().load(tables), by)
    })
    expect(answers).toBeGreaterThan(runs)
  }, 1_200_000)

  ;(pipeline === undefined ? test.skip : test)(
    'on 8,800 opportunities of a CRM',
    async () => {
      const tables: Tables = { deals: coreMatrix(readTable(pipeline as string)) }
      const mapping = await opened().load(tables)
      let answers = 0
      for (const [periods, by] of [[months], [quarters, 'sales_agent'], [quarters, 'product']] as const) {
        const [from, to] = [0, 1].map(bound => [periods.map(period => period[bound] as number)])
        const asked = question(tables, { from, to, asOf: serial('2017-12-31') })
        answers += await expectSame(opened(), asked, everything, mapping, by)
      }
      expect(answers).toBeGreaterThan(2500)
    },
    600_000,
  )

  test.each([
    ['a filter', `owner=O'Brien"--`, undefined, [0, 1]],
    ['a column of the table alone', `O'Neil's "note"=y' or 1=1 --`, undefined, [1, 1]],
    ['the values of a group', '', 'owner', [0, 1]],
    ['a backslash, a variable and a line break', `region=${odd}`, undefined, [1, 1]],
  ])('hostile text stays data: %s', async (_, where, by, counts) => {
    const definitions = definitionsOf({ 'lead.net_subtract_codes': ["IT'S; DROP", "') --"] })
    const mapping = await opened().load(hostile)
    const asked = { ...question(hostile, { ...inJanuary, where }), definitions }
    await expectSame(opened(), asked, issued, mapping, by)
    const found = await askDatabase(opened(), mapping, asked, issued, by)
    const group = by === undefined ? 0 : found.groups.indexOf(`O'Brien"--`)
    expect(issued.map((_, index) => found.at(index, 0, group).value).sort()).toEqual(counts)
  })

  test('hundredths, and what stands around a text, are read as in a sheet', async () => {
    const deals: Tables = {
      deals: [
        ['deal_id', 'created_at', 'stage', 'closed_at', 'amount', 'Probability (%)'],
        ['D1', 46000, '\u00a0Open\t', 46060, 1000, 35],
      ],
    }
    const wanted = everything.filter(({ metric }) => metric.name === 'WEIGHTED_PIPELINE')
    const definitions = definitionsOf({
      'forecast.probability_source': 'deal_percent',
      'pipeline.stages': ['open'],
    })
    const asked = { ...question(deals, {}), definitions }
    const found = await askDatabase(opened(), await opened().load(deals), asked, wanted)
    expect(found.at(0, 0, 0).value).toBe(350)
  })
}

function codeOf({ value }: Answer): unknown {
  return isCellError(value) ? value.error : value
}

export const months = Array.from({ length: 12 }, (_, month) => [
  serialOf(2017, month + 1, 1),
  serialOf(2017, month + 2, 1) - 1,
])
export const quarters = [1, 4, 7, 10].map(month => [
  serialOf(2017, month, 1),
  serialOf(2017, month + 3, 1) - 1,
])

/** A backslash before a quote, what looks like a variable, and a line break. */
const odd = `\\' $\{x} \n "\\`

export const hostile: Tables = {
  leads: [
    ['lead_id', 'created_at', 'issued_at', 'owner', 'qualified', 'outcome_code', 'region', `O'Neil's "note"`],
    ['L1', serial('2026-01-05'), serial('2026-01-06'), 'O\'Brien"--', true, "it's; drop", 'West', 'x'],
    ['L2', serial('2026-01-05'), serial('2026-01-06'), 'Ana', true, null, odd, "y' or 1=1 --"],
  ],
}
const inJanuary = { from: serial('2026-01-01'), to: serial('2026-01-31') }
const issued = everything.filter(({ metric }) => ['NET_LEADS_ISSUED', 'LEADS_ISSUED'].includes(metric.name))
