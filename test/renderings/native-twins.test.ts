import fc from 'fast-check'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { nativeFormula, type References } from '../../shared/renderings/native'
import { isCellError } from '../../shared/values'
import { type Arguments, argumentsFor } from '../support/arguments'
import { libreOffice, recalculate, type SheetCell } from '../support/libreoffice'

const typed = metrics.filter(metric => !metric.onTablesOnly)
const runsPerMetric = 200
const rangeLength = 10

/** A row of a sheet: the arguments in cells, ranges across, then the twin that reads them. */
function sheetRow(metric: Metric, given: Arguments, row: number): SheetCell[] {
  const cells: SheetCell[] = []
  const references: Record<string, References[string]> = {}
  for (const [name, value] of Object.entries(given)) {
    const first = cells.length
    if (typeof value === 'string') {
      references[name] = value
    } else if (typeof value === 'number') {
      cells.push(value)
      references[name] = { cell: `${letter(first)}${row}` }
    } else {
      cells.push(...Array.from({ length: rangeLength }, (_, index) => value[index] ?? null))
      references[name] = { cell: `${letter(first)}${row}:${letter(first + rangeLength - 1)}${row}` }
    }
  }
  return [
    ...Array.from({ length: twinColumn }, (_, index) => cells[index] ?? null),
    { formula: nativeFormula(metric, references) },
  ]
}

const twinColumn = rangeLength + 4

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

const everywhere = libreOffice ? test : test.skip
everywhere(
  'LibreOffice computes the native twin of every metric to the same value or the same error',
  async () => {
    const asked = typed.flatMap(metric => {
      const worked = metric.examples.map(({ given }) => given as Arguments)
      const random = fc.sample(argumentsFor(metric, rangeLength), { numRuns: runsPerMetric, seed: 20260101 })
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
