import fc from 'fast-check'
import type { Input, Inputs } from '../../shared/formula/evaluate'
import { computeInDecimals, computeInOrder } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { quickly } from '../../shared/metrics/quick'
import { argumentsFor } from '../support/arguments'

const typed = metrics
  .filter(({ onTablesOnly }) => !onTablesOnly)
  .map(metric => [metric.name, metric] as const)

test.each(typed)('%s: what double-doubles decide is what decimals find', (_name, metric) => {
  fc.assert(
    fc.property(argumentsFor(metric, 6), given => {
      const inputs = withDefaults(metric, given)
      const found = quickly(metric)(inOrder(metric, inputs))
      if (found !== undefined) expect(found).toEqual(computeInDecimals(metric, inputs))
    }),
    { numRuns: 50, seed: 1 },
  )
})

function inOrder(metric: Metric, inputs: Inputs): readonly (Input | undefined)[] {
  return Object.keys(metric.parameters).map(name => inputs[name])
}

test('what people type is decided without decimals', () => {
  for (const metric of metrics.filter(({ name }) => ['ROI', 'ROI_ANNUALISED'].includes(name))) {
    const inputs = withDefaults(metric, { returns: 5000.55, cost: 1000.1, years: 2.5 })
    expect(quickly(metric)(inOrder(metric, inputs))).toBe(computeInDecimals(metric, inputs))
  }
})

test('an argument that changes from call to call is read anew', () => {
  const roi = metrics.find(({ name }) => name === 'ROI')
  if (!roi) throw new RangeError('there is no ROI')
  const answers = [1000.1, 500.05, 1000.1].map(cost => computeInOrder(roi, [2000.2, cost, 1], {}))
  expect(answers).toEqual([1, 3, 1])
})
