import { figure, made, names, shown } from './made'

/**
 * What the sample's first quarter of 2026 must show, as exact fractions of the catalogue, and what its other tables come
 * to, computed by hand beside each.
 */
const close = (found: unknown, expected: number): boolean =>
  typeof found === 'number' && Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected))

type Tie = readonly [sheet: string, title: string, expected: number, place?: number]

const ties: Readonly<Record<string, readonly Tie[]>> = {
  executive: [
    ['Overview', 'Revenue', 59_000],
    // The quarter before: 26 000 + 18 000 + 18 000.
    ['Overview', 'Growth', 59 / 62 - 1],
    ['Overview', 'Gross margin', 37 / 59],
    ['Overview', 'Return on marketing', -2 / 11],
    ['Overview', 'Cost of a new customer', 30_000],
    ['Overview', 'New business share', 44 / 59],
    // Ana 35 000 and Ben 24 000, of 40 000 and half of 40 000.
    ['Overview', 'Quota attainment', 59 / 60],
    // At the start: K08 at 1 200 and fourteen at 1 500; K08 leaves, K09 adds 600.
    ['Overview', 'Net revenue retention', (22_200 + 600 - 1_200) / 22_200],
    ['Overview', 'Gross revenue retention', (22_200 - 1_200) / 22_200],
    // New: 1 500 and 18 000 / 12, of which 37/59 remain, against 60 000.
    ['Overview', 'Months to pay back', 60_000 / ((3_000 * 37) / 59)],
    ['ROI levels', 'team', -1 / 60, 3],
    ['ROI levels', 'Ana', 1 / 6, 3],
    ['ROI levels', 'Ben', -0.2, 3],
    ['ROI levels', 'Left', 37_000 - 60_000, 2],
    ['Benchmarks', 'Win rate', 0.6, 2],
    // 60 000 were forecast.
    ['Benchmarks', 'Forecast accuracy', 1 - 1 / 59, 4],
  ],
  'sales-manager': [
    ['Team', 'Quota attainment', 59 / 60],
    ['Team', 'Reps at quota', 0.5],
    ['Team', 'Win rate', 0.6],
    ['Team', 'Days to close', 59],
    ['Team', 'Share of the best rep', 35 / 59],
    ['Team', 'Leads answered in time', 5 / 7],
    // Open: D02 30 000, D04 40 000, D05 50 000, D11 35 000, D12 20 000; all are to close in the next quarter.
    ['Team', 'Coverage of next quarter', 175 / 70],
    // By the chances of their stages: 0.9, 0.75, 0.75, 0.2, 0.2.
    ['Team', 'Weighted pipeline, next quarter', 27_000 + 30_000 + 37_500 + 7_000 + 4_000],
    // Of D02 nobody did anything since 10 February; all others are young, or were called about.
    ['Team', 'Pipeline nobody touched', 30 / 175],
    // Ana 12 calls, 12 emails, 8 meetings; Ben 12 calls, 6 emails; 36 and 24 were planned.
    ['Team', 'Activities done of planned', 50 / 60],
    // Twenty scores, four of them below 4.
    ['Team', 'Calls as agreed', 16 / 20],
    ['Pipeline', 'Needed at this win rate', 5 / 3, 2],
    // Eleven began; eight, four and three went on.
    ['Pipeline', 'Proposal/Price Quote', 8 / 11, 1],
    ['Pipeline', 'Negotiation/Review', 4 / 11, 1],
    ['Pipeline', 'Closed Won', 3 / 11, 1],
    ['Coaching', 'Quota attainment', 0.875],
    ['Coaching', 'Win rate', 2 / 3],
  ],
  rep: [
    ['My week', 'Quota attainment', 0.875],
    ['My week', 'Pace: 1 is on course', 0.875],
    // 5 000 are missing, at 17 500 a deal.
    ['My week', 'Deals still needed', 1],
    ['My week', 'Win rate', 2 / 3],
    ['My week', 'Activities', 32],
    ['My week', 'Of those planned', 32 / 36],
    // L01, L03, L10 in time, L05 never.
    ['My week', 'Leads answered in time', 0.75],
    // L01, L03 and L10 were done by their days, L05 was not.
    ['My week', 'Next actions done', 0.75],
    ['My deals', 'D05', 50_000 * 0.75, 1],
    ['My leads', 'up to 1 h', 2, 1],
  ],
  weekly: [
    ['Handoff', 'Issued with all that is needed', 0.9],
    ['Handoff', 'Net of those issued', 7 / 9],
    ['Handoff', 'Sent back', 2 / 9],
    ['Handoff', 'Answered in time', 5 / 7],
    ['Handoff', 'Answered at all', 6 / 7],
    ['Handoff', 'With an outcome', 6 / 7],
    ['Meeting', 'Net leads issued', 3, 1],
    // June: ad spend 1 900 to 2 200 and four times 900 of labour, spread over 30 days; 7 days for 3 net leads.
    ['Meeting', 'Cost per net lead', ((1_900 + 2_000 + 2_100 + 2_200 + 3_600) / 30) * (7 / 3), 1],
    ['Meeting', 'Lead to opportunity', 1 / 3, 1],
    ['Meeting', 'Opportunity to win', 1, 1],
    ['Meeting', 'Gross profit per win', 9_500 * 0.6, 1],
  ],
  'cohort-story': [
    ['Story', 'Invested', 33_000, 1],
    ['Story', 'Net sales leads issued', 7, 1],
    ['Story', 'Opportunities of them', 5, 1],
    ['Story', 'Deals won of them', 2, 1],
    ['Story', 'Gross profit of them', 27_000, 1],
    ['Story', 'Return on investment so far', -2 / 11, 1],
    ['Cost build', 'invested', 33_000, 2],
    ['Cost build', 'Cost per net lead', 12_000 / 7, 2],
    ['Cost build', 'Return on investment', 1.25, 2],
    ['Cost build', 'Share of the cost that is seen', 4 / 11, 2],
    ['Attributable', 'none', 9.5, 3],
    ['Attributable', 'pre_average', 1.55, 3],
    ['Attributable', 'linear', 0.5, 3],
    ['Attributable', 'cagr', 0.4364598632144294, 3],
    ['Attributable', 'sply', 1.4, 3],
    ['Restated', 'As reported last', 33_000 / 7, 2],
    ['Restated', 'By the first rules', 15_000 / 7, 2],
    ['Restated', 'By the rules of today', 33_000 / 7, 2],
    ['Restated', 'cost.marketing_investment', 18_000 / 7, 3],
  ],
}

