import type { Model } from '@odoo/o-spreadsheet'
import { addressText, cellAt } from '../../shared/workbook/area'
import type { Write } from '../../shared/workbook/holes'
import type { Content } from '../../shared/workbook/steps'
import { accepted, type Dispatch } from './edits'
import { sheetIdOf } from './overview'

export function writeCells(model: Model, dispatch: Dispatch, { area, cells }: Write): void {
  const sheetId = sheetIdOf(model, area.sheet)
  for (const [row, contents] of cells.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content === undefined) continue
      const position = { sheetId, col: area.left + column, row: area.top + row }
      // In a cell of plain text a number and a formula would be one.
      const wasText = model.getters.getCell(position)?.format === '@'
      const given = { content: contentFor(content), ...(wasText && { format: '' }) }
      const result = dispatch('UPDATE_CELL', { ...position, ...given })
      accepted(result, addressText(cellAt(area.sheet, position.row, position.col)))
    }
  }
}

/** As if typed; the apostrophe keeps a text that reads like something else the text that it is. */
function contentFor(content: Exclude<Content, undefined>): string {
  if (content === null) return ''
  if (typeof content === 'object') return content.formula
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE'
  // Commands are in English, whatever the locale; only what is typed and shown is not.
  if (typeof content === 'number') return String(content)
  return mayReadAsOther.test(content) ? `'${content}` : content
}

/** Numbers and dates have a digit. */
const mayReadAsOther = /\d|^\s*[='+@#-]|^\s*(?:true|false)\s*$/i
