import type { Cell } from '../../../shared/values'
import { ask, call, day, fails, from, table, to } from '../../support/asking'
import { type Database, load, openDatabase, type Tables } from '../../support/database'
import { definitionsOf } from '../../support/random-tables'
import { everything, expectSame, question } from '../../support/same-in-database'

/** What exports of a CRM say in another way than the columns that rules speak of. */
const header = 'lead_id created_at issued_at owner qualified outcome_code'
const lead = (id: string, issued: string): Cell[] => [id, day('01-05'), day(issued), 'Ana', true, null]
const leads = table(
  header,
  lead('L1', '01-05 09:00'),
  lead('L2', '01-05 09:00'),
  lead('L3', '01-05 09:00'),
  lead('l1', '01-05 09:00'),
)
const activities = table(
  'at type rep lead_id direction automated',
  // Before it was issued, sent by a tool, come in from the other side, of a kind that does not count: no answers.
  [day('01-05 08:59'), 'Call', 'Ana', 'L1', 'Outbound', false],
  [day('01-05 09:01'), 'Email', 'Ana', 'L1', null, true],
  [day('01-05 09:02'), 'Call', 'Ana', 'L1', 'Inbound', false],
  [day('01-05 09:03'), 'incoming email', 'Ana', 'L1', null, false],
  [day('01-05 09:04'), 'LinkedIn', 'Ana', 'L1', null, false],
  [day('01-05 13:00'), 'Call', 'Ana', 'L1', 'Outbound', false],
  [day('01-05 11:00'), 'Call', 'Ana', 'L1', 'Outbound', null],
  // On the dot.
  [day('01-05 09:00'), 'Email', 'Ana', 'L2', null, null],
  [day('01-07 09:00'), 'Call', 'Ana', null, null, null],
)

describe('responses that LEADS does not record are the first of ACTIVITIES', () => {
  test('counted, by a person, to the lead, from when its clock starts', () => {
    expect(ask('FOLLOW_UP_RATE', [leads, activities])).toBe(0.5)
    expect(ask('LEAD_RESPONSE_TIME', [leads, activities])).toBe(1)
    expect(ask('LEAD_RESPONSE_TIME', [leads, activities], { terms: { 'activity.types': 'linkedin' } })).toBe(
      4 / 60,
    )
    const fromCreation = { 'sla.clock_start': 'created_at', 'sla.clock_type': 'elapsed' }
    // The clock starts at midnight, so that the call before the handoff answers: 8:59 and 9:00.
    expect(ask('LEAD_RESPONSE_TIME', [leads, activities], { terms: fromCreation })).toBe(8.991666666666667)
  })

  test('as of a day, what came later is no answer yet', () => {
    const later = table('at type rep lead_id', [day('01-09'), 'Call', 'Ana', 'L3'])
    expect(ask('FOLLOW_UP_RATE', [leads, later], { asOf: '2026-01-08' })).toBe(0)
    expect(ask('FOLLOW_UP_RATE', [leads, later], { asOf: '2026-01-09' })).toBe(0.25)
  })

  test('but a column of LEADS goes before them, blank as it may be', () => {
    const [names = [], ...rows] = leads
    const recorded = [[...names, 'first_response_at'], ...rows.map(row => [...row, null])]
    expect(ask('FOLLOW_UP_RATE', [recorded, activities])).toBe(0)
  })

  test('a formula of its own takes them after LEADS, and without them says what is missing', () => {
    expect(call('FOLLOW_UP_RATE', leads, activities, from, to)).toBe(0.5)
    expect(call('RESPONSE_SLA_RATE', leads, activities, from, to, 1)).toBe(0.25)
    expect(call('RESPONSE_BY_REP', leads, activities, from, to)).toEqual([['Ana', 4, 1, 0.5]])
    expect(call('FOLLOW_UP_RATE', leads, from, to)).toEqual(fails('#VALUE!', 'first_response_at'))
  })
})

describe('a lifecycle stage says who is qualified where no column does', () => {
  const staged = (...stages: Cell[]) =>
    table(
      'lead_id created_at issued_at owner lifecycle_stage',
      ...stages.map((stage, index): Cell[] => [`L${index}`, day('01-05'), day('01-06'), 'Ana', stage]),
    )
  test.each([
    ['Sales Qualified Lead', 1],
    ['salesqualifiedlead', 1],
    ['Opportunity', 1],
    ['customer', 1],
    ['Marketing Qualified Lead', 0],
    ['lead', 0],
    [null, 0],
  ])('%s', (stage, issued) => {
    expect(ask('LEADS_ISSUED', [staged(stage)])).toBe(issued)
  })

  test('and a flag that is there goes before it', () => {
    const both = table(
      'lead_id created_at issued_at owner qualified lifecycle_stage',
      ['L1', day('01-05'), day('01-06'), 'Ana', false, 'Customer'],
      ['L2', day('01-05'), day('01-06'), 'Ana', true, 'Lead'],
      ['L3', day('01-05'), day('01-06'), 'Ana', null, 'Customer'],
    )
    expect(ask('LEADS_ISSUED', [both])).toBe(2)
  })
})

describe('a database finds the same', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase()
  })
  afterAll(() => database.close())

  test.each(['issued_at', 'created_at'])('of activities, the clock starting at %s', async start => {
    const tables: Tables = { leads, activities }
    const wanted = everything.filter(({ metric }) =>
      ['FOLLOW_UP_RATE', 'LEAD_RESPONSE_TIME', 'RESPONSE_SLA_RATE'].includes(metric.name),
    )
    const definitions = definitionsOf({ 'sla.clock_start': start })
    const asked = { ...question(tables, { from, to }), definitions }
    expect(await expectSame(database, asked, wanted, await load(database, tables))).toBe(3)
  })
})
