import { builtInTerms } from '../../../shared/definitions/terms'
import { contextOf } from '../../../shared/tables/rows'
import type { Cell } from '../../../shared/values'
import { from, table } from '../../support/asking'
import { perRow } from '../../support/derived'
import { question } from '../../support/same-in-database'

/** The day so many days after the first of January 2026. */
const on = (day: number): number => from + day
const blank = (columns: string): Cell[] => columns.split(' ').map(() => null)

describe('the class of a stage', () => {
  const columns = 'deal_id created_at stage closed_at amount'
  const staged = (...stages: Cell[]) =>
    table(columns, ...stages.map((stage, index): Cell[] => [`D${index}`, from, stage, from, 1]))

  test('is the one that stage.map has', () => {
    expect(perRow('stage_class', { deals: staged('Won', 'closed won', 'LOST', 'Prospecting') })).toEqual([
      ...['won', 'won', 'lost', 'open'],
    ])
  })

  test('is refused with every stage that nobody has defined, each with its first row', () => {
    const remedy =
      'rename it to one of Won, Lost, No decision, Disqualified, Open, or add the columns is_closed and is_won'
    expect(perRow('stage_class', { deals: staged('Won', 'Odd', null, 'Odd', 'Nirvana') })).toEqual([
      'won',
      `#VALUE! deals: unknown stage “Odd” (row 3), “Nirvana” (row 6): ${remedy}`,
      `#VALUE! deals: row 4 has no stage: ${remedy}`,
      `#VALUE! deals: unknown stage “Odd” (row 3), “Nirvana” (row 6): ${remedy}`,
      `#VALUE! deals: unknown stage “Odd” (row 3), “Nirvana” (row 6): ${remedy}`,
    ])
  })

  test('of what is lost goes by the reason', () => {
    const deals = table(
      `${columns} reason`,
      ['A', from, 'Lost', from, 1, 'No Decision'],
      ['B', from, 'Lost', from, 1, 'Price'],
      ['C', from, 'Won', from, 1, 'No decision'],
    )
    expect(perRow('stage_class', { deals })).toEqual(['no_decision', 'lost', 'won'])
  })

  test('depends on the stage alone where the table has neither reasons nor flags', () => {
    const only = (more: string): number | undefined => {
      const names = `${columns} ${more}`.trim()
      const { tables } = question(
        {
          deals: table(
            names,
            names.split(' ').map(() => null),
          ),
        },
        {},
      )
      return contextOf(tables, builtInTerms, undefined).rows('deals').compiled('stage_class').only?.place
    }
    expect([only(''), only('reason'), only('is_won'), only('is_won reason')]).toEqual([
      ...[2, undefined, undefined, undefined],
    ])
  })

  test('goes by the flags of the CRM before the name of the stage', () => {
    const deals = table(
      `${columns} is_won is_closed`,
      ['A', from, 'Odd', from, 1, true, true],
      ['B', from, 'Won', from, 1, false, false],
      ['C', from, 'Odd', from, 1, false, true],
      ['D', from, 'No decision', from, 1, false, true],
      ['E', from, 'Odd', from, 1, null, null],
    )
    expect(perRow('stage_class', { deals })).toEqual([
      ...['won', 'open', 'lost', 'no_decision'],
      expect.stringContaining('unknown stage “Odd” (row 2)'),
    ])
  })

  test('a flag of being closed alone says nothing', () => {
    const deals = table(
      `${columns} is_closed`,
      ['A', from, 'Won', from, 1, false],
      ['B', from, 'Odd', from, 1, true],
    )
    expect(perRow('stage_class', { deals })).toEqual(['won', expect.stringContaining('unknown stage “Odd”')])
  })
})

