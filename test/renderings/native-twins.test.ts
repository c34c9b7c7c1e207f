import fc from 'fast-check'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { nativeFormula, type References } from '../../shared/renderings/native'
import { isCellError } from '../../shared/values'
import { type Arguments, argumentsFor } from '../support/arguments'
import { columnName, libreOffice, recalculate, type SheetCell } from '../support/libreoffice'

/** Each metric, and each further result of those that have several, as a formula of its own. */
const typed = metrics
  .filter(metric => !metric.onTablesOnly && !metric.noTwin)
  .flatMap(metric =>
    [metric.formula, ...Object.values(metric.results ?? {}).slice(1)].map(formula => ({
      ...metric,
      formula,
    })),
  )
const runsPerMetric = 500
const longestRange = 10
/** Beyond the widest arguments: four ranges and some cells. */
const twinColumn = 4 * longestRange + 6

/** A row of a sheet: the arguments in cells, ranges across, then the twin that reads them. */
function sheetRow(metric: Metric, given: Arguments, row: number): SheetCell[] {
  const cells: SheetCell[] = []
  const references: Record<string, References[string]> = {}
  for (const [name, value] of Object.entries(withDefaults(metric, given))) {
    if (given[name] === undefined) continue
    const first = cells.length
    if (typeof value === 'string') {
      references[name] = value
    } else if (typeof value === 'object') {
      cells.push(...(value.length > 0 ? value : [null]))
      references[name] = { cell: `${columnName(first)}${row}:${columnName(cells.length - 1)}${row}` }
    } else {
      cells.push(Number(value))
      references[name] = { cell: `${columnName(first)}${row}` }
    }
  }
  return [
    ...Array.from({ length: twinColumn }, (_, index) => cells[index] ?? null),
    { formula: nativeFormula(metric, references) },
  ]
}

const everywhere = libreOffice ? test : test.skip
everywhere(
  'LibreOffice computes the native twin of every metric to the same value or the same error',
  async () => {
    const asked = typed.flatMap(metric => {
      const worked = metric.examples.map(({ given }) => given as Arguments)
      const random = fc.sample(argumentsFor(metric, longestRange), { numRuns: runsPerMetric, seed: 20260101 })
      return [...worked, ...random].map(given => ({ metric, given }))
    })
    const sheet = await recalculate(
      asked.map(({ metric, given }, index) => sheetRow(metric, given, index + 1)),
    )
    const differing = asked.flatMap(({ metric, given }, index) => {
      const own = compute(metric, withDefaults(metric, given))
      const twin = sheet[index]?.[twinColumn]
      return agrees(isCellError(own) ? own.error : own, twin)
        ? []
        : [{ metric: metric.name, given, own, twin }]
    })
    expect(differing).toEqual([])
    expect(asked.length).toBeGreaterThan(runsPerMetric * typed.length)
  },
  300_000,
)

function agrees(own: number | string, twin: number | string | null | undefined): boolean {
  if (typeof own !== 'number' || typeof twin !== 'number') return own === twin
  return Math.abs(own - twin) <= 1e-12 * Math.max(Math.abs(own), 1)
}
