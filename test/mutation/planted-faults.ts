/**
 * Plants every small fault into the formula, the rules and the defaults of every metric, one at a time, and counts
 * those by which no worked example and no edge changes. A declaration is data: what plants faults into code sees only
 * texts there, most of which are there to be read.
 */
import { call } from '../../shared/metrics/call'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { type Cell, isCellError, isMatrix } from '../../shared/values'
import { type Edge, edges } from '../support/edges'
import { plantedFaults } from '../support/planted-faults'

const leastNoticed = 0.95

const faults = metrics
  .filter(({ onTablesOnly }) => !onTablesOnly)
  .flatMap(metric => {
    const checks = [...examplesOf(metric), ...edges.filter(edge => edge.call === metric.name)]
    if (!checks.every(check => holds(metric, check))) throw new Error(`${metric.name} fails without a fault`)
    return plantedFaults(metric).map(({ what, metric: faulty }) => ({
      what: `${metric.name}: ${what}`,
      isNoticed: !checks.every(check => holds(faulty, check)),
    }))
  })

for (const { what } of faults.filter(({ isNoticed }) => !isNoticed)) console.log(`unnoticed: ${what}`)
const noticed = faults.filter(({ isNoticed }) => isNoticed).length
const share = noticed / faults.length
console.log(
  `${noticed} of ${faults.length} faults in declarations are noticed: ${(share * 100).toFixed(2)} %`,
)
process.exitCode = share < leastNoticed ? 1 : 0

/** The worked examples of a metric, as edges are written. */
function examplesOf(metric: Metric): Edge[] {
  return metric.examples.map(({ given, answer }) => {
    const inputs = withDefaults(metric, given)
    const args = Object.keys(metric.parameters).map(name => {
      const input = given[name] === undefined ? undefined : inputs[name]
      return Array.isArray(input) ? input.map(item => [item]) : (input as Cell)
    })
    const isError = typeof answer === 'string' && answer.startsWith('#')
    const expected = isError ? ({ error: answer, reason: '' } as Cell) : answer
    return { line: '', call: metric.name, args, expected }
  })
}

function holds(metric: Metric, { args, expected }: Edge): boolean {
  try {
    const result = call(metric, args)
    const cells = isMatrix(result) ? result.flat() : [result]
    const wanted = [expected].flat() as Cell[]
    return cells.length === wanted.length && cells.every((cell, index) => agrees(cell, wanted[index] as Cell))
  } catch {
    // What cannot be computed at all fails every test.
    return false
  }
}

function agrees(cell: Cell, wanted: Cell): boolean {
  if (!isCellError(wanted)) return cell === wanted
  return isCellError(cell) && cell.error === wanted.error && cell.reason.includes(wanted.reason)
}
