import fc from 'fast-check'
import type { Terms, TermValue } from '../../shared/definitions/term'
import { builtInTerms, termIds, termNamed } from '../../shared/definitions/terms'
import { writeTerm } from '../../shared/definitions/write'
import { answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import { termsRead } from '../../shared/metrics/on-tables/dependencies'
import type { Argument, Cell } from '../../shared/values'
import { call, costs, deals, fails, from, leads, table, to } from '../support/asking'
import type { Tables } from '../support/database'
import { definitions } from '../support/definitions'
import { definitionsOf, randomTables, valuesOf } from '../support/random-tables'
import { everything, question } from '../support/same-in-database'
import { serial } from '../support/tables'

/** The metrics of tables that depend on a term, by what they declare. */
const readers = new Map<string, Wanted[]>()
for (const one of everything) {
  for (const id of termsRead(one.metric)) {
    const ids =
      id === 'cost.*'
        ? termIds.filter(own => Array.isArray(builtInTerms[own]) && own.startsWith('cost.'))
        : [id]
    for (const own of ids) readers.set(own, [...(readers.get(own) ?? []), one])
  }
}
const read = termIds.filter(id => readers.has(id))

const periods = {
  from: [[serial('2026-01-01'), serial('2026-02-07')]],
  to: [[serial('2026-03-31'), serial('2026-02-14')]],
}
const samples = fc.sample(randomTables, { numRuns: 40, seed: 20260401 })

/** Without it nothing can be said of calls. */
const needed: Terms = { 'behaviour.rubrics': { messaging: 3 } }

/** What metrics of tables give, on some random tables. */
function numbers(tables: Tables, wanted: readonly Wanted[], terms: Terms): string {
  const definitions = definitionsOf({ ...needed, ...terms })
  const asked = { ...question(tables, { ...periods, asOf: serial('2026-07-15') }), definitions }
  const answers = answersTo(asked, wanted)
  return JSON.stringify(wanted.map((_, index) => [0, 1].map(period => answers.at(index, period, 0).value)))
}

/** Values of tables and sets that no random definitions have. */
const others: Readonly<Record<string, readonly TermValue[]>> = {
  'stage.map': [{ ...(builtInTerms['stage.map'] as object), won: { class: 'lost' } }],
  'outcome.codes': [{ WORKING: { class: 'nurture' } }],
  'cost.cost_of_sales': [['salaries']],
  'cost.cac_cost': [['salaries']],
  'cost.investment_other': [['hardware', 'mystery']],
  'csat.threshold': [3],
  'csat.scale': [4],
  'lead.dispute_window_days': [60],
  'cohort.min_maturity': [1],
  'calendar.close': ['12:00'],
}

const typed =
  (name: string, ...args: readonly Argument[]) =>
  (value: Cell, id: string) =>
    call(name, ...args, definitions({ [id]: value }))
const onTables =
  (name: string, ...args: readonly Argument[]) =>
  (value: Cell, id: string) =>
    call(name, ...args, definitions({ [id]: value }), serial('2026-07-31'))
const smart = table('metric owner segment period_start period_end target parent_objective rationale', [
  'WIN_RATE',
  null,
  'all',
  from,
  to,
  0.6,
  'Growth',
  'agreed',
])
const story = onTables('QUARTER_STORY', leads, deals, costs, from, to, '', '')
const touches = table(
  'lead_id at channel campaign',
  ['L01', serial('2025-12-20'), 'web', 'Spring'],
  ['L01', serial('2026-01-05'), 'web', 'Fair'],
)
const targets = table('metric period_start period_end target', ['WIN_RATE', from, to, 0.3])
const ofCampaigns = deals.map((row, index) => [
  ...row,
  index === 0 ? 'campaign' : index % 2 === 0 ? 'Spring' : 'Fair',
])
/** D10 brought 24,000, of which all went back in the next quarter. */
const gaveBack = deals.map(row => (row[0] === 'D10' ? row.map(cell => (cell === 4000 ? 24000 : cell)) : row))
const fall = [[90, 50, 10]]

/** Terms that other formulas ask: how, and another value. */
const asked: Readonly<Record<string, readonly [ask: (value: Cell, id: string) => unknown, value: Cell]>> = {
  'roi.annualise_short': [typed('ROI_ANNUALISED', 1500, 1000, 0.25, ''), 'allow'],
  'roi.day_count': [
    typed('ROI_ANNUALISED_DATES', 5000, 1000, serial('2024-01-01'), serial('2026-07-01'), ''),
    'act/act',
  ],
  'roi.hurdle_rate': [typed('ROI_VS_HURDLE', 0.25, '', ''), 0.1],
  'organic.method': [typed('ORGANIC_BASELINE', '', fall, 2, '', '', '', ''), 'linear'],
  'organic.pre_periods': [typed('ORGANIC_BASELINE', 'pre_average', fall, 2, '', '', '', ''), 2],
  'organic.as': [typed('ROI_ATTRIBUTABLE', 5000, 1000, 0.3, '', ''), 'roi_points'],
  'organic.floor_zero': [typed('ORGANIC_BASELINE', 'linear', fall, 2, '', '', '', ''), true],
  'outcome.required_within_days': [
    (value, id) =>
      call('OUTCOME_CODING_RATE', leads, from, to, definitions({ [id]: value }), serial('2026-03-20')),
    60,
  ],
  'customer.min_tenure_days': [
    (value, id) => call('METRIC', 'CAC', from, to, '', '', definitions({ [id]: value }), gaveBack, costs),
    90,
  ],
  'coverage.variant': [typed('PIPELINE_COVERAGE', 2400000, 800000, 300000, ''), 'to_go'],
  'calendar.week_start': [typed('WEEK_START', serial('2026-01-14')), 'sunday'],
  'calendar.week_quarter_rule': [typed('PERIOD_START', from, 'week'), 'by_start'],
  'clv.discount_rate_annual': [typed('CLV', 'discounted', 500, 0.8, 0.05, '', '', '', ''), 0.2],
  'clv.variant': [typed('CLV', '', 500, 0.8, 0.05, '', '', '', ''), 'revenue'],
  'clv.horizon_months': [typed('CLV', 'horizon', 500, 0.8, 0.05, 0.01, '', '', ''), 12],
  'attribution.model': [onTables('ATTRIBUTED_REVENUE', touches, deals, leads, from, to, '', '', ''), 'last'],
  'attribution.lookback_days': [
    (value, id) =>
      call(
        'ATTRIBUTED_REVENUE',
        touches,
        deals,
        leads,
        from,
        to,
        'first',
        '',
        '',
        definitions({ [id]: value }),
        serial('2026-06-30'),
      ),
    30,
  ],
  'attribution.horizon_quarters': [onTables('DEFERRED_ROI', leads, deals, costs, from, to, ''), 1],
  'indirect.weights': [onTables('CONTRIBUTION_INDIRECT', leads, deals, from, to), 'referral: 0.5'],
  'cost.campaign_allocation': [
    onTables('ROI_BY', ofCampaigns, costs, leads, '', from, to, 'campaign', ''),
    'equal',
  ],
  'cost.rep_allocation': [onTables('ROI_BY', deals, costs, leads, '', from, to, 'rep', ''), 'equal'],
  'segment.columns': [onTables('ROI_BY', deals, costs, leads, '', from, to, 'planet', ''), 'owner'],
  'display.percent_decimals': [story, 0],
  'display.money_decimals': [story, 2],
  'display.rounding_mode': [
    (value, id) =>
      call(
        'QUARTER_STORY',
        leads,
        deals,
        [...costs, [from, 'ad_spend', 'marketing', 0.5, null]],
        from,
        to,
        '',
        '',
        definitions({ [id]: value }),
        serial('2026-06-30'),
      ),
    'half_even',
  ],
  'currency.reporting': [story, 'EUR'],
  'metric.class': [typed('METRIC_CLASS', 'WIN_RATE'), 'WIN_RATE: leading'],
  'metric.direction': [
    (value, id) =>
      call(
        'METRIC',
        'TARGET_ATTAINMENT(WIN_RATE)',
        from,
        to,
        '',
        '',
        definitions({ [id]: value }),
        deals,
        targets,
      ),
    'WIN_RATE: lower',
  ],
  'metric.owner': [typed('SMART_CHECK', smart), 'WIN_RATE: Ana'],
}

describe('a term that metrics of tables read changes what one of them gives', () => {
  test.each(read.filter(id => !(id in asked)))('%s', id => {
    const values = (others[id] ?? valuesOf(id)).filter(value => value !== builtInTerms[id])
    const wanted = readers.get(id) as Wanted[]
    const changes = samples.some(tables => {
      const before = numbers(tables, wanted, {})
      return values.some(value => numbers(tables, wanted, { [id]: value }) !== before)
    })
    expect(changes).toBe(true)
  })
})

test.each(Object.entries(asked))('%s changes what a formula gives', (id, [ask, value]) => {
  const other = ask(value, id)
  expect(ask(writeTerm(id, builtInTerms[id] as TermValue) as Cell, id)).not.toEqual(other)
  expect(other).not.toEqual(fails('#VALUE!', 'arguments'))
})

/** What whoever approves and locks is held to is tried in the tests of changes, locks and approvers. */
const governs = ['lock.grain', 'lock.approvers', 'change.notice_days']

/** What is told and not computed with; each says so itself. */
const told: Readonly<Record<string, string>> = {
  'calendar.timezone': 'none is moved',
  'currency.rate_basis': 'nothing is converted here',
  'quota.credit_split': 'the owner gets all',
}

test('every term is one of these', () => {
  const known = [...read, ...Object.keys(asked), ...governs, ...Object.keys(told)]
  expect(termIds.filter(id => !known.includes(id))).toEqual([])
  for (const [id, says] of Object.entries(told)) expect(JSON.stringify(termNamed(id))).toContain(says)
})
