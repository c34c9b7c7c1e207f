import fc from 'fast-check'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import type { Cell } from '../../../shared/values'
import { ask, call, fails, from, table, to } from '../../support/asking'
import { definitions } from '../../support/definitions'

const header = 'deal_id stage entered_at owner'
const entered = (deal: string, stage: string, day: number, owner = 'Ana'): Cell[] => [
  deal,
  stage,
  from + day,
  owner,
]

const sale = [
  entered('a', 'Qualification', 0),
  entered('a', 'Proposal/Price Quote', 10),
  entered('a', 'Closed Won', 40),
  entered('b', 'Qualification', 1, 'Ben'),
  entered('b', 'Closed Lost', 3, 'Ben'),
  entered('c', 'Needs Analysis', 5),
]

describe('stage conversion', () => {
  const rate = (stageFrom: Cell, stageTo: Cell, rows = sale, ...more: Cell[]) =>
    call('STAGE_CONVERSION', table(header, ...rows), from, to, stageFrom, stageTo, ...more)

  test('is of the deals that reached the one stage, and then the other', () => {
    expect(rate('Qualification', 'Closed Won')).toBe(1 / 3)
    expect(rate('Qualification', 'Needs Analysis')).toBe(2 / 3)
    expect(rate('proposal price quote', 'closed_won')).toBe(1)
  })

  test('counts a stage that was skipped as passed', () => {
    expect(rate('Needs Analysis', 'Closed Won')).toBe(1 / 2)
  })

  test('takes what is known by as_of, of the deals of the period and of where', () => {
    expect(rate('Qualification', 'Closed Won', sale, '', from + 39)).toBe(0)
    expect(rate('Qualification', 'Closed Won', sale, '', '', 'owner=Ben')).toBe(0)
    const before = sale.map(([deal, stage, day, owner]) => [deal, stage, Number(day) - 100, owner] as Cell[])
    expect(rate('Qualification', 'Closed Won', before)).toEqual(fails('#DIV/0!', 'Qualification'))
  })

  test('counts a deal that went back and forth once', () => {
    const back = [
      entered('a', 'Qualification', 0),
      entered('a', 'Needs Analysis', 1),
      entered('a', 'Qualification', 2),
    ]
    expect(rate('Qualification', 'Needs Analysis', back)).toBe(1)
  })

  test('knows a stage by its name alone where the definitions give it no order', () => {
    const own = [entered('a', 'Demo', 0), entered('a', 'Trial', 1), entered('b', 'Demo', 0)]
    expect(rate('Demo', 'Trial', own)).toBe(0.5)
    const stages = 'demo: open/TRUE/1; pilot: open/TRUE/2; trial: open/TRUE/3'
    expect(rate('Demo', 'Pilot', own, definitions({ 'stage.map': stages }) as never)).toBe(0.5)
  })

  test.each([
    ['', 'Closed Won', '#VALUE!', 'a stage is missing'],
    ['Qualification', '', '#VALUE!', 'a stage is missing'],
    ['Qualificaton', 'Closed Won', '#VALUE!', 'did you mean qualification'],
    ['Closed Won', 'Qualification', '#VALUE!', 'does not come after'],
    ['Qualification', 'Qualification', '#VALUE!', 'does not come after'],
  ])('%s to %s', (stageFrom, stageTo, error, says) => {
    expect(rate(stageFrom, stageTo)).toEqual(fails(error, says))
  })

  test('without a history is not available', () => {
    expect(rate('Qualification', 'Closed Won', [])).toEqual(fails('#N/A', 'stage_history is empty'))
  })
})

describe('stays', () => {
  const asOf = from + 20

  test('last until another stage, and while they go on until as_of', () => {
    const history = table(header, ...sale)
    expect(call('DAYS_IN_STAGE', history, from, to, '', asOf)).toBe(10)
    expect(metricBy(['DAYS_IN_STAGE', 'stage', from, to, '', asOf, '', history])).toEqual([
      ['Qualification', 6, 2],
      ['Needs Analysis', 15, 1],
      ['Proposal/Price Quote', 10, 1],
    ])
    expect(call('BOTTLENECK', history, from, to, '', asOf)).toBe('Needs Analysis: median 15 days, 1 stay')
    expect(call('BOTTLENECK', history, from, to)).toBe('Needs Analysis: median 35 days, 1 stay')
    expect(call('BOTTLENECK', history, from, to, '', asOf, 'owner=Ben')).toBe(
      'Qualification: median 2 days, 1 stay',
    )
  })

  test('are not cut by other changes in the same stage', () => {
    const changed = [
      entered('a', 'Qualification', 0),
      entered('a', 'Qualification', 4),
      entered('a', 'Closed Won', 9),
    ]
    expect(call('DAYS_IN_STAGE', table(header, ...changed), from, to)).toBe(9)
  })

  test('of nobody have no median', () => {
    const closed = table(header, entered('a', 'Closed Won', 1))
    expect(call('DAYS_IN_STAGE', closed, from, to)).toEqual(fails('#N/A', 'no median'))
    expect(call('BOTTLENECK', closed, from, to)).toEqual(fails('#N/A', 'no median'))
    expect(call('BOTTLENECK', table(header), from, to)).toEqual(fails('#N/A', 'stage_history is empty'))
  })

  test('in a stage that nobody has defined are refused', () => {
    expect(call('BOTTLENECK', table(header, entered('a', 'Limbo', 1)), from, to)).toEqual(
      fails('#VALUE!', 'Limbo'),
    )
  })
})

test('conversion is that of a plain look at each deal, whatever the order of the rows', () => {
  const stages = ['Prospecting', 'Needs Analysis', 'Value Proposition', 'Closed Won', 'Closed Lost']
  const place = (stage: string) => (stage === 'Closed Lost' ? -1 : stages.indexOf(stage))
  const change = fc.record({
    deal: fc.constantFrom('a', 'b', 'c', 'd'),
    stage: fc.constantFrom(...stages),
    day: fc.integer({ min: -40, max: 120 }),
  })
  const apart = { selector: ({ deal, day }: { deal: string; day: number }) => `${deal} ${day}` }
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { ...apart, minLength: 1, maxLength: 20 }),
      fc.nat({ max: 1 }),
      (changes, first) => {
        let [reached, passed] = [0, 0]
        for (const deal of ['a', 'b', 'c', 'd']) {
          const own = changes.filter(one => one.deal === deal).sort((a, b) => a.day - b.day)
          const start = own.findIndex(({ stage }) => place(stage) >= first)
          const day = own[start]?.day
          if (day === undefined || day < 0 || day > to - from) continue
          reached++
          if (own.slice(start).some(({ stage }) => place(stage) >= 2)) passed++
        }
        const rows = changes.map(({ deal, stage, day }) => entered(deal, stage, day))
        const answer = call(
          'STAGE_CONVERSION',
          table(header, ...rows),
          from,
          to,
          stages[first] as string,
          'Value Proposition',
        )
        if (reached === 0) expect(answer).toEqual(fails('#DIV/0!'))
        else expect(answer).toBe(passed / reached)
        expect(ask('DAYS_IN_STAGE', [table(header, ...[...rows].reverse())])).toEqual(
          ask('DAYS_IN_STAGE', [table(header, ...rows)]),
        )
      },
    ),
    { numRuns: 120 },
  )
})
