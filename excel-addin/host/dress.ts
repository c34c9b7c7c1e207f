/// <reference types="office-js" />
import type { Area } from '../../shared/workbook/area'
import {
  type Choices,
  type Condition,
  conditionFormula,
  type Dress,
  isList,
  type Print,
} from '../../shared/workbook/dress'
import { conditionColours } from '../../shared/workbook/looks'
import { addChart } from './charts'
import { rangeOf } from './read'

/** Dresses a new sheet. Its charts take a round trip of their own. */
export async function dress(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { frozen, gridlines, charts = [], conditions = [], choices = [], print }: Dress,
): Promise<void> {
  const rangeAt = (area: Area) => rangeOf(context.workbook.worksheets.getItem(area.sheet), area)
  if (frozen !== undefined) freeze(sheet, frozen)
  if (gridlines === false) sheet.showGridlines = false
  for (const condition of conditions) colour(rangeAt(condition.area), condition)
  for (const one of choices) offer(rangeAt(one.area), one, rangeAt)
  if (print !== undefined) setPrint(sheet, print)
  for (const chart of charts) await addChart(context, sheet, chart, rangeAt)
}

function freeze(sheet: Excel.Worksheet, { rows, columns }: Dress['frozen'] & object): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns))
  else if (rows > 0) sheet.freezePanes.freezeRows(rows)
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns)
}

function colour(range: Excel.Range, condition: Condition): void {
  const { rule, format } = range.conditionalFormats.add('Custom').custom
  const { text, fill } = conditionColours[condition.look]
  rule.formula = conditionFormula(condition)
  format.font.color = `#${text}`
  format.fill.color = `#${fill}`
}

function offer(
  { dataValidation }: Excel.Range,
  { from, strict }: Choices,
  rangeAt: (area: Area) => Excel.Range,
) {
  const source = isList(from) ? from.join(',') : rangeAt(from)
  dataValidation.rule = { list: { inCellDropDown: true, source } }
  const message = 'Choose one of the list: the arrow beside the cell opens it.'
  const style = strict ? 'Stop' : 'Warning'
  dataValidation.errorAlert = { showAlert: true, style, title: 'Not in the list', message }
}

/** As wide as a page; as many pages as it takes. */
function setPrint({ pageLayout }: Excel.Worksheet, { landscape, headerRows }: Print): void {
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait'
  pageLayout.zoom = { horizontalFitToPages: 1 }
  if (headerRows > 0) pageLayout.setPrintTitleRows(`$1:$${headerRows}`)
}

/**
 * Locks cells of a sheet and nothing else on it, without a password: Review → Unprotect Sheet is enough to change them.
 * The last thing that is done to a sheet, since a script, too, may not write into what is locked.
 */
export function guard(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  sheet.getRange().format.protection.locked = false
  for (const area of areas) rangeOf(sheet, area).format.protection.locked = true
  sheet.protection.protect({
    ...{ allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true },
    ...{ allowAutoFilter: true, allowSort: true, allowEditObjects: true },
  })
}
