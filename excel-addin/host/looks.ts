/// <reference types="office-js" />
import type { Look } from '../../shared/workbook/steps'

const formats: Record<NonNullable<Look['format']>, string> = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  decimals: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

export function lookAs(range: Excel.Range, { format, weight, wrap }: Look): void {
  // One value for all cells, as Excel allows but its types do not say.
  if (format !== undefined) range.numberFormat = formats[format] as unknown as string[][]
  if (wrap !== undefined) range.format.wrapText = wrap
  if (weight === undefined) return
  const { font, fill } = range.format
  font.bold = weight !== 'plain' && weight !== 'quiet'
  font.size = weight === 'title' ? 16 : 11
  font.color = weight === 'quiet' ? '#5F6368' : '#000000'
  if (weight === 'header') fill.color = '#EAF0F2'
  else fill.clear()
}

/** Of so many letters of the normal font, with the cell's padding. */
export function pointsOf(letters: number): number {
  return letters * 5.25 + 3.75
}
