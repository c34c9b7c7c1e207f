import type { Look } from '../../shared/workbook/steps'

type Range = GoogleAppsScript.Spreadsheet.Range

const formats: Record<NonNullable<Look['format']>, string> = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  decimals: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

export function lookAs(range: Range, { format, weight, wrap }: Look): void {
  if (format !== undefined) range.setNumberFormat(formats[format])
  if (wrap !== undefined) range.setWrap(wrap)
  if (weight === undefined) return
  range.setFontWeight(weight === 'plain' || weight === 'quiet' ? 'normal' : 'bold')
  range.setFontSize(weight === 'title' ? 14 : 10)
  range.setFontColor(weight === 'quiet' ? '#5f6368' : null)
  range.setBackground(weight === 'header' ? '#eaf0f2' : null)
}

/** Of so many letters of the normal font, with the cell's padding. */
export function pixelsOf(letters: number): number {
  return Math.round(letters * 7 + 12)
}
