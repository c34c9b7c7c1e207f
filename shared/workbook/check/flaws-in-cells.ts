import type { Terms } from '../../definitions/term'
import { builtInTerms } from '../../definitions/terms'
import type { Area } from '../area'
import { nameArea } from '../formulas/locate'
import { ownCalls, ownName } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import type { UsedDefinitions } from '../questions'
import type { Block, Overview } from '../steps'
import { type Flaw, type Inspected, worstFirst } from './flaw'
import { mixedBases } from './flaws-of-bases'
import { definitionsOf, flawsOfCalls } from './flaws-of-calls'
import { flawsOfHosts } from './flaws-of-hosts'
import { averagedRates } from './flaws-of-rates'
import { flawsOfValues } from './flaws-of-values'
import { typedOver } from './flaws-typed-over'
import { ratesOfSheet } from './rates-of-sheet'
import { metricsOfSheet } from './sheet-metrics'
import { rectanglesOf, shapesOf } from './sheet-shapes'

/** What is wrong with the cells of a sheet, worst first, and which definitions its formulas go by. */
export interface CellsChecked {
  readonly flaws: readonly Flaw[]
  readonly used: readonly UsedDefinitions[]
}

const functionNames = /[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu
const worthReading = /^(average|averagea|averageif|averageifs)$/i

/**
 * Looks through all cells of a sheet, its formulas read once for all cells into which they were filled.
 * @param terms what the team's definitions say in the end, where it has any
 */
export function flawsInCells(block: Block, overview: Overview, terms: Terms = builtInTerms): CellsChecked {
  const shapes = shapesOf(block)
  const metricOf = metricsOfSheet(block, overview)
  const isOfInterest = interestIn(block)
  const inspected = rectanglesOf(shapes, block.area).flatMap((area): Inspected[] => {
    const formula = formulaAt(block, area.top, area.left)
    if (!isOfInterest(formula)) return []
    const expression = readFormula(formula)
    return [{ area, formula, expression, calls: ownCalls(expression), overview, metricOf, terms }]
  })
  const rates = ratesOfSheet(inspected, block)
  const flaws = [
    ...typedOver(block, shapes),
    ...flawsOfValues(block, shapes, overview),
    ...flawsOfHosts(block, overview),
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
