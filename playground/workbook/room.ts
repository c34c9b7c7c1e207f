import type { Model } from '@odoo/o-spreadsheet'
import { reachOf } from '../../shared/workbook/reach'
import type { Edit } from '../../shared/workbook/steps'
import { accepted, type Dispatch } from './edits'

/**
 * A sheet ends where it ends: rows and columns have to be added for all that edits reach. Before any name covers its
 * last row, or the name would grow with them.
 */
export function makeRoom(
  { getters }: Model,
  dispatch: Dispatch,
  sheetId: string,
  edits: readonly Edit[],
): void {
  const sheetName = getters.getSheetName(sheetId)
  const add = (dimension: 'ROW' | 'COL', base: number, quantity: number) => {
    if (quantity <= 0) return
    const added = { sheetId, sheetName, dimension, base, quantity, position: 'after' } as const
    accepted(dispatch('ADD_COLUMNS_ROWS', added), sheetName)
  }
  const { rows, columns } = reachOf(edits, sheetName)
  const { bottom, right } = getters.getSheetZone(sheetId)
  add('ROW', bottom, rows - 1 - bottom)
  add('COL', right, columns - 1 - right)
}
