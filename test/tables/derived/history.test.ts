import type { Cell } from '../../../shared/values'
import { day, from, table } from '../../support/asking'
import { perRow } from '../../support/derived'

/** The day so many days after the first of January 2026. */
const on = (days: number): number => from + days
const columns = 'deal_id stage entered_at'

describe('stays in a stage', () => {
  const stage_history = table(
    columns,
    ['A', 'Negotiation/Review', on(9)],
    ['A', 'Prospecting', on(1)],
    ['A', 'PROSPECTING', on(4)],
    ['B', 'Prospecting', on(2)],
    ['A', 'Won', on(12)],
    [null, null, null],
    ['C', 'Prospecting', on(3)],
    ['C', 'Needs Analysis', on(3)],
  )
  const last = { asOf: on(20) }

  test('begin with another open stage, and end with the next', () => {
    expect(perRow('begins_stay', { stage_history }, last)).toEqual([
      ...[true, true, false, true, false],
      expect.anything(),
      ...[true, true],
    ])
    expect(perRow('left_at', { stage_history }, last)).toEqual([
      ...[on(12), on(9), on(9), on(20), on(20), on(20), on(3), on(20)],
    ])
  })

  test('what came later is not known yet', () => {
    expect(perRow('left_at', { stage_history }, { asOf: on(9) }).slice(0, 3)).toEqual([on(9), on(9), on(9)])
    expect(perRow('left_at', { stage_history }, { asOf: on(8) }).slice(1, 3)).toEqual([on(8), on(8)])
  })

  test('are refused in a stage that nobody has defined, and where there is no history', () => {
    const odd = table(columns, ['A', 'Odd', from])
    expect(perRow('begins_stay', { stage_history: odd })).toEqual([
      '#VALUE! stage_history row 2: nobody has said what the stage “Odd” means: add it to stage.map, or rename it',
    ])
    const passing = { terms: { 'stage.from': 'Prospecting', 'stage.to': 'Won' } }
    expect(perRow('passes_from', { stage_history: odd }, passing)[0]).toBe(false)
  })
})

describe('deals that pass stages', () => {
  const stage_history = table(
    columns,
    ['A', 'Prospecting', on(1)],
    ['A', 'Proposal/Price Quote', on(2)],
    ['A', 'Negotiation/Review', on(3)],
    ['A', 'Prospecting', on(4)],
    ['B', 'Negotiation/Review', on(1)],
    ['C', 'Prospecting', on(1)],
    ['C', 'Odd', on(2)],
    [null, null, null],
    ['D', 'Last', on(1)],
  )
  const asked = (from?: string, to?: string) => ({
    terms: { ...(from && { 'stage.from': from }), ...(to && { 'stage.to': to }) },
  })
  const passes = (which: 'from' | 'to', from?: string, to?: string): readonly unknown[] =>
    perRow(`passes_${which}`, { stage_history }, asked(from, to))

  test('pass the one they reach or skip, once', () => {
    const quote = passes('from', 'Proposal/Price Quote')
    expect(quote).toEqual([false, true, false, false, true, false, false, false, false])
    expect(passes('from', 'PROPOSAL price quote')).toEqual(quote)
    expect(passes('from', 'Odd')).toEqual([false, false, false, false, false, false, true, false, false])
  })

  test('and later the other, from that row on', () => {
    const to = passes('to', 'Prospecting', 'Negotiation/Review')
    expect(to).toEqual([true, true, true, false, true, false, false, false, false])
    expect(passes('to', 'Odd', 'Last').slice(5)).toEqual([false, false, false, true])
    expect(passes('to', 'Prospecting', 'Last').slice(5)).toEqual([false, false, false, true])
    expect(passes('to', 'Odd', 'Won').slice(0, 1)).toEqual([false])
  })

  test('are asked for two stages that there are, in their order', () => {
    const call = 'STAGE_CONVERSION(STAGE_HISTORY, from, to, "Proposal", "Closed Won")'
    expect(passes('from')[0]).toBe(`#VALUE! a stage is missing: type =${call} with those that you want`)
    const order =
      '#VALUE! stage_to does not come after stage_from in stage.map: give the later stage as stage_to'
    expect(passes('to', 'Won', 'Prospecting')[0]).toBe(order)
    expect(passes('to', 'Prospecting', 'Prospecting')[0]).toBe(order)
    const none = (name: string, hint: string): string =>
      `#VALUE! no deal was ever in the stage “${name}”, and stage.map has none: ${hint}`
    expect(passes('from', 'Prospectin')[0]).toMatch(/“prospectin”.*: did you mean prospecting(, \w+)*\?$/)
    expect(passes('from', 'closed_lon')[0]).toMatch(/: did you mean closed_won, closedwon, closed_lost\?$/)
    expect(passes('from', 'xyzzyplugh')[0]).toBe(none('xyzzyplugh', 'write it as the table does'))
  })
})

