import { hashOf } from '../../definitions/hash'
import type { Cell } from '../../values'

/** A row of the Provenance sheet; every cell of it is a text. */
export const columns = [
  ...(['kind', 'cell', 'metric', 'in_words', 'value', 'original', 'handed_over', 'from'] as const),
  ...(['definitions', 'version', 'as_of', 'inputs', 'note'] as const),
]

export type Line = { readonly [Column in (typeof columns)[number]]: string }

/** `about` is of the workbook, `input` of a range that numbers are computed from, `number` of a number. */
export type Kind = 'about' | 'input' | 'number'

export function line(kind: Kind, given: Partial<Line>): Line {
  const filled: Record<string, string> = {}
  for (const column of columns) filled[column] = given[column] ?? ''
  return { ...filled, kind } as Line
}

export const cellsOfLine = (one: Line): readonly string[] => columns.map(column => one[column])

export function lineOfCells(cells: readonly Cell[]): Line {
  const given = Object.fromEntries(columns.map((column, place) => [column, String(cells[place] ?? '')]))
  return given as Line
}

/** Of all lines but the one that holds it: a line that was changed, added or taken away since shows. */
export function sealOf(lines: readonly Line[]): string {
  // A line break within a cell is another one in each program.
  return hashOf(
    lines
      .filter(one => one.metric !== 'seal')
      .flatMap(one => cellsOfLine(one).map(text => text.replace(/\r\n?/g, '\n'))),
  )
}
