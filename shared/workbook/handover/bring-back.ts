import { type Area, addressText, parseAddress } from '../area'
import { change } from '../change'
import { formulaTokens } from '../formulas/formula-tokens'
import { prefixed } from '../formulas/prefixed'
import type { BroughtBack } from '../questions'
import { holds } from '../same'
import { type Edit, type Overview, overview, Refused, type Steps } from '../steps'
import type { Line } from './line'
import { inFormula, valueContent, valueOfText } from './literal'
import { type Provenance, provenance, provenanceName } from './provenance-sheet'
import { type WorkbookRead, workbookCells } from './workbook-cells'
import { type Placed, seenAt, writesOf } from './writes'

/** A formula that was handed over, with all the cells that it filled. */
export interface Origin {
  readonly formula: string
  readonly cell: Area
  readonly lines: readonly (readonly [Area, Line])[]
}

/** What bringing back comes to. */
export interface BackPlan {
  readonly restored: readonly Origin[]
  /** Somebody has typed over them since: they stay as they are. */
  readonly left: readonly Origin[]
  readonly placed: readonly Placed[]
  readonly provenance: Provenance
  readonly read: WorkbookRead
}

/**
 * Puts the formulas back that a handed-over workbook was made of, and takes its Provenance sheet away. What somebody
 * has typed over since stays as it is.
 */
export function* bringBack(): Steps<BroughtBack> {
  const { restored, left, placed, provenance, read } = yield* backPlan()
  const writes = writesOf(placed)
  const spilled = placed.filter(({ content }) => content === null).map(({ cell }) => cell)
  const edits: readonly Edit[] = [
    ...writes,
    { do: 'name', name: provenanceName, area: undefined },
    { do: 'remove sheet', sheet: provenance.sheet },
  ]
  const expected = [...writes.map(({ area }) => seenAt(area, read)), provenance.block]
  const done = yield* change(expected, edits, [], spilled)
  if (done.outcome !== 'done') return done
  return { ...done, restored: restored.length, left: left.map(({ cell }) => cell) }
}

export function* backPlan(): Steps<BackPlan> {
  const around = yield* overview()
  const found = yield* provenance(around)
  if (!found.sealed) {
    throw new Refused(
      `${found.sheet} was changed since the workbook was handed over: what it says of the formulas cannot be relied upon. Take the original, or an unchanged copy.`,
    )
  }
  const read = yield* workbookCells(around)
  const origins = originsOf(found.lines)
  const isUntouched = ({ lines }: Origin) => lines.every(([cell, one]) => isAsHandedOver(cell, one, read))
  const restored = origins.filter(isUntouched)
  return {
    ...{ restored, left: origins.filter(origin => !restored.includes(origin)), provenance: found, read },
    placed: restored.flatMap(origin => contentsOf(origin, around.prefix)),
  }
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
export function isAsHandedOver(cell: Area, { handed_over, value }: Line, read: WorkbookRead): boolean {
  const shown = read.blocks.get(cell.sheet)?.values[cell.top]?.[cell.left] ?? null
  const content = handed_over === '' ? valueContent(valueOfText(value)) : { formula: comparable(handed_over) }
  return holds(content, formulaIn(cell, read), shown)
}

/** The formula of a cell, as far as programs leave it as it was. */
export function formulaIn({ sheet, top, left }: Area, { blocks }: WorkbookRead): string {
  const formula = blocks.get(sheet)?.formulas[top]?.[left] ?? ''
  // LibreOffice saves a truth as a formula.
  return /^=(TRUE|FALSE)\(\)$/i.test(formula) ? '' : comparable(formula)
}

/** A formula's numbers to the digits that every program saves. */
export function comparable(formula: string): string {
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === 'number' ? String(inFormula(Number(text))) : text))
    .join('')
}

/** What a formula spills into has to be empty. */
function contentsOf({ formula, lines }: Origin, prefix: Overview['prefix']): readonly Placed[] {
  return lines.map(([cell, { original }]) => ({
    cell,
    content: original === '' ? null : { formula: prefixed(formula, prefix) },
  }))
}
