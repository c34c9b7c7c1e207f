import { evaluate } from '../../shared/formula/evaluate'
import { candidates } from '../../shared/formula/irr-candidates'
import { treeOf } from '../../shared/formula/trees'
import { irr } from '../support/irr'

test.each<[string, number[], number[], number | string]>([
  ['gives back what was paid', [-1000, 1000], [0, 365], 0],
  ['loses nearly all', [-1e300, 1e-300], [0, 365], -1],
  ['gains more than a cell can hold', [-1e-300, 1e300], [0, 365], '#NUM!'],
  ['lies in the middle of two doubles', [-1, 9_007_199_254_740_994], [0, 365], 9_007_199_254_740_992],
  ['is a double root', [-1000, 2200, -1210], [0, 365, 730], 0.1],
  ['is a triple root', [-1000, 3300, -3630, 1331], [0, 365, 730, 1095], 0.1],
  ['nearly is a root', [-1000, 2200, -1210.000_000_1], [0, 365, 730], '#NUM!'],
  ['is one of two that nearly are one', [-1000, 2200, -1209.9999], [0, 365, 730], 0.099_683_772_233_983_16],
  ['comes within a year', [-1000, 400, 800], [0, 100.5, 365.25], 0.277_560_044_573_093_36],
  ['loses half', [-1000, 500], [0, 365], -0.5],
  ['is paid back later than received', [1000, -1100], [0, 365], 0.1],
  ['is a root of two', [-1000, 2000], [0, 730], 0.414_213_562_373_095_03],
  ['is the nearer of two', [-1000, 2300, -1320], [0, 365, 730], 0.1],
  ['is the nearer of two, which is the higher', [-10_000, 20_000, -7500], [0, 365, 730], 0.5],
  ['is the nearer of two, which is not the one nearer to 0', [-10_000, 21_000, -9000], [0, 365, 730], 0.5],
  ['is the nearer of two, far apart', [-1000, 3000, -1500], [0, 400, 900], -0.264_818_138_107_946_47],
  ['is the lower of two that differ late', [-1000, 2200, -1209.999_999_999_99], [0, 365, 730], 0.099_999_9],
  ['is the higher of two that differ late', [-1000, 1800, -809.999_999_999_99], [0, 365, 730], -0.099_999_9],
  ['is of one day', [-1000, 1100], [0, 1], 1_283_305_580_313_351.8],
  ['is decided late by a short time', [-1, -1000, 900], [0, 3650, 3660], -0.978_627_683_619_907_4],
  ['is of flows in any order', [1100, 0, -1000], [365, 100, 0], 0.1],
  ['is of flows of one day together', [-600, 1100, -400], [0, 365, 0], 0.1],
  ['is 0, since all comes back', [-1000, 400, 600], [0, 100, 900], 0],
  ['has none, since nothing comes back', [-1000, -500], [0, 365], '#NUM!'],
  ['has none, since nothing is paid', [1000, 500], [0, 365], '#NUM!'],
  ['has none, since the flows balance at no rate', [1000, -1500, 1000], [0, 365, 730], '#NUM!'],
  ['has none, of a single flow', [-1000], [0], '#NUM!'],
  ['is of flows that all come to nothing', [-1000, 1000, 0], [0, 0, 400], '#NUM!'],
])('a rate that %s', (_name, flows, days, wanted) => {
  expect(irr(flows, days)).toBe(wanted)
})

test('the order of the flows and the currency change nothing, nor does a day split in two', () => {
  const [flows, days] = [
    [-1000, 300, -200, 900, 400],
    [0, 200, 365, 800, 1200],
  ]
  const rate = irr(flows, days)
  expect(irr([...flows].reverse(), [...days].reverse())).toBe(rate)
  expect(
    irr(
      flows.map(flow => flow * 8),
      days,
    ),
  ).toBe(rate)
  expect(irr([-600, -400, 300, -200, 900, 400], [0, ...days])).toBe(rate)
})

test('all that comes in is set against all that is paid where there are two rates', () => {
  // Per year, as much comes in as is paid; only where years count for nothing would the other rate be nearer.
  expect(irr([-10_000, 20_000, -7500], [0, 3650, 7300])).toBe(0.041_379_743_992_410_59)
})

const flowsOf = (amounts: readonly number[]) => amounts.map((amount, index) => ({ years: index, amount }))

test.each<[string, number[], number[]]>([
  ['one rate', [-1000, 1100], [0.1]],
  ['two rates, in rising order', [-1000, 2300, -1320], [0.1, 0.2]],
  ['a double root, once', [-1000, 2200, -1210], [0.1]],
  ['a rate below 0', [-1000, 500], [-0.5]],
  ['three rates', [-1000, 3600, -4310, 1716], [0.1, 0.2, 0.3]],
  ['none', [1000, -1500, 1000], []],
  ['none of one sign', [-1000, -500], []],
  ['none of one flow', [-1000], []],
  ['none of nothing', [], []],
])('doubles find where there is %s', (_what, amounts, rates) => {
  const found = candidates(flowsOf(amounts))
  expect(found).toHaveLength(rates.length)
  for (const [index, { low, high }] of found.entries()) {
    const rate = Math.log1p(rates[index] as number)
    expect(low).toBeLessThanOrEqual(rate + 1e-9)
    expect(high).toBeGreaterThanOrEqual(rate - 1e-9)
    expect(high - low).toBeLessThan(1e-4)
  }
})

test('where there is no rate, the reason says what to look at', () => {
  expect(evaluate(treeOf('irr(flows, dates)'), { flows: [-1, -2], dates: [1, 366] })).toEqual({
    error: '#NUM!',
    reason: 'no yearly rate balances these flows: check their signs and dates',
  })
})
