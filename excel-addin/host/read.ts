/// <reference types="office-js" />
import type { Cell } from '../../shared/values'
import type { Area } from '../../shared/workbook/area'
import { type Block, Refused } from '../../shared/workbook/steps'
import { endOf, usedRange } from './overview'

/** Excel on the web hands over 5 MB at once; so many cells with their formulas stay far below. */
export const mostCells = 20_000

export async function readAreas(
  context: Excel.RequestContext,
  asked: readonly Area[],
): Promise<readonly Block[]> {
  if (asked.length === 0) return []
  const sheets = await sheetsNamed(
    context,
    asked.map(({ sheet }) => sheet),
  )
  const used = new Map([...sheets].map(([name, sheet]) => [name, usedRange(sheet)]))
  await context.sync()
  const blocks = asked.map(area => {
    const { rows, columns } = endOf(used.get(area.sheet) as Excel.Range)
    const clipped = {
      ...area,
      bottom: Math.min(area.bottom, rows - 1),
      right: Math.min(area.right, columns - 1),
    }
    return { area: clipped, values: [] as Cell[][], formulas: [] as string[][] }
  })
  const pieces = blocks.flatMap(block => {
    const sheet = sheets.get(block.area.sheet) as Excel.Worksheet
    return piecesOf(block.area).map(piece => ({ block, piece, range: rangeOf(sheet, piece) }))
  })
  for (const together of batches(pieces)) await readPieces(context, together)
  return blocks
}

/** Throws where one of the sheets is gone. */
export async function sheetsNamed(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<ReadonlyMap<string, Excel.Worksheet>> {
  const found = new Map([...new Set(names)].map(name => [name, sheetOrNone(context, name)]))
  await context.sync()
  for (const [name, sheet] of found) {
    if (sheet.isNullObject) throw new Refused(`There is no sheet ${name} any more.`)
  }
  return found
}

function sheetOrNone(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name)
  sheet.load('name')
  return sheet
}

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
}

/** An area in parts of whole rows, each small enough for one round trip; none of an empty area. */
export function piecesOf(area: Area): readonly Area[] {
  const width = area.right - area.left + 1
  if (width <= 0) return []
  const rows = Math.max(1, Math.floor(mostCells / width))
  const pieces: Area[] = []
  for (let top = area.top; top <= area.bottom; top += rows) {
    pieces.push({ ...area, top, bottom: Math.min(top + rows - 1, area.bottom) })
  }
  return pieces
}

interface Piece {
  readonly block: { readonly values: Cell[][]; readonly formulas: string[][] }
  readonly piece: Area
  readonly range: Excel.Range
}

export function* batches<Part extends { readonly piece: Area }>(parts: readonly Part[]): Generator<Part[]> {
  let together: Part[] = []
  let cells = 0
  for (const part of parts) {
    const { top, left, bottom, right } = part.piece
    const more = (bottom - top + 1) * (right - left + 1)
    if (cells + more > mostCells && together.length > 0) {
      yield together
      together = []
      cells = 0
    }
    together.push(part)
    cells += more
  }
  if (together.length > 0) yield together
}

async function readPieces(context: Excel.RequestContext, pieces: readonly Piece[]): Promise<void> {
  for (const { range } of pieces) range.load('values,formulas')
  await context.sync()
  // A text may read like an error; which of the two it is costs as much again to ask, and is rarely in question.
  const doubtful = pieces.filter(({ range }) => range.values.some(row => row.some(looksLikeError)))
  for (const { range } of doubtful) range.load('valueTypes')
  if (doubtful.length > 0) await context.sync()
  for (const { block, range } of pieces) {
    const types = doubtful.some(piece => piece.range === range) ? range.valueTypes : undefined
    for (const [row, values] of range.values.entries()) {
      block.values.push(values.map((value, column) => cellFrom(value, types?.[row]?.[column])))
      block.formulas.push(values.map((value, column) => formulaFrom(range.formulas[row]?.[column], value)))
    }
  }
}

const looksLikeError = (value: unknown) => typeof value === 'string' && value[0] === '#'

function cellFrom(value: unknown, type: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return type === 'Error' ? { error: String(value), reason: '' } : String(value)
}

/** Excel hands over a text `=1+1` as if it were a formula; it is none where it shows itself. */
function formulaFrom(formula: unknown, value: unknown): string {
  return typeof formula === 'string' && formula[0] === '=' && formula !== value ? formula : ''
}
