import { type Argument, cellError, isCellError, type Result } from '../../values'
import type { Fields } from '../term'
import { textOf, tooMany } from './arguments'
import { latestTerms } from './latest'

const percentiles = ['p25', 'median', 'p75']

/**
 * BENCHMARK(metric, [segment], [size], [percentile], [definitions]): a figure to compare with, of the latest year that
 * the definitions hold for exactly that segment and size.
 */
export function benchmark(args: readonly Argument[]): Result {
  const wrong = tooMany('BENCHMARK', args, 5)
  if (wrong) return wrong
  const texts = args.slice(0, 4).map(textOf)
  const error = texts.find(isCellError)
  if (error) return error
  const [metric = '', segment = '', size = '', given = ''] = texts as string[]
  const percentile = given.toLowerCase() || 'median'
  if (metric === '') return cellError('#VALUE!', 'metric is blank: name one, such as "WIN_RATE"')
  if (!percentiles.includes(percentile)) {
    return cellError('#VALUE!', `percentile is “${given}”: choose one of ${percentiles.join(', ')}`)
  }
  const terms = latestTerms(args[4])
  if (isCellError(terms)) return terms
  const wanted = { metric, segment, size }
  const fitting = Object.entries(terms)
    .filter(([id]) => id.startsWith('benchmark.'))
    .map(([, fields]) => fields as Fields)
    .filter(fields => isOf(fields, wanted) && fields[percentile] !== undefined)
    .sort((a, b) => Number(b.year) - Number(a.year))
  const [latest, next] = fitting
  const of = [metric.toUpperCase(), segment, size].filter(text => text !== '').join(', ')
  if (!latest) {
    return cellError(
      '#N/A',
      `no benchmark is set for ${of} (${percentile}): add a term benchmark.… to the definitions`,
    )
  }
  if (next?.year === latest.year) {
    return cellError('#VALUE!', `two benchmarks are set for ${of} of ${latest.year}: keep one`)
  }
  return latest[percentile] as number
}

/** Text is compared regardless of case; a blank is only met by a blank. */
function isOf(fields: Fields, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(
    ([name, text]) => String(fields[name] ?? '').toLowerCase() === text.toLowerCase(),
  )
}
