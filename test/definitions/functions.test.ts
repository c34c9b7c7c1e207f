import { lockPeriod } from '../../shared/definitions/locking'
import { type LockRow, lockCells, lockColumns, noLocks } from '../../shared/definitions/locks'
import { type SnapshotRow, snapshotCells, snapshotColumns } from '../../shared/definitions/snapshot'
import { takeSnapshot } from '../../shared/definitions/take-snapshot'
import { formulas } from '../../shared/formulas'
import { definitionHelps } from '../../shared/help-definitions'
import { lockHelps } from '../../shared/help-locks'
import { scorecardHelps } from '../../shared/help-scorecard'
import type { Argument, Result } from '../../shared/values'
import { serial } from '../support/tables'
import { setWith, sheetOf } from './histories'

function call(name: string, ...args: readonly Argument[]): Result | undefined {
  return formulas.find(formula => formula.name === name)?.compute(args)
}

const set = setWith(
  ['win_rate.variant', 'competitive', '2026-01-01'],
  ['cost.marketing_investment', 'ad_spend, agency', '2026-01-01'],
  ['cost.marketing_investment', 'ad_spend, agency, labour', '2026-07-01'],
)
const definitions = sheetOf(set)
const [q1, q3] = [serial('2026-01-01'), serial('2026-07-01')]

const lock = lockPeriod(set, noLocks, {
  period: '2026-Q1',
  by: 'Fay',
  reason: 'closed',
  asOf: serial('2026-04-09'),
  recordedAt: serial('2026-04-10 17:45'),
}) as LockRow
const locks = [Object.keys(lockColumns), lockCells(lock)]
const snapshot = [
  Object.keys(snapshotColumns),
  ...(
    takeSnapshot(
      { rows: [], sealed: true },
      lock,
      [
        { metric: 'WIN_RATE', segment: '', value: 0.75, numerator: 3, denominator: 4, n: 4 },
        { metric: 'CAC', segment: 'region=West', value: '#DIV/0!', numerator: 1, denominator: 0, n: 0 },
      ],
      { deals: [['deal_id'], ['D1']] },
    ) as SnapshotRow[]
  ).map(snapshotCells),
]
const broken = definitions.map((row, index) =>
  index === 1 ? row.map((cell, place) => (place === 6 ? 'x' : cell)) : row,
)
const reference = { error: '#REF!', reason: 'gone' }

