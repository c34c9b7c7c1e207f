import type { Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { toExcelFormula } from './xlsx/formulas'
import { addLastValues } from './xlsx/last-values'
import { type NamedZone, writeNames } from './xlsx/names'
import { restoreWholeColumns } from './xlsx/whole-columns'

/** The workbook as an xlsx file: formulas with their last values, formats, charts, and the named ranges. */
export async function saveXlsx(model: Model): Promise<Blob> {
  const zip = new JSZip()
  const { files } = await model.exportXLSX()
  for (const file of files) {
    if ('content' in file) zip.file(file.path, mend(file.path, file.content, model))
    else zip.file(file.path, file.imageSrc.replace(/^data:[^,]*,/, ''), { base64: true })
  }
  return zip.generateAsync({
    type: 'blob',
    compression: 'DEFLATE',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** What o-spreadsheet leaves out or writes in its own way. */
function mend(path: string, xml: string, model: Model): string {
  if (path === 'xl/workbook.xml') return writeNames(xml, namedZones(model))
  // The quote that keeps text from being read as a formula is this spreadsheet's own.
  if (path === 'xl/sharedStrings.xml') return xml.replace(/(<t(?:\s[^>]*)?>)(?:'|&apos;)/g, '$1')
  const sheetIndex = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1]
  if (sheetIndex === undefined) return xml
  const sheetId = model.getters.getSheetIds()[Number(sheetIndex)] ?? ''
  return restoreWholeColumns(addLastValues(xml, sheetId, model), sheetId, model).replace(
    /(<f\b[^>]*>)([^<]*)(<\/f>)/g,
    (_, before, formula, after) => before + toExcelFormula(formula) + after,
  )
}

function namedZones({ getters }: Model): NamedZone[] {
  const sheetIds = getters.getSheetIds()
  return getters.getNamedRanges().map(({ name, range }) => ({
    name,
    sheetIndex: sheetIds.indexOf(range.sheetId),
    range: getters.getRangeString(range, range.sheetId).replace(/^.*!/, ''),
  }))
}
