/// <reference types="office-js" />
import { fills, formats, weights } from '../../shared/workbook/looks'
import type { Look } from '../../shared/workbook/steps'

const sides = { left: 'Left', centre: 'Center', right: 'Right' } as const

export function lookAs(range: Excel.Range, { format, weight, fill, align, wrap }: Look): void {
  // One value for all cells, as Excel allows but its types do not say.
  if (format !== undefined) range.numberFormat = formats[format] as unknown as string[][]
  if (wrap !== undefined) range.format.wrapText = wrap
  if (align !== undefined) range.format.horizontalAlignment = sides[align]
  if (weight !== undefined) {
    const style = weights[weight]
    range.format.font.bold = style.bold
    // Excel's normal text is a point larger than that of the others.
    range.format.font.size = style.size + 1
    range.format.font.color = `#${style.colour ?? '000000'}`
    if (style.fill === undefined) range.format.fill.clear()
    else range.format.fill.color = `#${style.fill}`
  }
  if (fill !== undefined) range.format.fill.color = `#${fills[fill]}`
}

/** Of so many letters of the normal font, with the cell's padding. */
export function pointsOf(letters: number): number {
  return letters * 5.25 + 3.75
}
