import { each, tooMany } from '../definitions/functions/arguments'
import { latestTerms } from '../definitions/functions/latest'
import { type Argument, isCellError, type Result } from '../values'
import { metricCalled } from './named'

/** METRIC_CLASS(metric, [definitions]): leading, lagging or neither, of one name or of a range of names. */
export function metricClass(args: readonly Argument[]): Result {
  const [metric, definitions] = args
  const wrong = tooMany('METRIC_CLASS', args, 2)
  if (wrong) return wrong
  const terms = latestTerms(definitions)
  if (isCellError(terms)) return terms
  return each(metric, cell => {
    const named = metricCalled(cell, terms)
    return isCellError(named) ? named : named.indicator
  })
}
