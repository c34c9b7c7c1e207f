/// <reference types="office-js" />
import type { Area } from '../../shared/workbook/area'
import type { WholeWrite } from '../../shared/workbook/holes'
import { piecesOf, rangeOf } from './read'

type Filled = WholeWrite['cells'][number][number]

/** A part of a write that goes in one round trip. */
export interface WritePiece {
  readonly piece: Area
  readonly cells: WholeWrite['cells']
}

export function writePieces({ area, cells }: WholeWrite): readonly WritePiece[] {
  return piecesOf(area).map(piece => ({
    piece,
    cells: cells.slice(piece.top - area.top, piece.bottom - area.top + 1),
  }))
}

/** Queues a piece as one block. `formats` are those of its cells now; unknown in a sheet that is new. */
export function queueWrite(
  sheet: Excel.Worksheet,
  { piece, cells }: WritePiece,
  formats: readonly (readonly string[])[] | undefined,
): void {
  const range = rangeOf(sheet, piece)
  // In a cell of plain text everything would be text.
  if (formats?.some(row => row.includes('@'))) {
    range.numberFormat = formats.map(row => row.map(format => (format === '@' ? 'General' : format)))
  }
  range.formulas = cells.map(row => row.map(valueFor))
}

/** The apostrophe makes a text of whatever follows; null would leave the cell as it is. */
function valueFor(content: Filled): string | number | boolean {
  if (content === null || content === '') return ''
  if (typeof content === 'string') return `'${content}`
  return typeof content === 'object' ? content.formula : content
}
