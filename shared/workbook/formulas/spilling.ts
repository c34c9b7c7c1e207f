import { isCellError, isMatrix } from '../../values'
import { type Area, cellAt } from '../area'
import { type Block, type Overview, read, type Steps } from '../steps'
import { argumentValue, isForeign, type Surroundings } from './argument-values'
import { cellsOf } from './cells-read'
import { namesGiven, ownCalls } from './own-calls'
import { readFormula } from './read-formula'

/** As far as a result of ours reaches in practice; further away nobody looks for the cause of a number. */
const farthest = { rows: 400, columns: 60 }

/** Each has to be computed. */
const mostTried = 12

/** The formula that fills a cell which holds none: the cell where it stands; undefined where the value was typed. */
export function* spilledFrom(cell: Area, overview: Overview): Steps<Area | undefined> {
  const spill = yield* spillOver(cell, overview)
  return spill && cellAt(spill.sheet, spill.top, spill.left)
}

/** All cells that the formula fills which fills this one; undefined where the value was typed. */
export function* spillOver(cell: Area, overview: Overview): Steps<Area | undefined> {
  const area = {
    ...cell,
    top: Math.max(0, cell.top - farthest.rows),
    left: Math.max(0, cell.left - farthest.columns),
  }
  const [block] = yield* read([area])
  for (const place of block ? candidates(block) : []) {
    const found = cellAt(cell.sheet, area.top + place.row, area.left + place.column)
    const expression = readFormula(block?.formulas[place.row]?.[place.column] ?? '')
    if (ownCalls(expression).length === 0) continue
    const cells = yield* cellsOf([expression], cell.sheet, overview)
    const around: Surroundings = {
      ...{ overview, cell: found, cells },
      ...{ given: namesGiven(expression), known: new WeakMap() },
    }
    const result = argumentValue(expression, around)
    if (isForeign(result) || !isMatrix(result)) continue
    const shown = block?.values[place.row]?.[place.column] ?? null
    // Where something typed stands in its way, the formula shows an error of the spreadsheet's and fills nothing.
    if (isCellError(shown) && !isCellError(result[0]?.[0] ?? null)) continue
    if (result[cell.top - found.top]?.[cell.left - found.left] === undefined) continue
    const width = Math.max(...result.map(row => row.length))
    return { ...found, bottom: found.top + result.length - 1, right: found.left + width - 1 }
  }
  return undefined
}

/** Formulas from which to the last cell of the block no other one stands: the nearest first. */
function candidates({ formulas }: Block): readonly { row: number; column: number }[] {
  const found: { row: number; column: number }[] = []
  const last = { row: formulas.length - 1, column: (formulas[0]?.length ?? 0) - 1 }
  /** The column up to which, going left, all rows so far are free of formulas. */
  let free = 0
  for (let row = last.row; row >= 0; row--) {
    for (let column = last.column; column >= free; column--) {
      if ((formulas[row]?.[column] ?? '') === '') continue
      found.push({ row, column })
      free = column + 1
    }
    if (free > last.column) break
  }
  return found.slice(0, mostTried)
}
