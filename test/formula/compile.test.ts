import { type Compiled, compile, compileCondition, type Known, known } from '../../shared/formula/compile'
import type { Input } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'

type Named = Readonly<Record<string, Input | undefined>>

function compute(formula: string, inputs: Named): ReturnType<Compiled> {
  return compile(treeOf(formula), Object.keys(inputs))(knowns(inputs))
}

function holds(condition: string, inputs: Named): boolean | undefined {
  return compileCondition(treeOf(condition), Object.keys(inputs))(knowns(inputs))
}

function knowns(inputs: Named): Known[] {
  return Object.values(inputs).map(known)
}

test.each<[string, Named, number]>([
  ['a + b', { a: 0.1, b: 0.2 }, 0.3],
  ['a - b', { a: 5, b: 7 }, -2],
  ['a * b', { a: 0.1, b: 3 }, 0.3],
  ['a / b', { a: 1, b: 3 }, 1 / 3],
  ['a ^ b', { a: 3, b: 4 }, 81],
  ['a ^ 2', { a: -3 }, 9],
  ['a - -2', { a: 1 }, 3],
  ['123456789012345', {}, 123_456_789_012_345],
  ['if(a > b, a, b)', { a: 1, b: 2 }, 2],
  ['if(a < b, a, b)', { a: 1, b: 2 }, 1],
  ['min(a, b, 3)', { a: 4, b: 7 }, 3],
  ['max(a, b, 3)', { a: 4, b: 7 }, 7],
  ['min(a, b)', { a: 4, b: 4 }, 4],
  ['min(a)', { a: 4 }, 4],
  ['normal_quantile(a)', { a: 0.975 }, 1.9599639845400543],
  ['years_between(a, b, "act/365")', { a: 45_000, b: 45_730 }, 2],
  ['years_between(a, b, "act/365.25")', { a: 45_000, b: 46_461 }, 4],
  ['years_between(a, b, "act/act")', { a: 45_292, b: 46_023 }, 2],
  ['years_between(a, b, "30/360")', { a: 45_292, b: 46_204 }, 2.5],
  ['years_between(a, b, by)', { a: 45_000, b: 45_730, by: 'act/365' }, 2],
])('%s of %j is %d without decimals', (formula, inputs, value) => {
  expect(compute(formula, inputs)).toBe(value)
})

test.each<[string, Named]>([
  ['1234567890123456', {}],
  ['"text"', {}],
  ['not a', { a: 1 }],
  ['a', { a: 'text' }],
  ['a', { a: undefined }],
  ['a', { a: [1, 2] }],
  ['a', { a: true }],
  ['b', { a: 1 }],
  ['a / b', { a: 1, b: 0 }],
  ['a = b', { a: 1, b: 1 }],
  ['a and b', { a: 1, b: 1 }],
  ['sum(a)', { a: [1, 2] }],
  ['abs(a)', { a: 2 }],
  ['if(b, a, a)', { a: 1, b: 1 }],
  ['if(a = b, 1, 2)', { a: 1, b: 'text' }],
  ['min(a, b)', { a: 1, b: 'text' }],
  ['max(a, b)', { a: 'text', b: 1 }],
  ['normal_quantile(a)', { a: 1e-10 }],
  ['normal_quantile(a)', { a: 1 }],
  ['normal_quantile(a)', { a: 0 }],
  ['years_between(a, b, "act/360")', { a: 45_000, b: 45_730 }],
  ['years_between(a, b, by)', { a: 45_000, b: 45_730, by: 365 }],
  ['years_between(a, b, "act/365")', { a: 45_000.5, b: 45_730 }],
  ['years_between(a, b, "act/365")', { a: 45_000, b: 45_730.5 }],
])('%s of %j is left to decimals', (formula, inputs) => {
  expect(compute(formula, inputs)).toBeUndefined()
})

test.each<[string, Named, boolean | undefined]>([
  ['a = 1', { a: 1 }, true],
  ['a = 1', { a: 2 }, false],
  ['a <> 1', { a: 1 }, false],
  ['a <> 1', { a: 0 }, true],
  ['a <> 1', { a: 2 }, true],
  ['a < 1', { a: 0 }, true],
  ['a < 1', { a: 1 }, false],
  ['a <= 1', { a: 0 }, true],
  ['a <= 1', { a: 1 }, true],
  ['a <= 1', { a: 2 }, false],
  ['a > 1', { a: 2 }, true],
  ['a > 1', { a: 1 }, false],
  ['a >= 1', { a: 2 }, true],
  ['a >= 1', { a: 1 }, true],
  ['a >= 1', { a: 0 }, false],
  ['a = b / 3', { a: 0.1, b: 0.3 }, undefined],
  ['a = 1', { a: 'text' }, undefined],
  ['a = "text"', { a: 'text' }, true],
  ['a = "text"', { a: 'other' }, false],
  ['a <> "text"', { a: 'text' }, false],
  ['a <> "text"', { a: 'other' }, true],
  ['a < "text"', { a: 'text' }, undefined],
  ['a = "text"', { a: 1 }, undefined],
  ['"text" = "text"', {}, undefined],
  ['"other" = "text"', { a: 1, b: 'text' }, undefined],
  ['present', { present: 1 }, undefined],
  ['not a = 1', { a: 1 }, false],
  ['not a = 1', { a: 2 }, true],
  ['not a = 1', { a: 'text' }, undefined],
  ['a = 1 and b = 1', { a: 1, b: 1 }, true],
  ['a = 1 and b = 1', { a: 1, b: 2 }, false],
  ['a = 1 and b = 1', { a: 2, b: 'text' }, false],
  ['a = 1 and b = 1', { a: 'text', b: 2 }, undefined],
  ['a = 1 or b = 1', { a: 2, b: 1 }, true],
  ['a = 1 or b = 1', { a: 2, b: 2 }, false],
  ['a = 1 or b = 1', { a: 1, b: 'text' }, true],
  ['a = 1 or b = 1', { a: 'text', b: 1 }, undefined],
  ['present(a)', { a: 1 }, true],
  ['present(a)', { a: [1] }, true],
  ['present(a)', { a: undefined }, false],
  ['present(b)', { a: 1 }, false],
  ['a', { a: 1 }, undefined],
  ['a + 1', { a: 1 }, undefined],
  ['a in b', { a: 1, b: 1 }, undefined],
  ['sum(a)', { a: 1 }, undefined],
])('whether %s holds for %j: %s', (condition, inputs, truth) => {
  expect(holds(condition, inputs)).toBe(truth)
})
