import fc from 'fast-check'
import { parseTerm } from '../../shared/definitions/parse'
import { ruleOf } from '../../shared/definitions/rule'
import { stageClasses, stageProbabilities, stageQualified } from '../../shared/definitions/stages'
import type { RuleTerm, Term, Terms, TermValue } from '../../shared/definitions/term'
import { builtInTerms, termGroups, termIds, termNamed } from '../../shared/definitions/terms'
import { termWords } from '../../shared/definitions/words'
import { writeTerm } from '../../shared/definitions/write'
import { type Cell, isCellError } from '../../shared/values'
import { serial } from '../support/tables'
import { someIds, valueFor } from './histories'

/** Every term that the catalogue asks for (5.1; of net leads C4, of customers B5 too), one line a row of it. */
const catalogue = `
cost.marketing_investment cost.cost_of_sales cost.cac_cost cost.timing cost.weekly_spread cost.campaign_allocation
cost.rep_allocation cac.lag_periods
lead.qualification_threshold lead.issued_requirements lead.net_subtract_codes lead.dispute_window_days lead.dedupe_key
lead.net_rule lead.reissue_rule outcome.codes outcome.unknown outcome.required_within_days
sla.response_hours sla.clock_start sla.clock_type sla.unanswered sla.statistic
calendar.timezone calendar.open calendar.close calendar.weekend_mask calendar.holidays calendar.fiscal_start_month
calendar.scheme calendar.week_start calendar.week_quarter_rule
cohort.window_days cohort.deal_types cohort.multi_lead_credit cohort.min_maturity conversion.method margin.basis
margin.default_rate refund.timing
roi.annualise_short roi.day_count roi.hurdle_rate organic.method organic.pre_periods organic.as organic.floor_zero
win_rate.variant win_rate.basis win_rate.no_decision win_rate.disqualified close_rate.variant stage.map
cycle.clock_start cycle.population cycle.statistic deal_size.statistic customer.new_rule churn.denominator
customer.min_tenure_days
mrr.include mrr.usage clv.variant clv.discount_rate_annual clv.horizon_months csat.threshold csat.scale
pipeline.stages coverage.variant forecast.probability_source quota.ramp_curve quota.credit_split activity.types
behaviour.rubrics attribution.model attribution.lookback_days attribution.horizon_quarters indirect.weights
segment.columns display.percent_decimals display.money_decimals display.rounding_mode
currency.reporting currency.rate_basis metric.class metric.direction metric.owner
lock.grain lock.approvers change.notice_days`

describe('the terms', () => {
  test('are those of the catalogue, and other investments', () => {
    expect([...termIds].sort()).toEqual(['cost.investment_other', ...catalogue.trim().split(/\s+/)].sort())
  })

  test.each(termIds)('%s: its default is a value that it may have', id => {
    const value = builtInTerms[id] ?? null
    expect(parseTerm(id, writeTerm(id, value))).toEqual(value)
  })

  test('each says in a sentence what it decides, and what each choice means', () => {
    for (const [id, term] of Object.values(termGroups).flatMap(group => Object.entries(group))) {
      expect([id, term.about]).toEqual([id, expect.stringMatching(/^[A-Z].*[.]$/)])
      const choices = 'choices' in term ? Object.values(term.choices ?? {}) : []
      for (const { about } of choices) expect(about).toMatch(/^\S.*[^.]$/)
    }
  })

  test('what any value is written as reads back as that value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...someIds).chain(id => fc.tuple(fc.constant(id), valueFor(id))),
        ([id, value]) => {
          expect(parseTerm(id, writeTerm(id, value))).toEqual(value)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('any cell gives a value that can be written, or a sentence that names the term', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-z:;,/. 0-9"=-]{0,40}$/),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.constantFrom(...someIds), cell, (id, given) => {
        const value = parseTerm(id, given)
        if (isCellError(value)) {
          expect(value.error).toBe('#VALUE!')
          expect(value.reason).toContain(id)
        } else expect(parseTerm(id, writeTerm(id, value))).toEqual(value)
      }),
      { numRuns: 3000 },
    )
  })
})