test.each<[string, readonly Argument[], unknown]>([
  ['DEFINITION', ['win_rate.variant'], 'won_over_decided'],
  ['DEFINITION', [' Win_Rate.Variant ', undefined, definitions], 'competitive'],
  ['DEFINITION', ['cost.marketing_investment', q1, definitions], 'ad_spend, agency'],
  ['DEFINITION', ['cost.marketing_investment', q3 + 0.7, definitions], 'ad_spend, agency, labour'],
  ['DEFINITION', ['cost.marketing_investment', '', definitions], 'ad_spend, agency, labour'],
  ['DEFINITION', ['cost.marketing_investment', [[q1]], definitions], 'ad_spend, agency'],
  ['DEFINITION', ['sla.response_hours'], 4],
  ['DEFINITION', ['organic.floor_zero'], false],
  ['DEFINITION', ['margin.default_rate'], 'none'],
  [
    'DEFINITION',
    [
      [
        ['sla.statistic', 'calendar.weekend_mask'],
        ['sla.clock_type', reference],
      ],
    ],
    [
      ['median', '0000011'],
      ['business', reference],
    ],
  ],
  ['DEFINITION_VERSION', [], 'v0 (unratified)'],
  ['DEFINITION_VERSION', [q1, ''], 'v0 (unratified)'],
  ['DEFINITION_VERSION', ['', definitions], 'v3'],
  ['DEFINITION_VERSION', [q1, definitions], 'v2'],
  ['DEFINITION_VERSION', [q3, definitions], 'v3'],
  ['DEFINITION_VERSION', ['', definitions.map(row => row.slice(0, -1))], 'v3 (unsealed)'],
  [
    'DEFINITION_DIFF',
    ['v2', 'V3', definitions],
    [
      [
        'cost.marketing_investment',
        'ad_spend, agency',
        'ad_spend, agency, labour',
        q3,
        'policy',
        'reason 3',
        'Ana',
      ],
    ],
  ],
  [
    'DEFINITION_DIFF',
    [0, 'v1 (unsealed)', definitions],
    [['win_rate.variant', 'won_over_decided', 'competitive', q1, 'policy', 'reason 1', 'Ana']],
  ],
  ['DEFINITION_DIFF', ['v0', 'v0'], 'no difference'],
  [
    'METRIC_LABEL',
    ['WIN_RATE', '2026-Q1'],
    'Win rate (won ÷ decided, count) · as reported, built-in definitions (unratified)',
  ],
  [
    'METRIC_LABEL',
    ['win_rate', '2026-Q1', '', definitions, locks],
    'Win rate (won ÷ won and lost to a competitor, count) · as reported, definitions v2, locked 2026-04-10',
  ],
  [
    'METRIC_LABEL',
    ['win_rate', 'Q1 2026', 'as_reported', definitions, locks],
    'Win rate (won ÷ won and lost to a competitor, count) · as reported, definitions v2, locked 2026-04-10',
  ],
  ['METRIC_LABEL', ['CAC', '2026-Q2', '', definitions, locks], 'CAC · current, definitions v2'],
  [
    'METRIC_LABEL',
    ['rolling(CAC, 4)@restated', '2026-Q1'],
    'CAC over 4 periods · restated, built-in definitions (unratified)',
  ],
  [
    'METRIC_LABEL',
    ['TARGET_PACE(TOTAL_COST)', '2026-Q2', '', definitions, locks],
    'Target pace of total cost · current, definitions v2',
  ],
  ['METRIC_LABEL', ['CAC', '2026-Q1', 'current', definitions, locks], 'CAC · current, definitions v2'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', '', definitions], 'CAC · as reported, definitions v2'],
  [
    'METRIC_LABEL',
    ['CAC@restated', '2026-Q1', '', definitions, locks],
    'CAC · restated, definitions v3 (effective 2026-07-01)',
  ],
  ['METRIC_LABEL', ['CAC@restated', '2026-Q1'], 'CAC · restated, built-in definitions (unratified)'],
  ['METRIC_LABEL', ['CAC@restated', '2026-Q1', 'v1', definitions], 'CAC · pinned, definitions v1'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', 'v0', definitions], 'CAC · pinned, built-in definitions (unratified)'],
  [
    'METRIC_LABEL',
    ['CAC', '2026-Q1', 'v1', definitions.map(row => row.slice(0, -1))],
    'CAC · pinned, definitions v1 (unsealed)',
  ],
  [
    'METRIC_LABEL',
    ['COST_PER_NET_LEAD', '2026-03'],
    'Cost per net lead · as reported, built-in definitions (unratified)',
  ],
  ['METRIC_LABEL', ['AOV', '2026-Q1'], 'AOV (mean) · as reported, built-in definitions (unratified)'],
  [
    'METRIC_LABEL',
    ['PIPELINE_COVERAGE', '2026-Q1'],
    'Pipeline coverage (of the whole target) · as reported, built-in definitions (unratified)',
  ],
  [
    'METRIC_LABEL',
    ['OPP_TO_WIN_RATE', '2026-Q1'],
    'Opp to win rate (by cohort) · as reported, built-in definitions (unratified)',
  ],
  ['IS_LOCKED', ['2026-Q1', locks], true],
  ['IS_LOCKED', ['2026-03', locks], true],
  ['IS_LOCKED', ['2026-W07', locks], true],
  ['IS_LOCKED', ['2026-W14', locks], false],
  ['IS_LOCKED', ['2026-Q2', locks], false],
  ['IS_LOCKED', ['FY2026', locks], false],
  ['IS_LOCKED', ['2026-Q1'], false],
  ['IS_LOCKED', [[['2026-Q1'], ['2026-Q2']], locks], [[true], [false]]],
  ['IS_LOCKED', ['2026-Q3', locks, sheetOf(setWith(['calendar.fiscal_start_month', 7, '2025-07-01']))], true],
  ['AS_REPORTED', ['WIN_RATE', '2026-Q1', '', snapshot], 0.75],
  ['AS_REPORTED', [[['win_rate'], [' WIN_RATE ']], 'Q1 2026', undefined, snapshot], [[0.75], [0.75]]],
  ['METRIC_CLASS', ['WIN_RATE'], 'lagging'],
  [
    'METRIC_CLASS',
    ['win_rate', sheetOf(setWith(['metric.class', 'win_rate: leading', '2026-01-01']))],
    'leading',
  ],
  [
    'METRIC_CLASS',
    ['AOV', sheetOf(setWith(['metric.class', 'average_deal_size: leading', '2026-01-01']))],
    'leading',
  ],
  [
    'METRIC_CLASS',
    ['AVERAGE_DEAL_SIZE', sheetOf(setWith(['metric.class', 'aov: leading', '2026-01-01']))],
    'lagging',
  ],
  [
    'METRIC_CLASS',
    ['wins_per_rep', sheetOf(setWith(['metric.wins_per_rep', 'won / reps', '2026-01-01']))],
    'neither',
  ],
  ['BALANCE', [[['WIN_RATE'], ['NPS'], [null], ['ROI_SIGNAL']]], 0.5],
  ['BALANCE', [[['WIN_RATE', 'NPS', 'CAC', 'TOTAL_REVENUE']]], 0.25],
  ['BALANCE', [[['WIN_RATE'], ['CAC']]], 'reports the past only'],
  ['BALANCE', ['NPS'], 'looks ahead only'],
  [
    'BALANCE',
    ['WIN_RATE', sheetOf(setWith(['metric.class', 'win_rate: leading', '2026-01-01']))],
    'looks ahead only',
  ],
])('%s(%j) is %j', (name, args, expected) => {
  expect(call(name, ...args)).toEqual(expected)
})

test.each<[string, readonly Argument[], string, string]>([
  ['DEFINITION', ['win_rate.varant'], '#VALUE!', 'did you mean win_rate.variant'],
  ['DEFINITION', [''], '#VALUE!', 'term is blank'],
  ['DEFINITION', ['cost.fairs'], '#N/A', 'nobody has defined cost.fairs'],
  [
    'DEFINITION',
    ['win_rate.variant', q1 - 1, definitions],
    '#N/A',
    'no definition is effective on 2025-12-31',
  ],
  [
    'DEFINITION',
    ['win_rate.variant', '2026-01-01', definitions],
    '#VALUE!',
    'date is the text “2026-01-01”: a date is needed',
  ],
  ['DEFINITION', ['win_rate.variant', reference, definitions], '#REF!', 'gone'],
  ['DEFINITION', ['win_rate.variant', '', broken], '#VALUE!', 'definitions row 2 does not fit its hash'],
  ['DEFINITION', ['a', '', '', ''], '#VALUE!', 'DEFINITION takes 3 arguments, not 4'],
  ['DEFINITION_VERSION', [true, definitions], '#VALUE!', 'date is TRUE'],
  ['DEFINITION_VERSION', [q1 - 1, definitions], '#N/A', 'no definition is effective'],
  ['DEFINITION_VERSION', [q1, broken], '#VALUE!', 'row 2'],
  ['DEFINITION_VERSION', [q1, '', ''], '#VALUE!', 'takes 2 arguments, not 3'],
  ['DEFINITION_DIFF', ['v1', 'v4', definitions], '#N/A', 'there are no definitions v4'],
  ['DEFINITION_DIFF', ['v1', '', definitions], '#VALUE!', 'v2 is blank: write a version such as v3'],
  ['DEFINITION_DIFF', ['one', 'v1', definitions], '#VALUE!', 'v1 is the text “one”'],
  ['DEFINITION_DIFF', ['v1.5', 'v1', definitions], '#VALUE!', 'v1 is the text'],
  ['DEFINITION_DIFF', ['xv1', 'v1', definitions], '#VALUE!', 'v1 is the text'],
  ['DEFINITION_DIFF', [reference, 'v1', definitions], '#REF!', 'gone'],
  ['DEFINITION_DIFF', ['v1', reference, definitions], '#REF!', 'gone'],
  ['DEFINITION_DIFF', ['v1', 'v2', broken], '#VALUE!', 'row 2'],
  ['DEFINITION_DIFF', ['v1', 'v2', '', ''], '#VALUE!', 'takes 3 arguments'],
  ['METRIC_LABEL', ['WIN_RAT', '2026-Q1'], '#N/A', 'WIN_RATE'],
  ['METRIC_LABEL', ['', '2026-Q1'], '#VALUE!', 'metric is blank'],
  ['METRIC_LABEL', [reference, '2026-Q1'], '#REF!', 'gone'],
  ['METRIC_LABEL', ['CAC', 'spring'], '#VALUE!', 'write 2026-Q1'],
  ['METRIC_LABEL', ['CAC', '2026 Q1 W15'], '#VALUE!', 'there is no 2026-Q1-W15'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', 'sometimes'], '#VALUE!', 'is no basis'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', reference], '#REF!', 'gone'],
  ['METRIC_LABEL', ['CAC@sometimes', '2026-Q1'], '#VALUE!', 'is no basis'],
  ['METRIC_LABEL', ['CAC@v4', '2026-Q1', '', definitions], '#N/A', 'there are no definitions v4'],
  ['METRIC_LABEL', ['CAC', '2025-Q4', '', definitions], '#N/A', 'no definition is effective'],
  [
    'METRIC_LABEL',
    ['CAC', '2026-Q2', 'as_reported', definitions, locks],
    '#N/A',
    '2026-Q2 is not locked: nothing was reported',
  ],
  ['METRIC_LABEL', ['CAC', '2026-Q1', '', broken], '#VALUE!', 'row 2'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', '', '', [['x']]], '#VALUE!', 'locks has no column period'],
  ['METRIC_LABEL', ['CAC', '2026-Q1', '', '', '', ''], '#VALUE!', 'takes 5 arguments'],
  ['IS_LOCKED', ['spring', locks], '#VALUE!', 'write 2026-Q1'],
  ['IS_LOCKED', ['', locks], '#VALUE!', 'period is blank'],
  ['IS_LOCKED', ['2026 Q1 W15', locks], '#VALUE!', 'there is no 2026-Q1-W15: its quarter has fewer weeks'],
  ['IS_LOCKED', ['2026-Q1', [['x']]], '#VALUE!', 'locks has no column period'],
  ['IS_LOCKED', ['2026-Q1', locks, broken], '#VALUE!', 'row 2'],
  ['IS_LOCKED', ['2026-Q1', '', '', ''], '#VALUE!', 'takes 3 arguments'],
  [
    'AS_REPORTED',
    ['CAC', '2026-Q1', 'region=West', snapshot],
    '#DIV/0!',
    'CAC was #DIV/0! when 2026-Q1 was locked',
  ],
  ['AS_REPORTED', ['CAC', '2026-Q1', '', snapshot], '#N/A', 'no CAC was locked for 2026-Q1'],
  ['AS_REPORTED', ['CAC', '2026-Q1'], '#N/A', 'no CAC was locked'],
  ['AS_REPORTED', ['', '2026-Q1'], '#VALUE!', 'metric is blank'],
  ['AS_REPORTED', [reference, '2026-Q1'], '#REF!', 'gone'],
  ['AS_REPORTED', ['CAC', ''], '#VALUE!', 'period is blank'],
  ['AS_REPORTED', ['CAC', '2026-Q1', reference], '#REF!', 'gone'],
  ['AS_REPORTED', ['CAC', '2026-Q1', '', [['x']]], '#VALUE!', 'snapshot has no column period'],
  ['AS_REPORTED', ['CAC', '2026-Q1', '', '', ''], '#VALUE!', 'takes 4 arguments'],
  ['METRIC_CLASS', ['WIN_RATIO'], '#N/A', 'WIN_RATE'],
  ['METRIC_CLASS', ['class'], '#N/A', 'there is no metric “class”'],
  ['METRIC_CLASS', ['qqqqqqqqqqqq'], '#N/A', 'the sidebar lists all names'],
  ['METRIC_CLASS', [''], '#VALUE!', 'metric is blank'],
  ['METRIC_CLASS', ['CAC', broken], '#VALUE!', 'row 2'],
  ['METRIC_CLASS', ['CAC', '', ''], '#VALUE!', 'takes 2 arguments, not 3'],
  ['BALANCE', [[['WIN_RATE'], ['WON_RATIO']]], '#N/A', 'there is no metric “WON_RATIO”'],
  ['BALANCE', [[[null]]], '#DIV/0!', 'none of the metrics is leading or lagging'],
  ['BALANCE', [undefined], '#DIV/0!', 'none of the metrics'],
  ['BALANCE', ['ROI_SIGNAL'], '#DIV/0!', 'none of the metrics'],
  ['BALANCE', ['CAC', broken], '#VALUE!', 'row 2'],
  ['BALANCE', ['CAC', '', ''], '#VALUE!', 'takes 2 arguments'],
])('%s(%j) is %s, %s', (name, args, error, says) => {
  expect(call(name, ...args)).toMatchObject({ error, reason: expect.stringContaining(says) })
})

/** `{"WIN_RATE";"NPS"}` is a column; the rest is text in quotes. */
function argumentOf(text: string): Argument {
  const unquoted = (item: string): string => item.trim().slice(1, -1)
  return text.startsWith('{')
    ? unquoted(text)
        .split(';')
        .map(item => [unquoted(item)])
    : unquoted(text)
}

const examples = [...definitionHelps, ...lockHelps, ...scorecardHelps].flatMap(
  ({ card }) => card?.examples ?? [],
)

test.each(examples)('$call gives $answer, as its help says', ({ call: text, answer }) => {
  const [, name = '', args = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? []
  const result = call(name, ...(args === '' ? [] : args.split(', ').map(argumentOf)))
  expect(typeof result === 'boolean' ? String(result).toUpperCase() : String(result)).toBe(answer)
})

describe('BENCHMARK', () => {
  const rows = (source: string) => `metric: WIN_RATE; median: 0.2; source: ${source}; year: 2024`
  const table = sheetOf(
    setWith(
      ['benchmark.a', rows('Own survey'), '2026-01-01'],
      [
        'benchmark.b',
        'metric: win_rate; segment: SMB; size: 1-50; p25: 0.1; median: 0.22; p75: 0.3; source: Own survey; year: 2024',
        '2026-01-01',
      ],
      [
        'benchmark.c',
        'metric: WIN_RATE; segment: smb; size: 1-50; median: 0.25; source: Own survey; year: 2025',
        '2026-01-01',
      ],
      ['benchmark.d', 'metric: CAC; median: 1; source: One; year: 2025', '2026-01-01'],
      ['benchmark.e', 'metric: CAC; median: 2; source: Other; year: 2025', '2026-01-01'],
    ),
  )

  test.each<[readonly Argument[], unknown]>([
    [['WIN_RATE', '', '', '', table], 0.2],
    [['win_rate', 'smb', '1-50', 'Median', table], 0.25],
    [['WIN_RATE', 'SMB', '1-50', 'p25', table], 0.1],
    [['WIN_RATE', 'SMB', '1-50', 'P75', table], 0.3],
    [[[['WIN_RATE']], [['']], '', '', table], 0.2],
  ])('%j is %j', (args, expected) => {
    expect(call('BENCHMARK', ...args)).toBe(expected)
  })

  test.each<[readonly Argument[], string, string]>([
    [['WIN_RATE'], '#N/A', 'no benchmark is set for WIN_RATE (median)'],
    [['WIN_RATE', 'smb', '', '', table], '#N/A', 'no benchmark is set for WIN_RATE, smb (median)'],
    [['WIN_RATE', '', '1-50', '', table], '#N/A', 'WIN_RATE, 1-50 (median)'],
    [['WIN_RATE', '', '', 'p75', table], '#N/A', '(p75)'],
    [['CAC', '', '', '', table], '#VALUE!', 'two benchmarks are set for CAC of 2025: keep one'],
    [['', '', '', '', table], '#VALUE!', 'metric is blank'],
    [['WIN_RATE', '', '', 'p90', table], '#VALUE!', 'percentile is “p90”: choose one of p25, median, p75'],
    [['WIN_RATE', reference, '', '', table], '#REF!', 'gone'],
    [['WIN_RATE', '', '', '', broken], '#VALUE!', 'row 2'],
    [['WIN_RATE', '', '', '', '', ''], '#VALUE!', 'takes 5 arguments'],
  ])('%j is %s, %s', (args, error, says) => {
    expect(call('BENCHMARK', ...args)).toMatchObject({ error, reason: expect.stringContaining(says) })
  })
})

describe('SMART_CHECK', () => {
  const good = ['WIN_RATE', 'Ana', 'all', 46_000, 46_090, 0.4, 'Grow', 'a new playbook', 'higher']
  const changed = (place: number, cell: Argument) =>
    [good.map((old, index) => (index === place ? cell : old))] as Argument

  test.each<[string, Argument, string]>([
    ['all is said', [good], 'S pass; M pass; A pass; R pass; T pass'],
    ['there is no such metric', changed(0, 'WIN_RATIO'), 'S fail (there is no metric “WIN_RATIO”'],
    ['nobody owns it', changed(1, null), 'R fail (no owner)'],
    [
      'it is of no segment',
      changed(2, ''),
      'S fail (no segment: write “all” where it is for everybody); M pass',
    ],
    [
      'it begins when it ends',
      changed(4, 46_000),
      'T fail (period_start and period_end are not a date and a later one)',
    ],
    ['it begins as a text', changed(3, '2026-01-01'), 'R pass; T fail'],
    ['it ends as a text', changed(4, '2026-04-01'), 'T fail'],
    [
      'the target is a text',
      changed(5, '40 %'),
      'M fail (the target is no number); A fail (the target is no number)',
    ],
    ['it serves nothing', changed(6, null), 'R fail (no parent objective)'],
    [
      'nobody says why it can be reached',
      changed(7, null),
      'A fail (no rationale, and no p10 and p90 to compare with)',
    ],
  ])('where %s', (_what, row, says) => {
    expect(call('SMART_CHECK', row)).toEqual(expect.stringContaining(says))
  })

  const header = [
    'Target',
    'p10',
    'p90',
    'Metric',
    'Segment',
    'Owner',
    'Parent objective',
    'Period start',
    'Period end',
  ]
  const row = (target: number, p10: number | null, p90: number | null) => [
    target,
    p10,
    p90,
    'CAC',
    'all',
    'Ana',
    'Grow',
    46_000,
    46_090,
  ]

  test('goes by the header, and by what the metric has been', () => {
    expect(call('SMART_CHECK', [header, row(5, 5, 9)])).toContain('A pass')
    expect(call('SMART_CHECK', [header, row(9, 5, 9)])).toContain('A pass')
    expect(call('SMART_CHECK', [header, row(4, 5, 9)])).toContain('A fail (outside 5 to 9, and no rationale)')
    expect(call('SMART_CHECK', [header, row(10, 5, 9)])).toContain('A fail (outside 5 to 9')
    expect(call('SMART_CHECK', [header, row(5, 5, null)])).toContain('A fail (no rationale')
    expect(call('SMART_CHECK', [header, row(5, null, 9)])).toContain('A fail (no rationale')
  })

  test('checks several rows, blank ones left out', () => {
    const checks = call('SMART_CHECK', [header, row(5, 5, 9), header.map(() => null), row(4, 5, 9)])
    expect(checks).toEqual([[expect.stringContaining('A pass')], [expect.stringContaining('A fail')]])
  })

  test('takes who answers for the metric where the target names nobody', () => {
    const own = sheetOf(setWith(['metric.owner', 'WIN_RATE: Ana', '2026-01-01']))
    expect(call('SMART_CHECK', changed(1, null), own)).toContain('R pass')
    const another = ['CAC', null, ...good.slice(2)]
    expect(call('SMART_CHECK', [another] as Argument, own)).toContain('R fail (no owner)')
  })

  test('knows the metrics of one’s own', () => {
    const own = sheetOf(setWith(['metric.wins_per_rep', 'won / reps', '2026-01-01']))
    expect(call('SMART_CHECK', changed(0, 'wins_per_rep'), own)).toContain('S pass; M pass')
  })

  test.each<[string, readonly Argument[], string, string]>([
    ['another shape', [[['WIN_RATE', 'Ana']]], '#VALUE!', 'target_row has another shape'],
    ['two rows without a header', [[good, good]], '#VALUE!', 'target_row has another shape'],
    ['a single cell', ['WIN_RATE'], '#VALUE!', 'target_row has another shape'],
    ['a header alone', [[header]], '#VALUE!', 'has no target below its header'],
    ['an error', [reference], '#REF!', 'gone'],
    ['an error in the row', [changed(5, reference)], '#REF!', 'gone'],
    ['broken definitions', [[good], broken], '#VALUE!', 'row 2'],
    ['too many arguments', [[good], '', ''], '#VALUE!', 'takes 2 arguments'],
  ])('%s is refused', (_what, args, error, says) => {
    expect(call('SMART_CHECK', ...args)).toMatchObject({ error, reason: expect.stringContaining(says) })
  })
})

test('none of them throws, whatever it is given', () => {
  const names = [
    'DEFINITION',
    'DEFINITION_VERSION',
    'DEFINITION_DIFF',
    'METRIC_LABEL',
    'IS_LOCKED',
    'AS_REPORTED',
    'BENCHMARK',
    'BALANCE',
    'SMART_CHECK',
  ]
  const strange: Argument[] = [
    undefined,
    null,
    '',
    'constructor',
    '__proto__',
    -1,
    1e308,
    Number.NaN,
    true,
    reference,
    [],
    [[]],
    [[null]],
    definitions,
    locks,
  ]
  for (const name of names) {
    for (const first of strange)
      for (const second of strange) expect(() => call(name, first, second)).not.toThrow()
  }
})
