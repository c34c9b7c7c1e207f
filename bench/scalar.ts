import { RRI } from '@formulajs/formulajs'
import { Decimal } from 'decimal.js'
import { formulas } from '../shared/formulas'
import type { Argument, Cell, Result } from '../shared/values'
import { randomFrom } from '../test/support/hard-numbers'
import { type Line, median } from './measure'
import { cents } from './tables'

const rows = 100_000
const random = randomFrom(7)
const returns = column(() => cents(random))
const cost = column(() => cents(random))
const years = column(() => 1 + Math.floor(random() * 40) / 4)
/** As another cell computes them: 17 digits. */
const computedYears = column(() => 1 + Math.floor(random() * 3650) / 365)

function column(cell: () => number): number[][] {
  return Array.from({ length: rows }, () => [cell()])
}

function formula(name: string): (args: readonly Argument[]) => Result {
  const found = formulas.find(known => known.name === name)
  if (!found) throw new RangeError(`there is no ${name}`)
  return found.compute
}

const roi = formula('ROI')
const annualised = formula('ROI_ANNUALISED')

function floatRoi(r: unknown, c: unknown): Cell {
  if (typeof r !== 'number' || typeof c !== 'number' || c <= 0) return null
  return (r - c) / c
}

function decimalRoi(r: number, c: number): number {
  return new Decimal(r).minus(c).div(c).toNumber()
}

function floatAnnualised(r: unknown, c: unknown, y: unknown): Cell {
  if (typeof r !== 'number' || typeof c !== 'number' || typeof y !== 'number' || c <= 0 || y < 1) return null
  return (r / c) ** (1 / y) - 1
}

const Wide = Decimal.clone({ precision: 34 })

function decimalAnnualised(r: number, c: number, y: number): number {
  return new Wide(r).div(c).pow(new Wide(1).div(y)).minus(1).toNumber()
}

type RowCompute = (r: number, c: number, y: number) => unknown

/** Row by row over the same cells, a row of cells for each result. */
function overRows(compute: RowCompute, count = rows): unknown[][] {
  const results: unknown[][] = []
  for (let row = 0; row < count; row++) {
    results.push([compute(returns[row]?.[0] as number, cost[row]?.[0] as number, years[row]?.[0] as number)])
  }
  return results
}

/** A single call is too short to be timed: the mean of 1,000. */
function single(what: string, compute: RowCompute, against?: Line): Line {
  const milliseconds = median(() => overRows(compute, 1000)) / 1000
  return against ? { what, milliseconds, against } : { what, milliseconds }
}

export const scalarLines = {
  single(): Line[] {
    const floats = single('ROI in floats, wrong in its last digit in half of all cells', floatRoi)
    const powers = single('ROI_ANNUALISED in floats', floatAnnualised)
    return [
      floats,
      single('ROI', (r, c) => roi([r, c]), floats),
      single('ROI, decimal.js alone', decimalRoi, floats),
      powers,
      single('ROI_ANNUALISED', (r, c, y) => annualised([r, c, y]), powers),
      single('RRI of formulajs', (r, c, y) => RRI(y, c, r), powers),
      single('ROI_ANNUALISED, decimal.js alone at 34 digits', decimalAnnualised, powers),
    ]
  },

  column(): Line[] {
    const floats: Line = { what: 'ROI in floats', milliseconds: median(() => overRows(floatRoi)) }
    const powers: Line = {
      what: 'ROI_ANNUALISED in floats',
      milliseconds: median(() => overRows(floatAnnualised)),
    }
    const line = (what: string, work: () => unknown, against: Line, runs?: number): Line => ({
      what,
      milliseconds: median(work, runs),
      against,
    })
    return [
      floats,
      line('ROI', () => roi([returns, cost]), floats),
      line('ROI with a margin', () => roi([returns, cost, 0.35]), floats),
      line('ROI, decimal.js alone', () => overRows(decimalRoi), floats, 3),
      powers,
      line('ROI_ANNUALISED', () => annualised([returns, cost, years]), powers),
      line('ROI_ANNUALISED, years of 17 digits', () => annualised([returns, cost, computedYears]), powers),
      line('RRI of formulajs', () => overRows((r, c, y) => RRI(y, c, r)), powers),
    ]
  },
}
