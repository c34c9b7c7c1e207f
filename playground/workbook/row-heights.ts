import type { Model } from '@odoo/o-spreadsheet'
import type { Area } from '../../shared/workbook/area'
import type { Edit } from '../../shared/workbook/steps'
import { sheetIdOf } from './overview'

const padding = { across: 8, above: 6 }

/**
 * Makes rows as high as what their formulas come to: by itself the spreadsheet does so for typed texts alone. Once what
 * was edited has been computed.
 */
export function fitRows(model: Model, edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (edit.do !== 'look' || !edit.look.wrap) continue
    const sheetId = sheetIdOf(model, edit.area.sheet)
    for (let row = edit.area.top; row <= edit.area.bottom; row++) {
      const size = Math.ceil(heightOf(model, sheetId, row, edit.area))
      if (size <= model.getters.getRowSize(sheetId, row)) continue
      model.dispatch('RESIZE_COLUMNS_ROWS', { sheetId, dimension: 'ROW', elements: [row], size })
    }
  }
}

/** In pixels; 0 where the row holds no formula. */
function heightOf({ getters }: Model, sheetId: string, row: number, { left, right }: Area): number {
  let height = 0
  for (let col = left; col <= right; col++) {
    const position = { sheetId, row, col }
    if (!getters.getCell(position)?.isFormula) continue
    const maxWidth = getters.getColSize(sheetId, col) - padding.across
    const lines = getters.getCellMultiLineText(position, { maxWidth, wrapWidth: maxWidth })
    const { height: text } = getters.getMultilineTextSize(lines, getters.getCellComputedStyle(position))
    height = Math.max(height, text + padding.above)
  }
  return height
}
