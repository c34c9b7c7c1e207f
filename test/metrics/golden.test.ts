import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { evaluateDigits } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { metricsByName } from '../../shared/metrics/by-name'
import { compute, formulaFor } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Given, type Metric, withDefaults } from '../../shared/metrics/metric'
import { isCellError } from '../../shared/values'
import { referenceFile } from '../support/reference'

/** Keys of golden values whose metric has another name than theirs. */
const elsewhere: Readonly<Record<string, string>> = {
  'CLV.revenue': 'CLV_SIMPLE',
  'CLV.simple': 'CLV_SIMPLE',
  'CLV.cohort': 'CLV_COHORT',
}

/** Golden values that stand for no example of their own. */
const further: Readonly<Record<string, Given>> = {
  'ROI.sales_q1': { returns: 59000, cost: 60000 },
  'ROI.rep_ana': { returns: 35000, cost: 30000 },
  'ROI.rep_ben': { returns: 24000, cost: 30000 },
  'ROI_ATTRIBUTABLE.sply': { returns: 420, cost: 40, organic: 324 },
  'ROI_ATTRIBUTABLE.preavg': { returns: 420, cost: 40, organic: 318 },
  'ROI_ATTRIBUTABLE.did': { returns: 420, cost: 40, organic: 327 },
  'CSAT.1': {
    responses: [42, 32, 10, 9, 14].flatMap((count, index) => Array.from({ length: count }, () => 5 - index)),
  },
}

/** Golden values that are not one call, each with the reason. */
const notACall: readonly string[] = [
  // The baseline is no double: no cell can hold it to 20 digits.
  'ROI_ATTRIBUTABLE.cagr',
  // Nor is a rate of 5/7.
  'FUNNEL_YIELD.1',
  // The ratio of two results, and a mean that is not the metric.
  'SALES_VELOCITY.2',
  'CSAT.mean',
]

interface Golden {
  readonly key: string
  readonly call_or_inputs: string
  readonly value_20_sig: string
}

const file = referenceFile('spec', 'golden.csv')
const golden = file
  ? Papa.parse<Golden>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data
  : []

/** Everything that the examples of a metric give, to 20 digits; errors as their codes. */
function given20(metric: Metric): readonly string[] {
  return metric.examples.flatMap(({ given }) => {
    const formulas = metric.results ? Object.values(metric.results) : [undefined]
    return formulas.map(formula => digits(metric, given, formula))
  })
}

function digits(metric: Metric, given: Given, formula?: string): string {
  const inputs = withDefaults(metric, given)
  const result = compute(metric, inputs)
  if (isCellError(result)) return result.error
  if (typeof result === 'string') return result
  const exact = evaluateDigits(treeOf(formula ?? String(formulaFor(metric, inputs))), inputs, 20)
  return isCellError(exact) ? exact.error : exact
}

const byMetric = golden.flatMap(({ key, value_20_sig: value }) => {
  const name = elsewhere[key] ?? (key.split('.')[0] as string)
  const metric = metricsByName.get(name)
  return metric && !metric.onTablesOnly && !notACall.includes(key) ? [[key, metric, value] as const] : []
})

if (byMetric.length > 0) {
  test.each(byMetric)(
    '%s is among the examples of its metric, to the last of 20 digits',
    (key, metric, value) => {
      const wanted = value.startsWith('#') ? value : value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
      const own = further[key]
      expect(own ? [digits(metric, own)] : given20(metric)).toContain(wanted)
    },
  )
} else {
  test.skip('golden values: the reference folder is absent', () => {})
}

test('every example is among the golden values or computed from them by its metric', () => {
  for (const metric of metrics) {
    for (const { given, answer } of metric.examples) {
      if (typeof answer === 'number') expect(Number(digits(metric, given))).toBe(answer)
    }
  }
})
