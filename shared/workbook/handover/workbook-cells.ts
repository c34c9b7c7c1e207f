import type { Matrix } from '../../values'
import { type Area, addressText } from '../area'
import { wholeBlock } from '../check/check-sheet'
import { blanks, type CellsRead, filledUp } from '../formulas/cells-read'
import { wholeSheet } from '../inverse'
import type { Block, Overview, Steps } from '../steps'

/** All that a workbook holds, read once. */
export interface WorkbookRead {
  readonly overview: Overview
  /** By sheet; those that hold nothing are left out. */
  readonly blocks: ReadonlyMap<string, Block>
  readonly cells: CellsRead
}

export function* workbookCells(overview: Overview): Steps<WorkbookRead> {
  const blocks = new Map<string, Block>()
  for (const area of overview.sheets.flatMap(wholeSheet)) blocks.set(area.sheet, yield* wholeBlock(area))
  return { overview, blocks, cells: cellsOf(blocks) }
}

/** The same area is the same matrix, so that what is known of it is known again. */
function cellsOf(blocks: ReadonlyMap<string, Block>): CellsRead {
  const known = new Map<string, Matrix>()
  return area => {
    if (area.top === area.bottom && area.left === area.right) return matrixAt(area, blocks.get(area.sheet))
    const key = addressText(area)
    const found = known.get(key) ?? matrixAt(area, blocks.get(area.sheet))
    known.set(key, found)
    return found
  }
}

function matrixAt(area: Area, block: Block | undefined): Matrix {
  const { top, left, bottom, right } = area
  // Beyond the last cell of a sheet there is nothing to read.
  if (!block || top > block.area.bottom || left > block.area.right) return blanks(area)
  const values = block.values.slice(top, bottom + 1).map(row => row.slice(left, right + 1))
  return filledUp(area, { area, values, formulas: [] })
}
