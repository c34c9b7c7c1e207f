import { type Area, addressText, parseAddress } from '../area'
import { change } from '../change'
import type { BroughtBack } from '../questions'
import { holds } from '../same'
import { type Edit, overview, Refused, type Steps } from '../steps'
import type { Line } from './line'
import { valueContent, valueOfText } from './literal'
import { withPrefix } from './prefix'
import { provenance, provenanceName } from './provenance-sheet'
import { type WorkbookRead, workbookCells } from './workbook-cells'
import { type Placed, seenAt, writesOf } from './writes'

/** A formula that was handed over, with all the cells that it filled. */
export interface Origin {
  readonly formula: string
  readonly cell: Area
  readonly lines: readonly (readonly [Area, Line])[]
}

/**
 * Puts the formulas back that a handed-over workbook was made of, and takes its Provenance sheet away. What somebody
 * has typed over since stays as it is.
 */
export function* bringBack(): Steps<BroughtBack> {
  const around = yield* overview()
  const { sheet, block, lines, sealed } = yield* provenance(around)
  if (!sealed) {
    throw new Refused(
      `${sheet} was changed since the workbook was handed over: what it says of the formulas cannot be relied upon. Take the original, or an unchanged copy.`,
    )
  }
  const read = yield* workbookCells(around)
  const origins = originsOf(lines)
  const untouched = origins.filter(({ lines }) =>
    lines.every(([cell, one]) => isAsHandedOver(cell, one, read)),
  )
  const placed = untouched.flatMap(origin => contentsOf(origin, around.prefix))
  const writes = writesOf(placed)
  const spilled = placed.filter(({ content }) => content === null).map(({ cell }) => cell)
  const edits: readonly Edit[] = [
    ...writes,
    { do: 'name', name: provenanceName, area: undefined },
    { do: 'remove sheet', sheet },
  ]
  const expected = [...writes.map(({ area }) => seenAt(area, read)), block]
  const done = yield* change(expected, edits, [], spilled)
  const left = origins.filter(origin => !untouched.includes(origin)).map(({ cell }) => cell)
  return done.outcome === 'done' ? { ...done, restored: untouched.length, left } : done
}

export function originsOf(lines: readonly Line[]): readonly Origin[] {
  const origins = new Map<string, { formula: string; cell: Area; lines: (readonly [Area, Line])[] }>()
  for (const one of lines) {
    const cell = one.kind === 'number' ? parseAddress(one.cell, '') : undefined
    if (!cell) continue
    if (one.original !== '')
      origins.set(addressText(cell), { formula: one.original, cell, lines: [[cell, one]] })
    else origins.get(one.from)?.lines.push([cell, one])
  }
  return [...origins.values()]
}

/** Whether a cell still holds what it was handed over with. */
export function isAsHandedOver(cell: Area, { handed_over, value }: Line, { blocks }: WorkbookRead): boolean {
  const block = blocks.get(cell.sheet)
  const formula = block?.formulas[cell.top]?.[cell.left] ?? ''
  const shown = block?.values[cell.top]?.[cell.left] ?? null
  return holds(
    handed_over === '' ? valueContent(valueOfText(value)) : { formula: handed_over },
    formula,
    shown,
  )
}

/** What a formula spills into has to be empty. */
function contentsOf({ formula, lines }: Origin, prefix: string): readonly Placed[] {
  return lines.map(([cell, { original }]) => ({
    cell,
    content: original === '' ? null : { formula: withPrefix(formula, prefix) },
  }))
}
