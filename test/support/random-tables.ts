import fc from 'fast-check'
import type { DefinitionSet } from '../../shared/definitions/table'
import type { Terms, TermValue } from '../../shared/definitions/term'
import { termIds, termNamed } from '../../shared/definitions/terms'
import type { ColumnType, TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import type { Cell, Matrix } from '../../shared/values'
import type { Tables } from './database'
import { serial } from './tables'

/** Few enough values that rows meet: ties, repeats and links between tables. */
const ids: Readonly<Record<string, string>> = {
  lead_id: 'L',
  duplicate_of: 'L',
  deal_id: 'D',
  opportunity_id: 'D',
  account_id: 'A',
  customer_id: 'C',
  respondent: 'P',
}

const words: Readonly<Record<string, readonly string[]>> = {
  stage: [
    'Won',
    'Won',
    'Won',
    'closed won',
    'Lost',
    'No decision',
    'Disqualified',
    'Open',
    'Prospecting',
    'Needs Analysis',
    'Negotiation/Review',
    'Value Proposition',
  ],
  from_stage: ['Open'],
  reason: ['No decision', 'Price'],
  deal_type: [
    'New Business',
    'New Business',
    'new',
    'new',
    'new',
    'Upsell',
    'Cross-Sell',
    'renewal',
    'Existing Business',
    'Partner',
  ],
  revenue_type: ['Recurring', 'subscription', 'one-off', 'Usage'],
  outcome_code: ['OPPORTUNITY', 'WORKING', 'DUPLICATE', 'OPPORTUNITY', 'No_Contact', 'NURTURE', 'Odd'],
  component: ['Ad Spend', 'ad_spend', 'labour', 'tools', 'Salaries', 'commissions', 'events', 'hardware'],
  function: ['marketing', 'Sales', 'it'],
  forecast_category: ['Omitted', 'Commit', 'Pipeline'],
  rubric: ['Messaging', 'discovery'],
  tier: ['A', 'b'],
  lifecycle_stage: ['salesqualifiedlead', 'Sales Qualified Lead', 'customer', 'lead'],
  kind: ['csat', 'NPS', 'net promoter score', 'Customer Satisfaction'],
  question: ['speed', 'Care'],
  direction: ['out', 'Outbound', 'INCOMING_EMAIL'],
  outcome: ['Completed', 'no show', 'held', 'booked'],
  metric: ['Activity count', 'WIN_RATE'],
  owner: ['Ana', 'ana', 'Ben', 'Çağ'],
  rep: ['Ana', 'ANA', 'Ben', 'Çağ'],
  source: ['Web', 'web', 'Referral', 'referred by a friend', 'Fair'],
  region: ['West', ' west', 'East'],
  currency: ['EUR', 'eur', 'EUR'],
  email: ['A@x.example', ...Array.from('abcdefghijklmn', letter => `${letter}@x.example`)],
  phone: ['1', '2'],
  name: ['Ana', 'Ben'],
  domain: ['x.example', 'y.example'],
}

const typesByTable: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  activities: { type: ['Call', 'phone call', 'Email', 'Meeting', 'demo', 'LinkedIn'] },
  subscriptions: { type: ['Recurring', 'subscription', 'One-time', 'usage'] },
  accounts: { type: ['Customer'] },
}

const serials = (...days: readonly string[]): readonly number[] => days.map(day => serial(day))
const [first, last] = serials('2025-10-01', '2026-06-30') as [number, number]
const minute = fc.integer({ min: 0, max: 1439 })

function moment(from: number, to: number): fc.Arbitrary<number> {
  const day = fc.integer({ min: from, max: to })
  return fc.oneof(
    day,
    fc.tuple(day, minute).map(([date, time]) => date + time / 1440),
  )
}

/** Where several rows belong to one thing, at moments that are now and then the same. */
const mostIds: Partial<Record<TableName, number>> = { stage_history: 6, surveys: 6, subscriptions: 6 }
const oneOfFew = fc.integer({ min: first + 60, max: first + 120 })

/** Leads come before deals, these before their closing: mostly, so that there are cohorts. */
const moments: Partial<Record<TableName, Readonly<Record<string, fc.Arbitrary<number>>>>> = {
  leads: { created_at: moment(first, first + 150), issued_at: moment(first + 20, first + 190) },
  deals: { created_at: moment(first + 60, first + 220), closed_at: moment(first + 100, last) },
  stage_history: { entered_at: oneOfFew },
  surveys: { at: oneOfFew },
  targets: {
    period_start: fc.constantFrom(...serials('2026-01-01', '2026-02-01', '2026-04-01')),
    period_end: fc.constantFrom(...serials('2026-03-31', '2026-03-31', '2026-06-30')),
  },
}

