import type { Look } from '../../shared/workbook/steps'

const formats: Record<NonNullable<Look['format']>, string> = {
  general: '',
  text: '@',
  whole: '#,##0',
  decimals: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

const weights = {
  title: { bold: true, fontSize: 20, textColor: '#1F4E5F', fillColor: '' },
  header: { bold: true, fontSize: 10, textColor: '#1F3A44', fillColor: '#EAF0F2' },
  strong: { bold: true, fontSize: 10, textColor: '', fillColor: '' },
  quiet: { bold: false, fontSize: 9, textColor: '#5B6B73', fillColor: '' },
  plain: { bold: false, fontSize: 10, textColor: '', fillColor: '' },
} as const satisfies Record<NonNullable<Look['weight']>, object>

/** A look in the spreadsheet's own terms. */
export function lookAs({ format, weight, wrap }: Look) {
  return {
    ...(format !== undefined && { format: formats[format] }),
    style: {
      ...(weight !== undefined && weights[weight]),
      ...(wrap !== undefined && { wrapping: wrap ? ('wrap' as const) : ('overflow' as const) }),
    },
  }
}

/** Of so many letters of the normal font, with the cell's padding. */
export function pixelsOf(letters: number): number {
  return Math.round(letters * 7.2 + 24)
}
