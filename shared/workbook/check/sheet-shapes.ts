import type { Area } from '../area'
import { relativeFormula } from '../formulas/relative-formula'
import type { Block } from '../steps'

/** Which cells of a sheet hold the same formula, as seen from where it stands. */
export interface Shapes {
  readonly rows: number
  readonly columns: number
  /** The number of the shape of each cell, row by row; 0 where no formula stands. */
  readonly at: Int32Array
}

/** One pass over the cells; formulas that are filled down or across share a shape. */
export function shapesOf({ area, formulas }: Block): Shapes {
  const rows = formulas.length
  const columns = area.right - area.left + 1
  const at = new Int32Array(Math.max(0, rows * columns))
  const known = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const line = formulas[row] as readonly string[]
    for (let column = 0; column < columns; column++) {
      const formula = line[column]
      if (formula === undefined || formula === '') continue
      const shape = relativeFormula(formula, area.top + row, area.left + column)
      let number = known.get(shape)
      if (number === undefined) {
        number = known.size + 1
        known.set(shape, number)
      }
      at[row * columns + column] = number
    }
  }
  return { rows, columns, at }
}

/** A rectangle of cells that share a shape, as large as rows and columns beside each other make it. */
export function rectanglesOf({ rows, columns, at }: Shapes, { sheet, top, left }: Area): readonly Area[] {
  const done: Area[] = []
  /** Those that end in the column before, by their first row. */
  let before = new Map<number, Area>()
  for (let column = 0; column < columns; column++) {
    const here = new Map<number, Area>()
    for (const run of runsIn(column)) {
      const beside = before.get(run.top)
      const goesOn =
        beside?.bottom === run.bottom && at[run.top * columns + column - 1] === at[run.top * columns + column]
      if (goesOn) before.delete(run.top)
      here.set(run.top, goesOn ? { ...beside, right: column } : run)
    }
    for (const area of before.values()) done.push(area)
    before = here
  }
  for (const area of before.values()) done.push(area)
  return done.map(area => ({
    ...{ sheet, top: area.top + top, bottom: area.bottom + top },
    ...{ left: area.left + left, right: area.right + left },
  }))

  function runsIn(column: number): readonly Area[] {
    const runs: Area[] = []
    let first = 0
    for (let row = 1; row <= rows; row++) {
      const shape = at[first * columns + column]
      if (row < rows && at[row * columns + column] === shape) continue
      if (shape) runs.push({ sheet, top: first, bottom: row - 1, left: column, right: column })
      first = row
    }
    return runs
  }
}
