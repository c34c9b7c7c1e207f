import type { Cell } from '../../shared/values'
import { weights } from '../../shared/workbook/looks'
import type { Look } from '../../shared/workbook/steps'

/** A file keeps the height of rows; a program that opens it measures no text. */
export function heightsOf(
  looks: ReadonlyMap<string, Look>,
  widths: readonly number[],
  values: readonly (readonly Cell[])[],
): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  for (const [place, { weight = 'plain', wrap }] of looks) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    const { size } = weights[weight]
    const text = String(values[row]?.[column] ?? '')
    const letters = ((widths[column] ?? 10) * 10) / size
    const lines = wrap ? linesOf(text, letters) : 1
    const height = Math.max(15, Math.round(lines * size * 1.36 + 3))
    if (height > (heights.get(row)?.height ?? 15)) heights.set(row, { height })
  }
  return heights
}

/** How many lines words take when they are broken between each other. */
function linesOf(text: string, letters: number): number {
  let [lines, left] = [1, letters]
  for (const word of text.split(' ')) {
    if (word.length > left && left < letters) {
      lines += 1
      left = letters
    }
    left -= word.length + 1
  }
  return lines
}
