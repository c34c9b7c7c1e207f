import { tooMany } from '../definitions/functions/arguments'
import { latestTerms } from '../definitions/functions/latest'
import { type Argument, cellError, isBlank, isCellError, isMatrix, type Result } from '../values'
import { metricCalled } from './named'

/**
 * BALANCE(metrics, [definitions]): the share of leading ones among the metrics that lead or lag; a text where all are of
 * one kind. Blanks are left out.
 */
export function balance(args: readonly Argument[]): Result {
  const [metrics, definitions] = args
  const wrong = tooMany('BALANCE', args, 2)
  if (wrong) return wrong
  const terms = latestTerms(definitions)
  if (isCellError(terms)) return terms
  const cells = isMatrix(metrics) ? metrics.flat() : [metrics]
  const counts = { leading: 0, lagging: 0, neither: 0 }
  for (const cell of cells) {
    if (isBlank(cell)) continue
    const named = metricCalled(cell, terms)
    if (isCellError(named)) return named
    counts[named.indicator] += 1
  }
  const { leading, lagging } = counts
  if (leading + lagging === 0) {
    return cellError('#DIV/0!', 'none of the metrics is leading or lagging: name some that are')
  }
  if (leading === 0) return 'reports the past only'
  if (lagging === 0) return 'looks ahead only'
  return leading / (leading + lagging)
}
