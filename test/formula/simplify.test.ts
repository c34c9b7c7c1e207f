import { type Constants, simplify, truthOf } from '../../shared/formula/simplify'
import { treeOf } from '../../shared/formula/trees'

/** What is left of a formula, read again where it is written. */
function expectSimplified(
  formula: string,
  wanted: string,
  constants: Constants,
  leftOut: string[] = [],
): void {
  expect(simplify(treeOf(formula), constants, leftOut)).toEqual(treeOf(wanted))
}

const simple: Constants = { short_period: 'simple', years: 2, margin: 1 }

test.each([
  ['years', '2'],
  ['cost', 'cost'],
  ['short_period', '"simple"'],
  ['"a text"', '"a text"'],
  ['if(short_period = "simple", a, b)', 'a'],
  ['if("simple" = short_period, a, b)', 'a'],
  ['if(short_period <> "simple", a, b)', 'b'],
  ['if(short_period = "allow", a, b)', 'b'],
  ['if(short_period <> "allow", a, b)', 'a'],
  ['if(short_period = years, a, b)', 'b'],
  ['if(years = "simple", a, b)', 'b'],
  ['if(short_period = other, a, b)', 'if("simple" = other, a, b)'],
  ['if(cost = 0, a, b)', 'if(cost = 0, a, b)'],
  ['if(years < 3, a, b)', 'a'],
  ['if(years < 2, a, b)', 'b'],
  ['if(years > 1, a, b)', 'a'],
  ['if(years > 2, a, b)', 'b'],
  ['if(years = 2, a, b)', 'a'],
  ['if(years = 3, a, b)', 'b'],
  ['if(years <> 3, a, b)', 'a'],
  ['if(years <> 2, a, b)', 'b'],
  ['if(years > cost, a, b)', 'if(2 > cost, a, b)'],
  ['if(cost > years, a, b)', 'if(cost > 2, a, b)'],
  ['years > 1', '1 = 1'],
  ['years > 3', '1 = 0'],
  ['not years > 3', '1 = 1'],
  ['not years > 1', '1 = 0'],
  ['not cost > years', 'not cost > 2'],
  ['cost > 0 and years > 1', 'cost > 0'],
  ['years > 1 and cost > 0', 'cost > 0'],
  ['years > 3 and cost > 0', '1 = 0'],
  ['cost > 0 and years > 3', '1 = 0'],
  ['cost > 0 or years > 3', 'cost > 0'],
  ['years > 3 or cost > 0', 'cost > 0'],
  ['years > 1 or cost > 0', '1 = 1'],
  ['cost > 0 or years > 1', '1 = 1'],
  ['cost > 0 and returns > 0', 'cost > 0 and returns > 0'],
  ['cost > 0 or returns > 0', 'cost > 0 or returns > 0'],
  ['returns * margin', 'returns'],
  ['margin * returns', '1 * returns'],
  ['returns * years', 'returns * 2'],
  ['returns / margin', 'returns / 1'],
  ['returns * "1"', 'returns * "1"'],
  ['floor(years)', '2'],
  ['ceil(years)', '2'],
  ['floor(2.5)', 'floor(2.5)'],
  ['ceil(cost)', 'ceil(cost)'],
  ['abs(years)', 'abs(2)'],
  ['min(years, cost)', 'min(2, cost)'],
  ['years + margin', '2 + 1'],
  ['years <= 3', '2 <= 3'],
  ['years = 2.0', '1 = 1'],
  ['years <> 2.0', '1 = 0'],
  ['years = "2"', '1 = 0'],
  ['"a" < "b"', '"a" < "b"'],
  ['count(years = 2)', 'count(1 = 1)'],
  ['floor("2")', 'floor("2")'],
  ['present(1 + 1)', 'present(1 + 1)'],
])('%s is %s where the period is simple, of 2 years, at a margin of 1', (formula, wanted) => {
  expectSimplified(formula, wanted, simple)
})

test('what was left out is not present, all else is', () => {
  expectSimplified('if(present(hurdle), roi - hurdle, roi)', 'roi', {}, ['hurdle'])
  expectSimplified('if(present(hurdle), roi - hurdle, roi)', 'roi - hurdle', {}, ['years'])
  expectSimplified('present(hurdle) and roi < 0', 'roi < 0', {})
  expect(simplify(treeOf('present(hurdle)'), {})).toEqual(treeOf('1 = 1'))
})

test('large and small numbers are written as the language writes them', () => {
  expectSimplified('a', '1e21', { a: 1e21 })
  expectSimplified('a', '1e-7', { a: 1e-7 })
  expectSimplified('a', '-2.5', { a: -2.5 })
})

test.each<[string, boolean | undefined]>([
  ['1 = 1', true],
  ['1 = 0', false],
  ['1 < 2', undefined],
  ['a = 1', undefined],
  ['1 = a', undefined],
  ['"a" = 1', undefined],
  ['a', undefined],
])('whether %s is decided: %s', (condition, decided) => {
  expect(truthOf(treeOf(condition))).toBe(decided)
})