const long = 'x'.repeat(100)

test.each<[string, Cell, unknown]>([
  ['cost.marketing_investment', 'Ad spend,  LABOUR , creative', ['ad_spend', 'labour', 'creative']],
  ['cost.marketing_investment', 'none', []],
  ['cost.fairs', 'Events', ['events']],
  ['lead.net_subtract_codes', 'Duplicate, No contact', ['Duplicate', 'No contact']],
  ['lead.net_subtract_codes', 404, ['404']],
  ['lead.issued_requirements', 'Issued at, owner', ['issued_at', 'owner']],
  ['win_rate.variant', ' Competitive ', 'competitive'],
  ['cac.lag_periods', '2', 2],
  ['cac.lag_periods', 4, 4],
  ['cac.lag_periods', 0, 0],
  ['margin.default_rate', 'None', null],
  ['margin.default_rate', -0.5, -0.5],
  ['margin.default_rate', 1, 1],
  ['roi.hurdle_rate', '1e-1', 0.1],
  ['organic.floor_zero', true, true],
  ['organic.floor_zero', 'no', false],
  ['organic.floor_zero', 'FALSE', false],
  ['organic.floor_zero', 'Yes', true],
  ['calendar.timezone', 'America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['calendar.timezone', 'UTC', 'UTC'],
  ['calendar.open', 0.375, '09:00'],
  ['calendar.open', '8:05', '08:05'],
  ['calendar.open', 0, '00:00'],
  ['calendar.close', 1, '24:00'],
  ['calendar.weekend_mask', 11, '0000011'],
  ['calendar.weekend_mask', '1000001', '1000001'],
  ['calendar.holidays', serial('2026-12-25'), ['2026-12-25']],
  ['calendar.holidays', '2026-04-03,2024-02-29', ['2026-04-03', '2024-02-29']],
  ['calendar.holidays', 'none', []],
  ['sla.response_hours', 2.5, 2.5],
  ['sla.response_hours', '2.5', 2.5],
  ['sla.response_hours', 'Web: 1; Event: 24; other: 4;', { web: 1, event: 24, other: 4 }],
  [
    'stage.map',
    'Proposal/Price Quote: Open/yes/4/0.6; Won: won',
    {
      proposal_price_quote: { class: 'open', qualified: true, order: 4, probability: 0.6 },
      won: { class: 'won' },
    },
  ],
  [
    'stage.map',
    'a: open/No; b: open//7; c: open///0.25',
    {
      a: { class: 'open', qualified: false },
      b: { class: 'open', order: 7 },
      c: { class: 'open', probability: 0.25 },
    },
  ],
  ['stage.map', 'constructor: won', { constructor: { class: 'won' } }],
  [
    'outcome.codes',
    'opportunity: advance/It went on',
    { OPPORTUNITY: { class: 'advance', label: 'It went on' } },
  ],
  ['quota.ramp_curve', '1: 0.25; 2: 0.5', { 1: 0.25, 2: 0.5 }],
  ['quota.ramp_curve', 'none', {}],
  ['metric.class', 'average_deal_size: leading', { AVERAGE_DEAL_SIZE: 'leading' }],
  ['metric.owner', 'CAC: Finance/RevOps', { CAC: 'Finance/RevOps' }],
  ['lead.qualification_threshold', 'Score>=70', 'score >= 70'],
  ['lead.qualification_threshold', 'QUALIFIED', 'qualified'],
  [
    'lead.qualification_threshold',
    'all of fits_profile,plausible_need, agreed_appointment',
    'all of fits_profile, plausible_need, agreed_appointment',
  ],
  ['cohort.window_days', 90, 90],
  ['cohort.window_days', '90', 90],
  ['cohort.window_days', 'Median x 1.5', 'median x 1.5'],
  ['cohort.window_days', 'p90 x 2', 'p90 x 2'],
  ['customer.new_rule', 'none_in_months( 12 )'.replace(/ /g, ''), 'none_in_months(12)'],
  [
    'benchmark.win_rate_smb',
    'metric: WIN_RATE; segment: smb; median: 0.22; source: https://example.org/a; year: 2025',
    {
      metric: 'WIN_RATE',
      segment: 'smb',
      median: 0.22,
      source: 'https://example.org/a',
      year: 2025,
    },
  ],
  ['metric.wins_per_rep', 'won / reps', 'won / reps'],
])('%s: %j is understood', (id, cell, value) => {
  expect(parseTerm(id, cell)).toEqual(value)
})

test.each<[string, Cell, string]>([
  ['cost.timin', 'paid', 'did you mean cost.timing'],
  ['cost.marketing_investments', 'ad_spend', 'did you mean cost.marketing_investment'],
  ['cost.*', 'ad_spend', 'there is no term'],
  ['cost.', 'ad_spend', 'there is no term'],
  ['cost.Own Set', 'ad_spend', 'there is no term'],
  ['shoe.size', 43, 'the sidebar lists all terms'],
  ['constructor', 1, 'there is no term “constructor”'],
  [long, 1, `“${long.slice(0, 60)}”`],
  ['cost.timing', '', 'has no value: write one, or “none”'],
  ['cost.timing', '  ', 'has no value'],
  ['cost.timing', null, 'has no value'],
  ['cost.timing', 'weekly', 'cost.timing: the text “weekly” is none of incurred, paid'],
  ['cost.marketing_investment', 'ad_spend,,labour', 'an item is blank'],
  ['cost.marketing_investment', 'ad_spend, Ad Spend', 'there twice'],
  ['cost.marketing_investment', 'ad_spend; labour', 'is no item'],
  ['cost.marketing_investment', 'a, none', 'is no item'],
  ['lead.net_subtract_codes', 'TEST, test', 'there twice'],
  ['lead.net_subtract_codes', '=HYPERLINK("x")', 'is no item'],
  ['lead.net_subtract_codes', 'a, -1+1', 'is no item'],
  ['lead.net_subtract_codes', '@SUM(1)', 'is no item'],
  ['lead.net_subtract_codes', '+1', 'is no item'],
  ['lead.net_subtract_codes', 'a\nb', 'is no item'],
  ['lead.net_subtract_codes', 'a: b', 'is no item'],
  ['lead.issued_requirements', 'owner, phone', 'is none of issued_at, owner, context'],
  ['cac.lag_periods', 5, 'out of bounds: it must be at least 0 and at most 4'],
  ['cac.lag_periods', -1, 'out of bounds'],
  ['cac.lag_periods', 1.5, '1.5 is no whole number'],
  ['cac.lag_periods', '1,5', 'is no number'],
  ['cac.lag_periods', true, 'is no number'],
  ['cac.lag_periods', Number.POSITIVE_INFINITY, 'is no number'],
  ['cac.lag_periods', 'x1', 'is no number'],
  ['cac.lag_periods', '1x', 'is no number'],
  ['cac.lag_periods', '0.', 'is no number'],
  ['cac.lag_periods', '12345678901234567890', 'out of bounds'],
  ['cac.lag_periods', 'none', 'is no number'],
  ['margin.default_rate', 60, 'at most 1; 60 % is written 0.6'],
  ['cohort.min_maturity', -0.1, 'it must be at least 0 and at most 1'],
  ['roi.hurdle_rate', -1, 'above -1'],
  ['organic.floor_zero', 'perhaps', 'neither TRUE nor FALSE'],
  ['organic.floor_zero', 1, 'neither TRUE nor FALSE'],
  ['calendar.timezone', 'Vienna time', 'Europe/Vienna'],
  ['calendar.open', '9 am', 'no time of day'],
  ['calendar.open', '09:60', 'no time of day'],
  ['calendar.open', '009:00', 'no time of day'],
  ['calendar.open', '09:000', 'no time of day'],
  ['calendar.open', '25:00', 'no time of day'],
  ['calendar.open', 1.25, 'no time of day'],
  ['calendar.open', -0.25, 'no time of day'],
  ['calendar.open', 0.37501, 'no time of day'],
  ['calendar.open', true, 'no time of day'],
  ['calendar.weekend_mask', '1111111', 'seven digits'],
  ['calendar.weekend_mask', '000011', 'seven digits'],
  ['calendar.weekend_mask', '00000110', 'seven digits'],
  ['calendar.weekend_mask', 12, 'seven digits'],
  ['calendar.holidays', '03/04/2026', 'write dates as 2026-04-03'],
  ['calendar.holidays', '2026-02-30', 'is no date'],
  ['calendar.holidays', '2026-04-03, 2026-04-03', 'there twice'],
  ['calendar.holidays', 46000.5, 'is no date'],
  ['calendar.holidays', 366, 'is no date'],
  ['calendar.holidays', 2_958_101, 'is no date'],
  ['calendar.holidays', '1900-12-31', 'is no date'],
  ['calendar.holidays', 'x2026-04-03', 'is no date'],
  ['calendar.holidays', '2026-04-031', 'is no date'],
  ['calendar.fiscal_start_month', 13, 'at most 12'],
  ['sla.response_hours', 0, 'above 0'],
  ['sla.response_hours', 'web: 0', 'web: 0 is out of bounds'],
  ['sla.response_hours', 'fast', 'is no number'],
  ['sla.response_hours', 'web: 1; WEB: 2', 'there twice'],
  ['stage.map', 'won', 'is no row: write rows as “stage: class/qualified/order/probability”'],
  ['stage.map', ': won', 'is no row'],
  ['stage.map', 'won:', 'is no row'],
  ['stage.map', 'won: won;; lost: lost', 'is no row'],
  ['stage.map', ';', 'is no row'],
  ['stage.map', '???: won', 'is no stage'],
  ['stage.map', '=1+1: won', 'is no stage'],
  ['stage.map', 'a\tb: won', 'is no stage'],
  ['stage.map', 'won: perhaps', 'won: class: the text “perhaps” is none of open, won'],
  ['stage.map', 'won: /yes', 'won: class:'],
  ['stage.map', 'won: won/maybe', 'qualified: the text “maybe” is neither yes nor no'],
  ['stage.map', 'won: won/yes/1/60', 'probability: 60 is out of bounds'],
  ['stage.map', 'won: won/yes/1/1/2', 'has 5 fields'],
  ['stage.map', 'Won: won; won!: lost', 'there twice'],
  [
    'outcome.codes',
    Array.from({ length: 13 }, (_, i) => `C${i}: advance`).join('; '),
    'it has 13 rows: 12 are the most',
  ],
  ['outcome.codes', 'A: advance/line\nbreak', 'line break'],
  ['quota.ramp_curve', 'first: 0.5', 'is no month'],
  ['quota.ramp_curve', '0: 0.5', 'is no month'],
  ['quota.ramp_curve', '1000: 0.5', 'is no month'],
  ['lead.qualification_threshold', 'if nice', 'none of its forms: write qualified, or score >= n'],
  ['lead.qualification_threshold', 'score >= -1', 'at least 0'],
  ['lead.qualification_threshold', 'xqualified', 'none of its forms'],
  ['lead.qualification_threshold', 'qualifiedx', 'none of its forms'],
  ['cohort.window_days', 1.5, 'no whole number'],
  ['cohort.window_days', 0, 'above 0'],
  ['cohort.window_days', 4000, 'at most 3650'],
  ['customer.new_rule', 'none_in_months(0)', 'at least 1'],
  ['customer.new_rule', 'none_in_months(1.5)', 'no whole number'],
  ['customer.new_rule', 'none_in_monthsx12)', 'none of its forms'],
  ['benchmark.win_rate_smb', 'metric: WIN_RATE; year: 2025; median: 1', 'it lacks source'],
  ['benchmark.win_rate_smb', 'median: 1', 'it lacks metric, source, year'],
  ['benchmark.win_rate_smb', 'metric: A; source: b; year: 2025', 'none of p25, median, p75 is there'],
  ['benchmark.win_rate_smb', 'metric: A; metric: B', 'metric is there twice'],
  ['benchmark.win_rate_smb', 'metrics: A', 'is no field: did you mean metric?'],
  ['benchmark.win_rate_smb', 'colour: blue', 'use metric, segment, size'],
  ['benchmark.win_rate_smb', 'year: 25', 'year: 25 is out of bounds'],
  ['benchmark.win_rate_smb', 'constructor: x', 'is no field'],
  ['benchmark.win_rate_smb', 'no record', 'is no row'],
  ['metric.wins_per_rep', 'won /', 'the formula is not understood at place 6'],
])('%s: %j is refused with a sentence', (id, cell, says) => {
  const value = parseTerm(id, cell)
  expect(value).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining(says) })
})