const numbers: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  term_months: fc.constantFrom(1, 3, 12),
  score: fc.integer({ min: 1, max: 5 }),
  quota: fc.constantFrom(100, 1000.5, 2500),
  target: fc.integer({ min: 1, max: 50 }),
  response_milliseconds: fc.integer({ min: 0, max: 400_000_000 }),
  probability: fc.constantFrom(0, 0.1, 0.35, 1),
  ramp: fc.constantFrom(0.25, 0.5, 1),
}
const money = fc.oneof(
  fc.integer({ min: -200, max: 5000 }),
  fc.integer({ min: 0, max: 500_000 }).map(cents => cents / 100),
)

/** Rarely something that has to be refused, since a single such row spoils all that is asked. */
const odd: Readonly<Record<string, readonly Cell[]>> = {
  stage: ['Nirvana', null],
  component: ['mystery', null],
  type: ['hovercraft', null],
  currency: ['USD'],
  deal_type: [null],
  term_months: [0, -1, null],
  score: [9],
  amount: [null],
  closed_at: [null],
}

const needed: readonly string[] = [
  ...['amount', 'stage', 'component', 'type', 'deal_type', 'term_months', 'quota', 'cogs', 'probability'],
  ...['refund_at', 'list_amount', 'selling_cost'],
]
const seldomFilled: readonly string[] = [
  'duplicate_of',
  'is_test',
  'refund',
  'refund_at',
  'period_from',
  'period_to',
  'automated',
  'is_closed',
  'is_won',
  'ramp',
]

function cellsOf(table: TableName, column: string, type: ColumnType, isKey: boolean): fc.Arbitrary<Cell> {
  const usual = usualCell(table, column, type)
  const blank =
    needed.includes(column) || (isKey && type !== 'number') ? 0 : seldomFilled.includes(column) ? 9 : 1
  const filled = fc.oneof(
    { weight: 10 - blank, arbitrary: usual },
    { weight: blank, arbitrary: fc.constant<Cell>(null) },
  )
  const strange = odd[column]
  return strange === undefined
    ? filled
    : fc.oneof({ weight: 1200, arbitrary: filled }, { weight: 1, arbitrary: fc.constantFrom(...strange) })
}

function usualCell(table: TableName, column: string, type: ColumnType): fc.Arbitrary<Cell> {
  const own = typesByTable[table]?.[column] ?? words[column]
  if (type === 'id')
    return fc.integer({ min: 1, max: mostIds[table] ?? 20 }).map(number => `${ids[column] ?? 'x'}${number}`)
  if (own) return fc.constantFrom(...own)
  switch (type) {
    case 'date':
      return moments[table]?.[column] ?? moment(first, last)
    case 'flag':
      return fc.constantFrom(true, true, true, false)
    case 'number':
    case 'fraction':
      return numbers[column] ?? money
    case 'period':
      return fc.constantFrom<Cell>(
        '2026-Q1',
        '2026 Q1',
        '2026-Q2',
        'Q2 2026',
        'FY2026',
        '2026-02',
        '2026 M03',
        '2026-W07',
        serial('2026-01-01'),
        serial('2026-04-01'),
      )
    default:
      return fc.constantFrom('a', 'B', 'it’s “quoted”', "o'clock; --")
  }
}

function table(name: TableName): fc.Arbitrary<Matrix> {
  const columns = Object.entries(schemas[name].columns)
  const names = columns.map(([column]) => column)
  const row = fc.tuple(...columns.map(([column, { type, key }]) => cellsOf(name, column, type, key === true)))
  const rows = fc.array(row, { minLength: 1, maxLength: 60, size: 'max' })
  // Now and then some columns are missing that a table may do without.
  const further = columns.filter(([, { key }]) => !key).map(([column]) => column)
  const missing = fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(further, { maxLength: Math.min(3, further.length) }) },
  )
  return fc.tuple(rows, missing).map(([cells, left]) => {
    const kept = (each: readonly Cell[]): Cell[] =>
      each.filter((_, index) => !left.includes(names[index] as string))
    return [kept(names), ...cells.map(each => kept(inOrder(name, names, each)))]
  })
}

