import { call } from '../../shared/metrics/call'
import { metrics } from '../../shared/metrics/index'
import type { Metric } from '../../shared/metrics/metric'
import { isCellError, isMatrix } from '../../shared/values'
import { edges } from '../support/edges'

test.each(edges)('$line', ({ call: name, args, expected }) => {
  const result = call(metrics.find(metric => metric.name === name) as Metric, args)
  const cells = isMatrix(result) ? result.flat() : [result]
  const wanted = [expected]
    .flat()
    .map(cell => (isCellError(cell) ? { ...cell, reason: expect.stringContaining(cell.reason) } : cell))
  expect(cells).toEqual(wanted)
})