test('an error in the cell passes through', () => {
  expect(parseTerm('cost.timing', { error: '#REF!', reason: 'gone' })).toEqual({
    error: '#REF!',
    reason: 'gone',
  })
})

test('a rule is taken apart into its form and number', () => {
  const rule = (id: string, value: string | number) => ruleOf(termNamed(id) as Term & RuleTerm, value)
  expect(rule('cohort.window_days', 180)).toEqual({ form: 'n', n: 180 })
  expect(rule('cohort.window_days', 'median x 1.5')).toEqual({ form: 'median x n', n: 1.5 })
  expect(rule('customer.new_rule', 'first_won_ever')).toEqual({ form: 'first_won_ever' })
  expect(rule('customer.new_rule', 'whenever')).toBeUndefined()
})

describe('stages', () => {
  const terms = {
    'stage.map': parseTerm(
      'stage.map',
      'Pitch: open/no/1/0.3; Talk: open; Won: won; Lost: lost; Void: disqualified',
    ),
  } as Terms

  test('have a class', () => {
    expect(stageClasses(terms)).toEqual({
      pitch: 'open',
      talk: 'open',
      won: 'won',
      lost: 'lost',
      void: 'disqualified',
    })
    expect(stageClasses(terms).constructor).toBeUndefined()
  })

  test('have a chance: what is decided needs none written', () => {
    expect(stageProbabilities(terms)).toEqual({ pitch: 0.3, won: 1, lost: 0, void: 0 })
  })

  test('are qualified unless they are said not to be, or disqualified', () => {
    expect(stageQualified(terms)).toEqual({ pitch: false, talk: true, won: true, lost: true, void: false })
  })

  test('are known as CRMs ship them', () => {
    expect(stageClasses(builtInTerms)).toMatchObject({
      closed_won: 'won',
      closedlost: 'lost',
      contractsent: 'open',
    })
    expect(stageProbabilities(builtInTerms)).toMatchObject({
      negotiation_review: 0.9,
      contractsent: 0.9,
      closedwon: 1,
    })
  })
})

