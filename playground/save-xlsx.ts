import type { Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { toExcelFormula } from './xlsx/formulas'
import { type NamedZone, writeNames } from './xlsx/names'

const excelErrors = '#DIV/0!|#N/A|#NAME\\?|#NULL!|#NUM!|#REF!|#VALUE!'
const errorValue = new RegExp(
  `(<c\\b[^>]*\\b)t="str"([^>]*>\\s*<f\\b[\\s\\S]*?</f>\\s*<v>(?:${excelErrors})</v>)`,
  'g',
)

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
  if (!path.startsWith('xl/worksheets/sheet')) return xml
  return xml
    .replace(
      /(<f\b[^>]*>)([^<]*)(<\/f>)/g,
      (_, before, formula, after) => before + toExcelFormula(formula) + after,
    )
    .replace(errorValue, '$1t="e"$2')
}

function namedZones({ getters }: Model): NamedZone[] {
  const sheetIds = getters.getSheetIds()
  return getters.getNamedRanges().map(({ name, range }) => ({
    name,
    sheetIndex: sheetIds.indexOf(range.sheetId),
    range: getters.getRangeString(range, range.sheetId),
  }))
}