const cases = Object.entries(ties).flatMap(([name, list]) =>
  list.map(([sheet, title, expected, place]) => [name, sheet, title, expected, place ?? 'below'] as const),
)

test.each(cases)('%s, %s: %s is %p', (name, sheet, title, expected, place) => {
  const found = figure(name, sheet, title, place)
  expect(close(found, expected) ? expected : found).toBe(expected)
})

test('two years before the quarter show the revenue of their deals', () => {
  // Each quarter's first deal is worth 2 000 more, its third 1 500; the second, of 18 000, was won twice.
  const revenue = [0, 1, 2, 3, 4, 5, 6].map(q => 23_000 + 3_500 * q + (q === 3 || q === 6 ? 18_000 : 0))
  const row = made('executive')
    .values.get('Trend')
    ?.find(cells => cells[1] === 'Total revenue')
  expect(row?.slice(2)).toEqual([...revenue, 59_000])
})

test('the story is told in the words of the catalogue, with what improved and what did not', () => {
  const story = String(shown('cohort-story', 'Story!B5'))
  expect(story).toContain(
    'We invested 33,000, issued 7 net sales leads, created 5 opportunities, won 2 deals, and generated 27,000 gross ' +
      'profit (as of 2026-06-30, window 180 d, 0 % of the cohort mature, definitions v2).',
  )
  expect(story).toMatch(/Improved: .* Did not: .* Next test: Answer every lead within one business hour\.$/)
})

test('the interval of the win rate is that of three of five', () => {
  expect(shown('sales-manager', 'Team!B12')).toBe('likely between 23 and 88 %')
})

test('every line of the self-test passes, and they are counted', () => {
  const rows = made('self-test').values.get('Results') ?? []
  const verdicts = rows.map(row => row[5]).filter(cell => cell === 'PASS' || cell === 'FAIL')
  expect(verdicts.filter(cell => cell === 'FAIL')).toEqual([])
  expect(verdicts.length).toBeGreaterThan(330)
  expect(rows[5]?.slice(1, 5)).toEqual([verdicts.length, 'none', 0, verdicts.length])
})

test('what only a host can show is left to it', () => {
  const probes = (made('self-test').values.get('Arguments') ?? []).filter(
    row => row[3] === 'compute the sheet anew to see it',
  )
  expect(probes).toHaveLength(21)
})

test.each(names.filter(name => name !== 'self-test'))(
  '%s starts with five steps, what it goes by, and its sheets',
  name => {
    const texts = (made(name).values.get('Start') ?? []).map(row => row[1])
    expect(texts.filter(text => /^[1-5] {2}/.test(String(text)))).toHaveLength(5)
    expect(texts).toEqual(expect.arrayContaining(['As of (AS_OF)', 'Definitions that govern it', 'Checks']))
  },
)
