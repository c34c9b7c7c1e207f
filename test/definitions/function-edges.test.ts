import { lockPeriod } from '../../shared/definitions/locking'
import { type LockRow, lockCells, lockColumns, noLocks } from '../../shared/definitions/locks'
import { call, fails } from '../support/asking'
import { definitions } from '../support/definitions'
import { serial } from '../support/tables'
import { setWith, sheetOf } from './histories'

test.each([
  ['DEFINITION', 3],
  ['DEFINITION_VERSION', 2],
  ['DEFINITION_DIFF', 3],
  ['IS_LOCKED', 3],
  ['AS_REPORTED', 4],
  ['BENCHMARK', 5],
  ['METRIC_LABEL', 5],
  ['METRIC_CLASS', 2],
  ['BALANCE', 2],
  ['SMART_CHECK', 2],
])('%s given one argument too many says so by its name', (name, most) => {
  const args = Array.from({ length: most + 1 }, () => 'x')
  expect(call(name, ...args)).toEqual({
    error: '#VALUE!',
    reason: `${name} takes ${most} arguments, not ${most + 1}`,
  })
})

describe('a label names the choices that a metric follows', () => {
  const labelled = (metric: string, terms: Parameters<typeof definitions>[0] = {}) =>
    call('METRIC_LABEL', metric, '2026-Q2', 'restated', definitions(terms))

  test.each<[string, Parameters<typeof definitions>[0], string]>([
    ['COHORT_ROI', { 'cohort.window_days': 90 }, '90 days'],
    ['COHORT_ROI', { 'cohort.window_days': 'median x 2' }, '2 × median cycle'],
    ['COHORT_ROI', { 'cohort.window_days': 'p90 x 1.5' }, '1.5 × p90 cycle'],
    ['WIN_RATE', { 'win_rate.variant': 'competitive' }, 'won ÷ won and lost to a competitor'],
    ['ROI_ANNUALISED_DATES', {}, 'act/365'],
    ['COHORT_ROI', {}, 'gross profit'],
  ])('%s under %j: %s', (metric, terms, choice) => {
    expect(labelled(metric, { 'sla.statistic': 'p90', ...terms })).toContain(choice)
  })
})

test('a period that LOCKS name has the days that it had when it was locked', () => {
  const request = { period: '2026-Q1', by: 'Fay', reason: '', asOf: serial('2026-04-10') }
  const lock = lockPeriod(setWith(['win_rate.variant', 'competitive', '2026-01-01']), noLocks, {
    ...request,
    recordedAt: serial('2026-04-10'),
  }) as LockRow
  const locks = [Object.keys(lockColumns), lockCells(lock)]
  const shifted = sheetOf(setWith(['calendar.fiscal_start_month', 7, '2025-07-01']))
  expect(call('IS_LOCKED', '2026-Q1', locks, shifted)).toBe(true)
  expect(call('IS_LOCKED', '2026-Q2', locks, shifted)).toBe(false)
})

test('versions are asked for with spaces around them, and by all of their digits', () => {
  const sheet = sheetOf(setWith(['win_rate.variant', 'competitive', '2026-01-01']))
  expect(call('DEFINITION_DIFF', ' v1 ', 'v1', sheet)).toBe('no difference')
  expect(call('DEFINITION_DIFF', 'v12', 'v1', sheet)).toEqual(fails('#N/A', 'there are no definitions v12'))
  expect(call('DEFINITION_DIFF', '', 'v1', sheet)).toEqual(fails('#VALUE!', 'v1 is blank'))
})

describe('a metric is named', () => {
  test('with spaces around it', () => {
    expect(call('METRIC_CLASS', ' win_rate ')).toBe(call('METRIC_CLASS', 'WIN_RATE'))
  })

  test('by what is near where it is misspelt, shortened where it is long', () => {
    expect(call('METRIC_CLASS', 'WIN_RATES')).toEqual(
      fails('#N/A', 'there is no metric “WIN_RATES”: did you mean WIN_RATE'),
    )
    const long = 'Q'.repeat(60)
    expect(call('METRIC_CLASS', long)).toEqual({
      error: '#N/A',
      reason: `there is no metric “${'Q'.repeat(40)}”: the sidebar lists all names`,
    })
  })

  test('by no error', () => {
    const gone = { error: '#REF!' as const, reason: 'gone' }
    expect(call('METRIC_CLASS', gone)).toEqual(gone)
    expect(call('BALANCE', [['WIN_RATE', gone]])).toEqual(gone)
  })
})

describe('a target', () => {
  const columns =
    'metric owner segment period_start period_end target parent_objective rationale direction'.split(' ')
  const [start, end] = [serial('2026-01-01'), serial('2026-03-31')]
  const row = ['WIN_RATE', 'Ana', 'all', start, end, 0.5, 'Grow', 'won half last year', 'up']
  const checked = (changes: Readonly<Record<string, unknown>>, header = columns) => {
    const cells = columns.map((name, place) => (name in changes ? changes[name] : row[place])) as typeof row
    return call('SMART_CHECK', [header, cells])
  }

  test('passes with its header, and without', () => {
    const passes = 'S pass; M pass; A pass; R pass; T pass'
    expect(checked({})).toBe(passes)
    expect(call('SMART_CHECK', [row])).toBe(passes)
  })

  test.each([
    [{ period_start: '2026-01-01' }],
    [{ period_end: '2026-12-31' }],
    [{ period_start: '2026-01-01', period_end: '2026-12-31' }],
    [{ period_start: end, period_end: start }],
    [{ period_start: null }],
  ])('of no two dates, one after the other, has no time: %j', changes => {
    expect(checked(changes)).toBe(
      'S pass; M pass; A pass; R pass; T fail (period_start and period_end are not a date and a later one)',
    )
  })

  test('of nobody and for nothing misses both', () => {
    expect(checked({ owner: null, parent_objective: null })).toContain(
      'R fail (no parent objective and no owner)',
    )
  })

  test('in another shape is refused with the columns that it needs', () => {
    expect(call('SMART_CHECK', [row, row])).toEqual(
      fails('#VALUE!', `give TARGETS with its header, or the cells ${columns.join(', ')}`),
    )
    const half = columns.map(name => (name === 'target' ? 'goal' : name))
    expect(checked({}, half)).toEqual(fails('#VALUE!', 'target_row has another shape'))
    expect(call('SMART_CHECK', '')).toEqual(fails('#VALUE!', 'target_row has another shape'))
  })
})
