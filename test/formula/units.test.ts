import { treeOf } from '../../shared/formula/trees'
import { checkCondition, sameUnit, type Unit, unitOf, unitOfFormula } from '../../shared/formula/units'

const units: Readonly<Record<string, Unit>> = {
  returns: unitOf('money'),
  cost: unitOf('money'),
  leads: unitOf('leads'),
  accounts: unitOf('accounts'),
  rate: unitOf('fraction'),
  years: unitOf('years'),
  per_year: unitOf('fraction per year'),
  method: unitOf('text'),
  start: unitOf('date'),
}

test.each<[string, Unit]>([
  ['money', { money: 1 }],
  ['money per customer per month', { money: 1, customer: -1, month: -1 }],
  ['fraction', {}],
  ['points', {}],
  ['score', {}],
  ['number', {}],
  ['text', {}],
  ['fraction per year', { year: -1 }],
  ['leads', { lead: 1 }],
  ['deals per lead', { deal: 1, lead: -1 }],
  ['activities', { activity: 1 }],
  ['money per money', {}],
  ['days per lead per lead', { day: 1, lead: -2 }],
])('“%s” is the unit %j', (words, unit) => {
  expect(unitOf(words)).toEqual(unit)
})

test('units are one where all their exponents are', () => {
  expect(sameUnit({ money: 1, lead: -1 }, { lead: -1, money: 1 })).toBe(true)
  expect(sameUnit({ money: 1 }, { money: 1, lead: -1 })).toBe(false)
  expect(sameUnit({ money: 1, lead: -1 }, { money: 1 })).toBe(false)
  expect(sameUnit({ money: 1 }, { money: 2 })).toBe(false)
})

test.each<[string, Unit]>([
  ['returns', { money: 1 }],
  ['5', {}],
  ['"a text"', {}],
  ['calendar.open', {}],
  ['returns + cost', { money: 1 }],
  ['returns + 1', { money: 1 }],
  ['1 - rate', {}],
  ['1 + returns', { money: 1 }],
  ['returns * leads', { money: 1, lead: 1 }],
  ['returns / cost', {}],
  ['returns / leads / leads', { money: 1, lead: -2 }],
  ['2 * returns', { money: 1 }],
  ['2 / leads', { lead: -1 }],
  ['returns ^ 2', { money: 2 }],
  ['rate ^ years', { year: 1 }],
  ['(returns / cost) ^ (1 / years) - 1', { year: -1 }],
  ['if(rate > 1, returns, cost)', { money: 1 }],
  ['if(rate > 1, 0, cost)', { money: 1 }],
  ['min(returns, cost)', { money: 1 }],
  ['sum(leads)', { lead: 1 }],
  ['largest(leads, years)', { lead: 1 }],
  ['latest(leads, years)', { lead: 1 }],
  ['percentile(leads, years)', { lead: 1 }],
  ['returns / (leads * leads)', { money: 1, lead: -2 }],
  ['largest(leads, 2)', { lead: 1 }],
  ['latest(leads, 2)', { lead: 1 }],
  ['count(leads > 1)', {}],
  ['position(leads)', {}],
  ['normal_quantile(rate)', {}],
  ['years_between(start, start, "act/365")', { year: 1 }],
  ['irr(returns, start)', { year: -1 }],
  ['business_hours(start, start, "", "", "", "")', { hour: 1 }],
  ['period_start(start, "week", 1, "", "", "")', { date: 1 }],
  ['period_end(start, "week", 1, "", "", "")', { date: 1 }],
  ['fiscal_period(start, "week", 1, "", "", "")', {}],
])('%s is in %j', (formula, unit) => {
  expect(unitOfFormula(treeOf(formula), units)).toEqual(unit)
})

test.each<[string, string]>([
  ['returns + years', '+ joins {"money":1} and {"year":1}'],
  ['returns - leads', '- joins {"money":1} and {"lead":1}'],
  ['min(returns, leads)', 'min joins {"money":1} and {"lead":1}'],
  ['if(rate > 1, returns, leads)', 'if joins {"money":1} and {"lead":1}'],
  ['returns > 1', 'the formula is a condition'],
  ['returns * (cost > 1)', 'a condition is no number'],
  ['(cost > 1) + returns', '+ joins a condition and a number'],
  ['returns + (cost > 1)', '+ joins a condition and a number'],
  ['returns ^ years', 'only a pure number is raised to a power'],
  ['returns / nothing', 'nothing has no unit'],
])('%s is refused: %s', (formula, reason) => {
  expect(() => unitOfFormula(treeOf(formula), units)).toThrow(new TypeError(reason))
})

test.each([
  'returns > cost',
  'returns = 0',
  'not returns = 0',
  'returns > 0 and leads > 0',
  'returns > 0 or present(leads)',
  'method = "simple"',
  'present(years)',
])('%s compares like with like', condition => {
  expect(() => checkCondition(treeOf(condition), units)).not.toThrow()
})

test.each<[string, string]>([
  ['returns', 'a condition is needed'],
  ['not returns', 'a condition is needed'],
  ['returns > leads', '> joins {"money":1} and {"lead":1}'],
  ['returns and leads > 1', 'and joins conditions'],
  ['leads > 1 or returns', 'or joins conditions'],
])('the condition %s is refused: %s', (condition, reason) => {
  expect(() => checkCondition(treeOf(condition), units)).toThrow(new TypeError(reason))
})
