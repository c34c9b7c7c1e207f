import { helpers, Model } from '@odoo/o-spreadsheet'
import type { Edit, Overview } from '../shared/workbook/steps'
import type { Template } from '../shared/workbook/template'
import { wallClock } from '../shared/workbook/wall-clock'
import { workbookData } from './autosave'
import type { WorkbookData } from './table-sheet'
import { applyEdits } from './workbook/edits'
import { overview } from './workbook/overview'

/** What makes a template where nothing is yet. */
export const editsAlone = ({ edits }: Template): readonly Edit[] =>
  edits({ ...nothingThere, now: wallClock(new Date()) })

const nothingThere: Omit<Overview, 'now'> = {
  ...{ sheets: [], names: {}, prefix: '' },
  locale: { language: 'en-GB', decimal: '.', separator: ',' },
}

/** A workbook that is the template and nothing else, with its first page shown. */
export function templateWorkbook(template: Template): WorkbookData {
  const model = new Model(helpers.createEmptyWorkbookData())
  const [{ name: empty = '' } = {}] = overview(model).sheets
  applyEdits(model, [...editsAlone(template), { do: 'remove sheet', sheet: empty }])
  return workbookData(model)
}