describe('whether a deal is qualified', () => {
  const columns = 'deal_id created_at stage closed_at amount qualified_at'
  const deals = (...rows: Cell[][]) => ({ deals: table(columns, ...rows) })

  test('is said by its date, of which those to come are not known yet', () => {
    const rows = deals(
      ['A', from, 'Prospecting', null, 1, on(10)],
      ['B', from, 'Prospecting', null, 1, on(11)],
      ['C', from, 'Prospecting', null, 1, on(10.5)],
      ['D', from, 'Negotiation/Review', null, 1, null],
      ['E', from, 'Disqualified', on(5), 1, on(4)],
      ['F', from, 'Won', on(10), 1, null],
      ['G', from, 'Won', on(11), 1, null],
    )
    const asked = { asOf: on(10) }
    expect(perRow('qualified_deal', rows, asked)).toEqual([true, false, true, false, false, true, false])
    expect(perRow('qualified_deal', rows)).toEqual([true, true, true, false, false, true, true])
  })

  test('is said by the stage where no row has a date', () => {
    const rows = deals(
      ['A', from, 'Prospecting', null, 1, null],
      ['B', from, 'Negotiation/Review', null, 1, null],
      ['C', from, 'Disqualified', on(5), 1, null],
      ['D', from, 'Lost', on(5), 1, null],
    )
    const [prospect, negotiated, disqualified] = perRow('qualified_deal', rows)
    expect([prospect, negotiated, disqualified]).toEqual([false, true, false])
  })

  test('by a date in the last row alone, those without one are not', () => {
    const rows = deals(
      ['A', from, 'Negotiation/Review', null, 1, null],
      ['B', from, 'Negotiation/Review', null, 1, on(3)],
    )
    expect(perRow('qualified_deal', rows)).toEqual([false, true])
  })

  test('is so in a stage that only the flags of the CRM know', () => {
    const flagged = table(`${columns} is_won is_closed`, ['A', from, 'Odd', null, 1, null, false, false])
    expect(perRow('qualified_deal', { deals: flagged })).toEqual([true])
  })

  test('is so in a stage of which stage.map does not say it', () => {
    const terms = { 'stage.map': { odd: { class: 'open' } } }
    const rows = deals(['A', from, 'Odd', null, 1, null], ['B', from, 'Odd', null, 1, null])
    expect(perRow('qualified_deal', rows, { terms })).toEqual([true, true])
  })
})

describe('whether a deal stands open', () => {
  const columns = 'deal_id created_at stage closed_at amount expected_close'
  const deals = {
    deals: table(
      columns,
      ['A', from, 'Open', null, 1, on(40)],
      ['B', on(5), 'Won', on(11), 1, on(30)],
      ['C', on(5.5), 'Lost', on(10.9), 1, null],
      ['D', on(11), 'Won', on(20), 1, null],
      ['E', on(5), 'Won', null, 1, null],
      ['F', null, 'Won', on(20), 1, null],
      ['G', from, 'Open', on(50), 1, null],
    ),
  }

  test('is what its stage says today', () => {
    expect(perRow('stands_open', deals)).toEqual([true, false, false, false, false, false, true])
  })

  test('on a past day is not known of what was closed since', () => {
    const reason =
      '#N/A deals row 3 (B) was still open on 2026-01-11, but of a closed deal the table knows its end only: ask as of a later day, or keep a snapshot of the pipeline'
    expect(perRow('stands_open', deals, { asOf: on(10) })).toEqual([
      ...[true, reason, false, false, false, false, true],
    ])
  })

  test('and is expected to close on its own date, else on that of closing', () => {
    expect(perRow('expected_on', deals)).toEqual([on(40), null, null, null, null, null, on(50)])
    const due = {
      deals: table('deal_id created_at stage amount expected_close', ['A', from, 'Open', 1, null]),
    }
    expect(perRow('expected_on', due)).toEqual([null])
    expect(perRow('stands_open', due, { asOf: on(10) })).toEqual([true])
  })
})

describe('forecasts', () => {
  const columns = 'deal_id created_at stage closed_at amount'
  test('leave out what they omit, whatever the CRM calls it', () => {
    const said = ['Omitted', 'omit', 'Not forecasted', 'Commit', null]
    const rows = said.map((category, index): Cell[] => [`${index}`, from, 'Open', null, 1, category])
    const deals = table(`${columns} forecast_category`, ...rows)
    expect(perRow('omitted', { deals })).toEqual([true, true, true, false, false])
    expect(perRow('omitted', { deals: table(columns, ['A', from, 'Open', null, 1]) })).toEqual([false])
  })

  test('need a chance', () => {
    const deals = table(`${columns} probability`, ['A', from, 'Open', null, 1, null])
    const remedy = 'add one to stage.map, or let forecast.probability_source be that of the deal'
    expect(perRow('chance', { deals })).toEqual([
      `#VALUE! deals row 2 (A): the stage “Open” has no probability: ${remedy}`,
    ])
    const terms = { 'forecast.probability_source': 'deal_fraction' }
    expect(perRow('chance', { deals }, { terms })).toEqual([
      '#N/A deals row 2 (A) counts, but its probability is blank: fill it in',
    ])
  })
})