describe('when a deal was due', () => {
  const deals = table(
    'deal_id created_at stage closed_at amount',
    ...['A', 'B', 'C', 'D'].map((id): Cell[] => [id, from, 'Open', null, 1]),
  )
  const stage_history = table(
    `${columns} expected_close`,
    ['A', 'Open', on(-1), on(50)],
    ['A', 'Open', on(-9), on(40)],
    ['A', 'Open', on(20), on(60)],
    ['A', 'Open', on(30), on(70)],
    ['B', 'Open', on(30) + 0.5, on(80)],
    ['B', 'Open', on(10), null],
    [null, null, null, null],
    ['C', 'Open', null, on(5)],
    ['C', 'Open', on(31), on(5)],
  )
  const january = { from, to: day('01-31') }
  const due = (name: string, asOf?: number, period = january) =>
    perRow(name, { deals, stage_history }, { period, asOf })

  test('is what was expected before the period began, or first in it', () => {
    expect(due('due_at_start')).toEqual([on(50), on(80), null, null])
    expect(due('due_at_start', undefined, { from: on(20), to: on(30) })).toEqual([on(50), on(80), null, null])
    expect(due('due_at_start', undefined, { from: on(21), to: on(29) })).toEqual([on(60), null, null, null])
  })

  test('and at its end, as far as it is known', () => {
    expect(due('due_at_end')).toEqual([on(70), on(80), null, null])
    expect(due('due_at_end', on(29))).toEqual([on(60), null, null, null])
    expect(due('due_at_end', on(30))).toEqual([on(70), on(80), null, null])
    expect(due('due_at_end', undefined, { from, to: on(29) })).toEqual([on(60), null, null, null])
  })

  test('is not known without a history of it', () => {
    expect(perRow('due_at_end', { deals, stage_history: table(columns, ['A', 'Open', from]) })[0]).toBe(
      '#N/A stage_history has no expected_close, so nobody knows what was due: export the Close Date of the opportunity history with it',
    )
  })
})

describe('costs', () => {
  const columns = 'date component amount period_from period_to'
  const costs = (...rows: Cell[][]) => ({ costs: table(columns, ...rows) })

  test('are of a component that definitions know', () => {
    const rows = costs(
      [from, 'Ad Spend', 1, null, null],
      [from, 'mystery', 1, null, null],
      [from, null, 1, null, null],
    )
    const [known, unknown, none] = perRow('cost_component', rows)
    expect(known).toBe('ad_spend')
    expect(unknown).toMatch(
      /^#VALUE! costs row 3: component “mystery” is in no cost definition; use one of ad_spend, .*labour/,
    )
    expect(none).toMatch(/^#VALUE! costs row 4: component is blank; use one of ad_spend, /)
    expect(perRow('unmapped', rows)).toEqual([false, true, true])
  })

  test('are of the set or the components that a call names', () => {
    const rows = costs([from, 'Ad Spend', 1, null, null], [from, 'labour', 1, null, null])
    const named = (set: string) => perRow('in_component_set', rows, { terms: { 'asked.component_set': set } })
    expect(named('ad_spend')).toEqual([true, false])
    expect(named('Labour, ad spend')).toEqual([true, true])
    expect(named('unmapped')).toEqual([false, false])
    expect(named('marketing investment')).toEqual([true, true])
    expect(perRow('in_component_set', rows)).toEqual([true, true])
    expect(perRow('in_seen_components', rows)).toEqual([true, false])
    const other = costs([from, 'hardware', 1, null, null], [from, 'labour', 1, null, null])
    const terms = { 'asked.component_set': 'Investment other' }
    expect(perRow('in_component_set', other, { terms })).toEqual([true, false])
    const [refused] = named('labour, magic')
    expect(refused).toMatch(
      /^#VALUE! “magic” is no set of cost components, nor one of them: name .*marketing_investment, .*ad_spend, /,
    )
    expect(refused).not.toContain('cost.')
    expect(refused).not.toContain('timing')
    expect(
      perRow('in_component_set', rows, {
        terms: { 'lead.cost': ['labour'], 'asked.component_set': 'd.cost' },
      })[0],
    ).toContain('is no set of cost components')
  })

  test('are spread over the days of their month, of which some lie in the period', () => {
    const rows = costs(
      [day('02-10') + 0.5, 'ad_spend', 1, null, null],
      [day('12-31'), 'ad_spend', 1, null, null],
      [day('02-10'), 'ad_spend', 1, day('01-30'), day('02-03')],
      [null, 'ad_spend', 1, null, null],
    )
    const asked = { period: { from: day('02-01'), to: day('02-14') } }
    expect(perRow('incurred_from', rows, asked)).toEqual([day('02-01'), day('12-01'), day('01-30'), null])
    expect(perRow('incurred_to', rows, asked)).toEqual([day('02-28'), day('12-31'), day('02-03'), null])
    expect(perRow('span_days', rows, asked)).toEqual([28, 31, 5, null])
    expect(perRow('days_inside', rows, asked).slice(2)).toEqual([3, null])
    expect(perRow('days_inside', rows, asked)[0]).toBe(14)
    expect(perRow('days_inside', rows, { period: { from: day('02-08'), to: day('04-01') } })[0]).toBe(21)
  })

  test('are of the days that they were incurred in, else of the day that they were paid', () => {
    const rows = costs(
      [day('02-10') + 0.5, 'ad_spend', 1, day('01-05') + 0.5, day('01-05') + 0.2],
      [day('02-10') + 0.5, 'ad_spend', 1, day('01-05'), null],
      [null, 'ad_spend', 1, day('01-05'), day('01-06')],
      [day('02-10'), 'ad_spend', 1, day('01-05'), day('01-04')],
      [day('02-10'), 'ad_spend', 1, null, day('01-04')],
    )
    const wrong = '#VALUE! costs row 5: its period ends before it begins; correct one of the dates'
    const terms = { 'cost.weekly_spread': 'none' }
    expect(perRow('incurred_from', rows, { terms })).toEqual([
      ...[day('01-05'), day('02-10'), null, wrong, day('02-10')],
    ])
    expect(perRow('incurred_to', rows, { terms })).toEqual([
      ...[day('01-05'), day('02-10'), null, wrong, day('02-10')],
    ])
    const paid = { ...terms, 'cost.timing': 'paid' }
    expect(perRow('incurred_from', rows, { terms: paid })).toEqual([
      ...[day('02-10'), day('02-10'), null, day('02-10'), day('02-10')],
    ])
  })
})