test.each<[string, Cell, string]>([
  ['win_rate.variant', 'won_over_decided', 'won of won and lost'],
  ['sla.response_hours', 4, '4 hours'],
  ['sla.response_hours', 'web: 1; other: 8', 'web: 1; other: 8'],
  ['lead.dispute_window_days', 5, '5 working days'],
  ['csat.scale', 5, '5'],
  ['clv.discount_rate_annual', 0.07, '7 % per year'],
  ['cohort.min_maturity', 0.57, '57 %'],
  ['margin.default_rate', 'none', 'not set'],
  ['organic.floor_zero', true, 'yes'],
  ['mrr.usage', false, 'no'],
  ['lock.approvers', 'finance, marketing, sales', 'finance, marketing and sales'],
  ['cohort.deal_types', 'New', 'New'],
  ['cohort.deal_types', 'none', 'none'],
  ['cohort.window_days', 180, '180 days after its issue'],
  ['cohort.window_days', 'median x 1.5', '1.5 times the median cycle of won deals'],
  ['lead.qualification_threshold', 'score >= 70', 'its score is 70 or higher'],
  ['lead.qualification_threshold', 'qualified', 'the column qualified says so'],
  ['calendar.open', '09:00', '09:00'],
])('%s: %j is said as “%s”', (id, cell, words) => {
  expect(termWords(id, parseTerm(id, cell) as TermValue)).toBe(words)
})

test('a term that is gone is said as it is written', () => {
  expect(termWords('gone.term', 3)).toBe('3')
})