/** What ends does not end before it begins. */
function inOrder(name: TableName, columns: readonly string[], cells: readonly Cell[]): readonly Cell[] {
  const spans: Partial<Record<TableName, readonly [string, string]>> = {
    costs: ['period_from', 'period_to'],
    targets: ['period_start', 'period_end'],
    subscriptions: ['start', 'end'],
    reps: ['start', 'end'],
  }
  const [start, end] = (spans[name] ?? []).map(column => columns.indexOf(column))
  if (start === undefined || end === undefined) return cells
  const [from, to] = [cells[start], cells[end]]
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return cells
  return cells.map((cell, index) => (index === start ? to : index === end ? from : cell))
}

/** Every table that there is, with all its columns. */
export const randomTables: fc.Arbitrary<Tables> = fc.record(
  Object.fromEntries(Object.keys(schemas).map(name => [name, table(name as TableName)])),
) as fc.Arbitrary<Tables>

/** Values of terms that are no choices, such as rows of random tables respond to. */
const others: Readonly<Record<string, readonly TermValue[]>> = {
  'lead.qualification_threshold': ['score >= 3', 'all of fits_profile, plausible_need'],
  'lead.issued_requirements': [['issued_at'], ['owner', 'context']],
  'lead.net_subtract_codes': [['odd', 'NURTURE'], []],
  'lead.dispute_window_days': [0, 2],
  'sla.response_hours': [0.1, { web: 4.1, other: 30 }, { web: 2 }],
  'cohort.window_days': [20, 'median x 1.5', 'p90 x 2'],
  'cohort.deal_types': [['all'], ['New', 'Upsell']],
  'cac.lag_periods': [1, 2],
  'margin.default_rate': [0.3, 0.35],
  'customer.new_rule': ['none_in_months(2)'],
  'customer.min_tenure_days': [60],
  'mrr.include': [['recurring', 'one_off']],
  'pipeline.stages': [['open'], ['prospecting', 'won']],
  'csat.scale': [5],
  'quota.ramp_curve': [{ 1: 0.25, 2: 0.5, 3: 0.9 }],
  'activity.types': [['call'], ['linkedin', 'meeting_missed']],
  'behaviour.rubrics': [{ messaging: 3 }, { messaging: 2.5, discovery: 4 }],
  'calendar.weekend_mask': ['0000110', '1000000'],
  'calendar.holidays': [['2026-01-01', '2026-02-03', '2026-02-03']],
  'calendar.open': ['08:30'],
  'calendar.fiscal_start_month': [4],
  'outcome.required_within_days': [3],
  'cost.marketing_investment': [['ad_spend', 'labour']],
  'ramp.threshold': [0.5],
  'pipeline.stale_days': [10],
}

/** Other values of a term that may show in random tables. */
export function valuesOf(id: string): readonly TermValue[] {
  const term = termNamed(id)
  if (others[id]) return others[id]
  if (term?.type === 'enum') return Object.keys(term.choices)
  return term?.type === 'flag' ? [true, false] : []
}

const change = fc
  .constantFrom(...termIds.filter(id => valuesOf(id).length > 0))
  .chain(id => fc.tuple(fc.constant(id), fc.constantFrom(...valuesOf(id))))

/** Some terms agreed on otherwise than they are built in, now and then from within the time that is asked for. */
export const randomDefinitions: fc.Arbitrary<DefinitionSet> = fc
  .array(fc.tuple(change, fc.constantFrom(1, 1, 1, 1, 1, serial('2026-02-01'))), { maxLength: 8 })
  // Without a rubric nothing can be said of calls.
  .map(changes => definitionsOf({ 'behaviour.rubrics': { messaging: 3 } }, changes))

/** Terms as they were agreed on long ago, then others from a day on, each term once. */
export function definitionsOf(
  agreed: Terms,
  later: readonly (readonly [readonly [string, TermValue], number])[] = [],
): DefinitionSet {
  const changes = [...Object.entries(agreed).map(change => [change, 1] as const), ...later]
  const once = [...new Map(changes.map(([[term, value], from]) => [term, { term, value, from }])).values()]
  return {
    rows: once.map(({ term, value, from }) => ({
      ...{ term, value, effectiveFrom: from, version: 1, kind: 'policy', reason: 'agreed' },
      ...{ changedBy: 'finance', recordedAt: from, superseded: false, hash: '', at: 0 },
    })),
    version: once.length === 0 ? 0 : 1,
    sealed: false,
    hash: '',
  }
}