describe('when a deal was last touched', () => {
  const deals = table(
    'deal_id created_at stage closed_at amount',
    ['A', on(1), 'Open', null, 1],
    ['B', on(9), 'Open', null, 1],
    ['C', null, 'Open', null, 1],
    ['D', null, 'Open', null, 1],
  )
  const activities = table(
    'at type rep deal_id automated',
    [on(7), 'call', 'Ana', 'A', null],
    [on(5), 'call', 'Ana', 'A', null],
    [on(8), 'email', 'Ana', 'A', true],
    [on(11), 'call', 'Ana', 'A', null],
    blank('at type rep deal_id automated'),
    [on(3), 'call', 'Ana', 'B', null],
    [on(4), 'call', 'Ana', 'C', null],
    [null, 'call', 'Ana', 'C', null],
  )

  test('is by a person, or its creation', () => {
    expect(perRow('last_touched', { deals, activities })).toEqual([on(11), on(9), on(4), null])
    expect(perRow('last_touched', { deals, activities }, { asOf: on(10) })).toEqual([
      ...[on(7), on(9), on(4), null],
    ])
  })
})

describe('the lead that a deal came from', () => {
  const leads = table(
    'lead_id created_at issued_at opportunity_id source',
    ['L1', on(2), on(3), null, 'Referral'],
    ['L1', on(4), on(5), null, 'Web'],
    blank('lead_id created_at issued_at opportunity_id source'),
    ['L2', on(6), on(7), 'B', 'Web'],
    ['L3', on(8), on(9), null, 'Referred by a friend'],
    [null, on(20), on(21), null, 'Referral'],
  )
  const deals = table(
    'deal_id created_at stage closed_at amount lead_id',
    ['A', on(30), 'Open', null, 1, 'L1'],
    ['B', on(31), 'Open', null, 1, null],
    ['C', on(32), 'Open', null, 1, null],
    ['D', on(33), 'Open', null, 1, 'L3'],
    ['E', on(34), 'Open', null, 1, 'lead_id'],
  )

  test('is the upper of two with one id, and the one that names the deal', () => {
    expect(perRow('lead_created', { deals, leads })).toEqual([on(2), on(6), null, on(8), null])
    expect(perRow('first_contact', { deals, leads })).toEqual([on(2), on(6), on(32), on(8), on(34)])
    expect(perRow('first_contact', { deals })).toEqual([on(30), on(31), on(32), on(33), on(34)])
  })

  test('tells whether it was referred, where the deal does not', () => {
    expect(perRow('referred', { deals, leads })).toEqual([true, false, false, true, false])
    const sourced = deals.map((row, index) => [
      ...row,
      ['source', 'Web', 'by reference', 'referrer', null, null][index],
    ])
    expect(perRow('referred', { deals: sourced as Cell[][], leads })).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    const nameless = leads.map(row => row.slice(0, 4))
    expect(perRow('referred', { deals: sourced as Cell[][], leads: nameless })).toEqual([
      ...[false, true, true, false, false],
    ])
    expect(perRow('referred', { deals, leads: nameless })).toEqual([false, false, false, false, false])
    expect(perRow('referred', { deals })[0]).toContain('source')
    expect(perRow('lead_created', { deals, leads: nameless })).toEqual([on(2), on(6), null, on(8), null])
  })
})

