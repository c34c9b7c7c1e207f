import { dayOfText, isDay } from '../../shared/definitions/clock'
import { boundsText } from '../../shared/definitions/field'
import { parseTerm } from '../../shared/definitions/parse'
import { stageOrders } from '../../shared/definitions/stages'
import { builtInTerms } from '../../shared/definitions/terms'
import { worded } from '../../shared/definitions/worded'
import { fails } from '../support/asking'

test('stages are in the order that they are given, won ones last, and those without one nowhere', () => {
  const stages = parseTerm(
    'stage.map',
    'qualified: open/yes/2; won: won; offer: open/yes/3; lost: lost; new: open',
  )
  const orders = stageOrders({ ...builtInTerms, 'stage.map': stages as never })
  expect(orders).toMatchObject({ qualified: 2, offer: 3 })
  expect(orders.won).toBeGreaterThan(3)
  expect(Object.keys(orders).sort()).toEqual(['offer', 'qualified', 'won'])
})

test('a stage that ends a deal without a sale is nowhere in the order, whatever place it is given', () => {
  const stages = parseTerm('stage.map', 'new: open/yes/1; lost: lost/yes/2')
  expect(stageOrders({ ...builtInTerms, 'stage.map': stages as never })).not.toHaveProperty('lost')
})

test.each([
  ['Proposal/Price Quote', 'proposal_price_quote'],
  ['  Closed -- Won!! ', 'closed_won'],
  ['__Étape 2__', 'étape_2'],
])('%j is the word %s', (text, word) => {
  expect(worded(text)).toBe(word)
})

test.each<[Parameters<typeof boundsText>[0], string]>([
  [{ min: 1 }, 'at least 1'],
  [{ max: 9 }, 'at most 9'],
  [{ above: 0, max: 1 }, 'above 0 and at most 1'],
])('bounds %j are %s', (bounds, text) => {
  expect(boundsText(bounds)).toBe(text)
})

test('only a fraction above 1 is told how per cents are written', () => {
  expect(parseTerm('cohort.min_maturity', 0.5)).toBe(0.5)
  expect(parseTerm('cohort.min_maturity', 60)).toEqual(fails('#VALUE!', '; 60 % is written 0.6'))
  for (const [id, cell] of [
    ['cohort.min_maturity', -1],
    ['cohort.window_days', -1],
    ['cohort.window_days', 99_999],
  ] as const) {
    expect(parseTerm(id, cell)).toEqual({ error: '#VALUE!', reason: expect.not.stringContaining('60 %') })
  }
})

test.each(['x12', '12x', '1e', '1.', '.5'])('%s is no number', text => {
  expect(parseTerm('sla.response_hours', text)).toEqual(fails('#VALUE!', 'is no number'))
})

test.each(['12026-01-31', '2026-01-311', ' 2026-01-31', '2026-1-31'])('%j is no day', text => {
  expect(dayOfText(text)).toBeUndefined()
})

test('days begin where every host agrees on them', () => {
  expect([isDay(366), isDay(367), isDay(2_958_100), isDay(2_958_101)]).toEqual([false, true, true, false])
})

test.each(['x1', '1x', '0', '1000'])('%s is no count', key => {
  expect(parseTerm('quota.ramp_curve', `${key}: 0.5`)).toEqual(fails('#VALUE!', `“${key}” is no`))
})

test('rows of a table stand with spaces around all of their parts', () => {
  expect(parseTerm('quota.ramp_curve', ' 1 : 0.5 ; 2 :  0.75 ; ')).toEqual({ 1: 0.5, 2: 0.75 })
})

test.each<[string, string | number, unknown]>([
  ['sla.response_hours', '2.5e+1', 25],
  ['sla.response_hours', '1E2', 100],
  ['cohort.min_maturity', '-0', 0],
  ['sla.response_hours', ' 8 ', 8],
  ['cost.team', 'e\u0301tage, web-site', ['étage', 'web_site']],
])('%s %j is read as %j', (id, cell, value) => {
  expect(parseTerm(id, cell)).toEqual(value)
})

test.each([
  ['yes', true],
  ['TRUE', true],
  ['no', false],
  ['False', false],
])('a stage is qualified or not by “%s”', (word, qualified) => {
  expect(parseTerm('stage.map', `met: Open / ${word} / 3`)).toEqual({
    met: { class: 'open', qualified, order: 3 },
  })
})

test('a stage with too many fields is told which there are', () => {
  expect(parseTerm('stage.map', 'met: open/yes/3/0.5/x')).toEqual(
    fails('#VALUE!', 'has 5 fields: class/qualified/order/probability are all'),
  )
})

test('a term that does not exist is answered with those that are like it', () => {
  expect(parseTerm('cohort.window_day', 90)).toEqual(fails('#VALUE!', 'did you mean cohort.window_days'))
})

test('outcomes are written by up to twelve codes', () => {
  const codes = (count: number) => Array.from({ length: count }, (_, code) => `C${code}: working`).join('; ')
  expect(Object.keys(parseTerm('outcome.codes', codes(12)) as object)).toHaveLength(12)
  expect(parseTerm('outcome.codes', codes(13))).toEqual(fails('#VALUE!', '12 are the most'))
})
