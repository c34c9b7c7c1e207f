import { candidates } from '../../shared/formula/irr-candidates'

test.each<[string, { years: number; amount: number }[], number]>([
  [
    'a day each, for five years',
    everyDay(1825, index => (index % 30 === 0 ? -100 : 5 + ((index * 7919) % 10))),
    1,
  ],
])('doubles find rates of flows %s', (_what, flows, count) => {
  expect(candidates(flows)).toHaveLength(count)
})

function everyDay(days: number, amountOn: (index: number) => number) {
  return Array.from({ length: days }, (_, index) => ({ years: index / 365, amount: amountOn(index) }))
}

test('flows that change all too often are refused instead of waited for', () => {
  const flows = everyDay(20_000, index => (index % 2 === 0 ? 1 : -1) * (1 + ((index * 7919) % 100)))
  expect(thrownBy(() => candidates(flows))).toEqual({
    error: '#NUM!',
    reason: 'the flows change between paying and receiving too often for one rate to describe them',
  })
})

function thrownBy(action: () => unknown): unknown {
  try {
    return action()
  } catch (thrown) {
    return thrown
  }
}
