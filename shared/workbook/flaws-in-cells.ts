import type { Area } from './area'
import { type Flaw, type Inspected, worstFirst } from './flaw'
import { mixedBases } from './flaws-of-bases'
import { definitionsOf, flawsOfCalls } from './flaws-of-calls'
import { averagedRates, isRate, type RatesWithin } from './flaws-of-rates'
import { flawsOfValues } from './flaws-of-values'
import { typedOver } from './flaws-typed-over'
import { nameArea } from './locate'
import { type OwnCall, ownCalls, ownName } from './own-calls'
import type { UsedDefinitions } from './questions'
import { readFormula } from './read-formula'
import { metricsOfSheet } from './sheet-metrics'
import { rectanglesOf, shapesOf } from './sheet-shapes'
import type { Block, Overview } from './steps'
import { metricCalled } from './values-told'

/** What is wrong with the cells of a sheet, worst first, and which definitions its formulas go by. */
export interface CellsChecked {
  readonly flaws: readonly Flaw[]
  readonly used: readonly UsedDefinitions[]
}

const functionNames = /[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu
const worthReading = /^(average|averagea|averageif|averageifs)$/i

/** Looks through all cells of a sheet, its formulas read once for all cells into which they were filled. */
export function flawsInCells(block: Block, overview: Overview): CellsChecked {
  const shapes = shapesOf(block)
  const metricOf = metricsOfSheet(block, overview)
  const isOfInterest = interestIn(block)
  const inspected = rectanglesOf(shapes, block.area).flatMap((area): Inspected[] => {
    const formula = formulaAt(block, area.top, area.left)
    if (!isOfInterest(formula)) return []
    const expression = readFormula(formula)
    return [{ area, formula, expression, calls: ownCalls(expression), overview, metricOf }]
  })
  const rates = ratesOf(inspected, block)
  const flaws = [
    ...typedOver(block, shapes),
    ...flawsOfValues(block, shapes, overview),
    ...inspected.flatMap(flawsOfCalls),
    ...inspected.flatMap(mixedBases),
    ...inspected.flatMap(one => averagedRates(one, rates)),
    ...movingAsOf(block, overview),
  ]
  return { flaws: worstFirst(flaws), used: usedIn(inspected) }
}

function formulaAt({ area, formulas }: Block, row: number, column: number): string {
  return formulas[row - area.top]?.[column - area.left] ?? ''
}

/** Ours, and what may be made of ours; there are many formulas in a workbook, and reading one takes its time. */
function interestIn({ formulas }: Block): (formula: string) => boolean {
  const hasCac = formulas.some(row => row.some(formula => formula.includes('CAC')))
  const known = new Map<string, boolean>()
  const isKnown = (name: string): boolean => {
    const found = known.get(name) ?? (worthReading.test(name) || ownName(name) !== undefined)
    known.set(name, found)
    return found
  }
  return formula => (hasCac && formula.includes('/')) || (formula.match(functionNames) ?? []).some(isKnown)
}

/** Finds the rates within an area; by columns, so that thousands of averages do not go through them again. */
function ratesOf(inspected: readonly Inspected[], block: Block): RatesWithin {
  const columns = new Map<number, { rows: number[]; name: string }>()
  for (const { area, calls, expression, metricOf } of inspected) {
    if (calls.length === 0) continue
    const differs = calls.some(namesByCell)
    const everywhere = differs ? undefined : metricOf(expression)
    if (!differs && !everywhere) continue
    for (let column = area.left; column <= area.right; column++) {
      for (let row = area.top; row <= area.bottom; row++) {
        const metric = everywhere ?? metricOf(readFormula(formulaAt(block, row, column)))
        const declared = metric && metricCalled(metric.name)
        if (!declared || !isRate(declared)) continue
        const found = columns.get(column) ?? { rows: [], name: declared.name }
        columns.set(column, found)
        found.rows.push(row)
      }
    }
  }
  for (const { rows } of columns.values()) rows.sort((a, b) => a - b)
  return ({ sheet, top, bottom, left, right }) => {
    if (sheet !== block.area.sheet) return undefined
    let count = 0
    let name: string | undefined
    for (const [column, { rows, name: rate }] of columns) {
      if (column < left || column > right) continue
      const within = firstFrom(rows, bottom + 1) - firstFrom(rows, top)
      count += within
      if (within > 0) name ??= rate
    }
    return name === undefined ? undefined : { count, name }
  }
}

/** Whether its cells may be of different metrics, since the name stands in another cell. */
function namesByCell({ name, call }: OwnCall): boolean {
  const isNamed = name === 'METRIC' || name === 'RESTATED' || name === 'AS_REPORTED'
  return isNamed && call.args[0]?.kind !== 'text' && call.args[0]?.kind !== 'array'
}

/** How many of the sorted rows come before one. */
function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** AS_OF that is computed by the clock moves every number that goes by it. */
function movingAsOf(block: Block, overview: Overview): readonly Flaw[] {
  const area = nameArea('AS_OF', overview)
  if (!area || area.sheet !== block.area.sheet) return []
  const formula = formulaAt(block, area.top, area.left)
  if (!/\b(TODAY|NOW)\(/i.test(formula)) return []
  return [
    {
      ...{ kind: 'volatile', area, holds: formula },
      detail:
        'AS_OF is today’s date by itself: every number changes overnight, and yesterday’s cannot be shown again.',
      remedy: 'Type the day up to which the data goes.',
    },
  ]
}

function usedIn(inspected: readonly Inspected[]): readonly UsedDefinitions[] {
  const found = new Map<string, { definitions: string; first: Area; count: number }>()
  for (const { area, formula, calls, overview } of inspected) {
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1)
    for (const own of calls) {
      const place = definitionsOf(own, area.sheet, overview)
      if (place === undefined) continue
      const argument = own.call.args[place]
      const written = argument ? formula.slice(argument.start, argument.end) : ''
      const definitions = written === '""' ? '' : written
      const before = found.get(definitions)
      if (before) before.count += cells
      else
        found.set(definitions, {
          definitions,
          first: { ...area, bottom: area.top, right: area.left },
          count: cells,
        })
    }
  }
  return [...found.values()]
}
