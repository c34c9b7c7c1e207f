import { cellAt } from '../area'
import { filledFormula } from '../formulas/relative-formula'
import type { Block } from '../steps'
import type { Flaw } from './flaw'
import type { Shapes } from './sheet-shapes'

/** Fewer formulas for each typed number than this are no column of formulas with a slip in it. */
const formulasPerNumber = 3

/** A cell without a formula, and the last one before it that has one. */
interface Typed {
  readonly cell: number
  readonly model: number
}

/**
 * Numbers typed over a formula: where the formulas before and behind it in the column, or in the row, are one and the
 * same as seen from their cells. A spilled array has numbers below its formula too, but no such formula behind them.
 */
export function typedOver(block: Block, shapes: Shapes): readonly Flaw[] {
  const { rows, columns } = shapes
  const seen = new Set<number>()
  const found: Flaw[] = []
  for (let column = 0; column < columns; column++) {
    look(rows, row => row * columns + column, 'column')
  }
  for (let row = 0; row < rows; row++) look(columns, column => row * columns + column, 'row')
  return found

  /** One column or row: `place` gives the cell of each step along it. */
  function look(length: number, place: (step: number) => number, line: 'column' | 'row'): void {
    let from = 0
    for (let step = 1; step <= length; step++) {
      if (step < length && !isEmpty(place(step))) continue
      lookWithin(from, step, place, line)
      from = step + 1
    }
  }

  function lookWithin(from: number, end: number, place: (step: number) => number, line: string): void {
    const counts = new Map<number, { formulas: number; typed: Typed[] }>()
    let [before, waiting]: [number, number[]] = [-1, []]
    for (let step = from; step < end; step++) {
      const cell = place(step)
      const shape = shapes.at[cell] as number
      if (shape === 0) {
        waiting.push(cell)
        continue
      }
      const known = counts.get(shape) ?? { formulas: 0, typed: [] }
      counts.set(shape, known)
      known.formulas++
      if (before >= 0 && shapes.at[before] === shape) {
        for (const typed of waiting) known.typed.push({ cell: typed, model: before })
      }
      before = cell
      waiting = []
    }
    for (const { formulas, typed } of counts.values()) {
      if (formulas < typed.length * formulasPerNumber) continue
      for (const one of typed) add(one, line)
    }
  }

  function isEmpty(cell: number): boolean {
    if (shapes.at[cell] !== 0) return false
    const value = valueAt(cell)
    return value === null || value === ''
  }

  function valueAt(cell: number) {
    return block.values[Math.floor(cell / columns)]?.[cell % columns] ?? null
  }

  function add({ cell, model }: Typed, line: string): void {
    const value = valueAt(cell)
    if (typeof value !== 'number' || seen.has(cell)) return
    seen.add(cell)
    const [down, across] = [
      Math.floor(cell / columns) - Math.floor(model / columns),
      (cell % columns) - (model % columns),
    ]
    const formula = filledFormula(
      block.formulas[Math.floor(model / columns)]?.[model % columns] ?? '',
      down,
      across,
    )
    const { sheet, top, left } = block.area
    found.push({
      kind: 'typed over',
      area: cellAt(sheet, top + Math.floor(cell / columns), left + (cell % columns)),
      holds: String(value),
      detail: `A number was typed where the ${line} has a formula: it stays as it is when everything around it changes.`,
      remedy: `Put the formula of the ${line} back, or note beside it why it differs.`,
      mend: () => formula,
    })
  }
}
