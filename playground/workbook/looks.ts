import { fills, formats, weights } from '../../shared/workbook/looks'
import type { Look } from '../../shared/workbook/steps'

/** A look in the spreadsheet's own terms. */
export function lookAs({ format, weight, fill, align, wrap }: Look) {
  return {
    ...(format !== undefined && { format: format === 'general' ? '' : formats[format] }),
    style: {
      ...(weight !== undefined && weighted(weight)),
      ...(fill !== undefined && { fillColor: `#${fills[fill]}` }),
      ...(align !== undefined && { align: align === 'centre' ? ('center' as const) : align }),
      ...(wrap !== undefined && { wrapping: wrap ? ('wrap' as const) : ('overflow' as const) }),
    },
  }
}

function weighted(weight: NonNullable<Look['weight']>) {
  const { bold, size, colour, fill } = weights[weight]
  return { bold, fontSize: size, textColor: hex(colour), fillColor: hex(fill) }
}

/** The spreadsheet takes an empty text for what is usual. */
const hex = (colour: string | undefined) => (colour === undefined ? '' : `#${colour}`)

/** Of so many letters of the normal font, with the cell's padding. */
export function pixelsOf(letters: number): number {
  return Math.round(letters * 7.2 + 24)
}