describe('what delivery cost', () => {
  const columns = 'deal_id created_at stage closed_at amount'
  const won = (...more: Cell[]): Cell[] => ['A', from, 'Won', from, 100, ...more]
  const of = (rows: Cell[][], more: string, terms = {}) =>
    perRow('delivery_cost', { deals: table(`${columns} ${more}`.trim(), ...rows) }, { terms })
  const untold =
    '#N/A deals row 2 (A) was won, but nothing says what its delivery cost: fill in cogs or gross_profit, or agree on margin.default_rate'

  test('is recorded, or what the profit leaves, or assumed', () => {
    expect(of([won(30, 60)], 'cogs gross_profit')).toEqual([30])
    expect(of([won(null, 60)], 'cogs gross_profit')).toEqual([40])
    expect(of([won(60)], 'gross_profit')).toEqual([40])
    expect(of([won(null, null)], 'cogs gross_profit', { 'margin.default_rate': 0.3 })).toEqual([70])
    expect(of([won()], '', { 'margin.default_rate': 0.3 })).toEqual([70])
    expect(of([won(null, null)], 'cogs gross_profit')).toEqual([untold])
    expect(of([won(null)], 'gross_profit')).toEqual([untold])
    expect(of([['A', from, 'Won', from, null, 60]], 'gross_profit')).toEqual([untold])
    expect(of([['A', from, 'Won', from, null]], '', { 'margin.default_rate': 0.3 })).toEqual([untold])
  })

  test('is nothing by the basis of revenue, and with selling by that of contribution', () => {
    expect(of([won()], '', { 'margin.basis': 'revenue' })).toEqual([0])
    expect(of([won(30, 5)], 'cogs selling_cost', { 'margin.basis': 'contribution' })).toEqual([35])
    expect(of([won(30, null)], 'cogs selling_cost', { 'margin.basis': 'contribution' })).toEqual([
      '#N/A deals row 2 (A) counts, but its selling_cost is blank: fill it in',
    ])
  })

  test('needs the column cogs where nothing else tells it', () => {
    expect(of([won()], '')[0]).toContain('cogs')
  })
})

test('evidence of qualification is all that the table has columns for, be it in the negative', () => {
  const columns = 'deal_id created_at stage closed_at amount'
  const recorded = (more: string, ...rows: Cell[][]) =>
    perRow('evidence_recorded', {
      deals: table(
        `${columns} ${more}`.trim(),
        ...rows.map((row): Cell[] => ['A', from, 'Open', null, 1, ...row]),
      ),
    })
  expect(recorded('fits_profile', [true], [false], [null])).toEqual([true, true, false])
  const names = 'qualified_at fits_profile plausible_need agreed_appointment'
  expect(
    recorded(names, [from, true, false, true], [null, true, true, true], [from, true, null, true]),
  ).toEqual([...[true, false, false]])
  expect(recorded('', [])).toEqual([
    '#VALUE! deals has no evidence of qualification: add a column such as qualified_at',
  ])
})

test('revenue comes in the stream that the table says, else by the type of the deal', () => {
  const columns = 'deal_id created_at stage closed_at amount deal_type'
  const deals = table(`${columns} revenue_type`, ['A', from, 'Won', from, 1, 'New', 'Usage'])
  expect(perRow('revenue_stream', { deals })).toEqual(['Usage'])
  expect(perRow('revenue_stream', { deals: deals.map(row => row.slice(0, 6)) })).toEqual(['New'])
})

test('deals of a cohort need a type where some types do not count', () => {
  const deals = table(
    'deal_id created_at stage closed_at amount deal_type',
    ['A', from, 'Won', from, 1, 'New Business'],
    ['B', from, 'Won', from, 1, 'Renewal'],
    ['C', from, 'Won', from, 1, null],
  )
  expect(perRow('of_cohort_type', { deals }, { terms: { 'cohort.deal_types': ['new'] } })).toEqual([
    ...[true, false],
    '#N/A deals row 4 (C) came from a lead, but its deal_type is blank: fill it in, or let cohort.deal_types be all',
  ])
  expect(perRow('of_cohort_type', { deals }, { terms: { 'cohort.deal_types': ['all'] } })).toEqual([
    ...[true, true, true],
  ])
})

test('a closing is compared with the same day a year later', () => {
  const deals = table(
    'deal_id created_at stage closed_at amount',
    ['A', from, 'Won', on(58.5), 1],
    ['B', from, 'Open', null, 1],
  )
  expect(perRow('a_year_later', { deals })).toEqual([on(58 + 365), null])
})

test('a deal is in the territory of its owner, the upper of two rows with the name', () => {
  const deals = table(
    'deal_id created_at stage closed_at amount owner',
    ['A', from, 'Won', from, 1, 'ANA'],
    ['B', from, 'Won', from, 1, 'Ben'],
    ['C', from, 'Won', from, 1, null],
    ['D', from, 'Won', from, 1, 'Rep'],
  )
  const reps = table(
    'rep start end territory',
    ['Ana', from, null, 'West'],
    ['Ana', from, null, 'East'],
    blank('rep start end territory'),
  )
  expect(perRow('territory', { deals, reps })).toEqual(['West', null, null, null])
})
