import { fills, formats, weights } from '../../shared/workbook/looks'
import type { Look } from '../../shared/workbook/steps'

type Range = GoogleAppsScript.Spreadsheet.Range

export function lookAs(range: Range, { format, weight, fill, align, wrap }: Look): void {
  if (format !== undefined) range.setNumberFormat(formats[format])
  if (wrap !== undefined) range.setWrap(wrap)
  if (align !== undefined) range.setHorizontalAlignment(align === 'centre' ? 'center' : align)
  if (weight !== undefined) {
    const style = weights[weight]
    range.setFontWeight(style.bold ? 'bold' : 'normal')
    range.setFontSize(style.size)
    range.setFontColor(hex(style.colour))
    range.setBackground(hex(style.fill))
  }
  if (fill !== undefined) range.setBackground(hex(fills[fill]))
}

/** Google takes null for what is usual. */
export function hex(colour: string | undefined): string | null {
  return colour === undefined ? null : `#${colour}`
}

/** Of so many letters of the normal font, with the cell's padding. */
export function pixelsOf(letters: number): number {
  return Math.round(letters * 7 + 12)
}
