import { addressText, cellAt } from '../area'
import { change } from '../change'
import type { Done, Finding } from '../questions'
import { type Block, type Edit, type Overview, overview, read, type Steps } from '../steps'
import { checkedCells, findingOf } from './check-sheet'
import type { Flaw } from './flaw'

type Mended = Done<{ readonly mended: number }>

/**
 * Mends what a check found: every cell of each finding, `mended` of them in the end. The sheets are looked through
 * again, and nothing is written unless the same is still wrong in the same way; so a page can have nothing written that
 * a check would not propose.
 */
export function* mend({ findings }: { readonly findings: readonly Finding[] }): Steps<Mended> {
  const around = yield* overview()
  const asked = findings.filter(({ mended }) => mended !== undefined)
  if (asked.length === 0)
    return { outcome: 'refused', reason: 'There is nothing in it that can be mended by itself.' }
  const still: Flaw[] = []
  for (const sheet of new Set(asked.map(({ area }) => area.sheet))) {
    const isThere = around.sheets.some(({ name }) => name === sheet)
    const flaws = isThere ? (yield* checkedCells(sheet, around)).flaws : []
    const known = new Map(flaws.map(flaw => [keyOf(findingOf(flaw, around.locale)), flaw]))
    for (const finding of asked.filter(({ area }) => area.sheet === sheet)) {
      const flaw = known.get(keyOf(finding))
      if (!flaw) return yield* moved(finding, around)
      still.push(flaw)
    }
  }
  return yield* written(still)
}

function keyOf({ kind, area, holds, mended = '' }: Finding): string {
  return [kind, addressText(area), holds, mended].join('\n')
}

function* moved({ area }: Finding, { sheets }: Overview): Steps<Mended> {
  if (!sheets.some(({ name }) => name === area.sheet)) {
    return { outcome: 'refused', reason: `There is no sheet ${area.sheet} any more.` }
  }
  const [found] = yield* read([area])
  return { outcome: 'conflict', found: found ?? { area, values: [], formulas: [] } }
}

function* written(flaws: readonly Flaw[]): Steps<Mended> {
  const areas = new Map(flaws.map(({ area }) => [addressText(area), area]))
  const blocks = yield* read([...areas.values()])
  const cells = mendedCells(
    flaws,
    new Map([...areas.keys()].map((key, index) => [key, blocks[index] as Block])),
  )
  const done = yield* change(blocks, editsFor([...cells.values()]))
  return done.outcome === 'done' ? { ...done, mended: cells.size } : done
}

/** Cells below each other are written at once. */
function editsFor(cells: readonly MendedCell[]): readonly Edit[] {
  const found: { sheet: string; column: number; top: number; bottom: number; formulas: string[] }[] = []
  const sorted = [...cells].sort(
    (a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) || a.column - b.column || a.row - b.row,
  )
  for (const { sheet, row, column, formula } of sorted) {
    const last = found[found.length - 1]
    if (last && last.sheet === sheet && last.column === column && last.bottom === row - 1) {
      last.bottom = row
      last.formulas.push(formula)
    } else found.push({ sheet, column, top: row, bottom: row, formulas: [formula] })
  }
  return found.map(({ sheet, column, top, bottom, formulas }) => ({
    do: 'write',
    area: { sheet, top, bottom, left: column, right: column },
    cells: formulas.map(formula => [formula === '' ? null : { formula }]),
  }))
}

interface MendedCell {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly formula: string
}

/** Several things may be wrong with one cell: each is mended in what the others left. */
function mendedCells(
  flaws: readonly Flaw[],
  blocks: ReadonlyMap<string, Block>,
): ReadonlyMap<string, MendedCell> {
  const cells = new Map<string, MendedCell>()
  for (const { area, mend } of flaws) {
    const { formulas = [] } = blocks.get(addressText(area)) ?? {}
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = addressText(cellAt(area.sheet, row, column))
        const before = cells.get(key)?.formula ?? formulas[row - area.top]?.[column - area.left] ?? ''
        const formula = mend?.(before, row, column)
        if (formula !== undefined) cells.set(key, { sheet: area.sheet, row, column, formula })
      }
    }
  }
  return cells
}
