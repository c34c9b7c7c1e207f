import { columnLetters } from '../../shared/workbook/area'
import type { Condition } from '../../shared/workbook/dress'
import type { Content, Look } from '../../shared/workbook/steps'
import { at, type Part } from './page'

type Format = NonNullable<Look['format']>

/** Rows that are written cell by cell, beneath their headers. */
export const table =
  (options: {
    readonly headers: readonly string[]
    readonly rows: readonly (readonly Content[])[]
    /** Of a column, or of each row where rows are of different kinds. */
    readonly formats?: readonly (Format | undefined)[]
    readonly rowFormats?: readonly (Format | undefined)[]
    /** Columns that people fill in, columns of small letters, of wrapped text. */
    readonly inputs?: readonly number[]
    readonly quiet?: readonly number[]
    readonly wrapped?: readonly number[]
    readonly centred?: readonly number[]
    /** Of a column, what its cells are to be chosen from. */
    readonly choices?: Readonly<Record<number, readonly string[]>>
    /** Colours of a column's cells: `{cell}` in the formula is the first of them. */
    readonly colours?: readonly {
      readonly column: number
      readonly when: string
      readonly look: Condition['look']
    }[]
    readonly anchor?: string
  }): Part =>
  corner => {
    const {
      headers,
      rows,
      formats = [],
      rowFormats,
      inputs = [],
      quiet = [],
      wrapped = [],
      choices = {},
    } = options
    const { centred = [], colours = [], anchor } = options
    const column = (index: number) => at(corner, 1, index, rows.length)
    const numbers = headers.length - 1
    return {
      cells: [
        [...headers],
        ...rows.map(row =>
          Array.from({ length: headers.length }, (_, index) => (index < row.length ? row[index] : null)),
        ),
      ],
      looks: [
        [at(corner, 0, 0, 1, headers.length), { weight: 'header' }],
        ...(rowFormats ? [[at(corner, 0, 1, 1, numbers), { align: 'right' }] as const] : []),
        ...(rowFormats ?? []).flatMap((format, index) =>
          format ? [[at(corner, 1 + index, 1, 1, numbers), { format }] as const] : [],
        ),
        ...formats.flatMap((format, index) =>
          format
            ? ([
                [at(corner, 0, index), { align: 'right' }],
                [column(index), { format }],
              ] as const)
            : [],
        ),
        ...quiet.flatMap(
          index =>
            [
              [at(corner, 0, index), { align: 'left' }],
              [column(index), { weight: 'quiet', wrap: true }],
            ] as const,
        ),
        ...centred.map(index => [at(corner, 0, index, rows.length + 1), { align: 'centre' }] as const),
        ...wrapped.flatMap(
          index =>
            [
              [at(corner, 0, index), { align: 'left' }],
              [column(index), { wrap: true }],
            ] as const,
        ),
      ],
      inputs: inputs.map(column),
      choices: Object.entries(choices).map(([index, from]) => ({
        area: column(Number(index)),
        from,
        strict: true,
      })),
      conditions: colours.map(({ column: index, when, look }) => {
        const { left, top } = column(index)
        return { area: column(index), when: when.replace(/\{cell\}/g, cellText(left, top)), look }
      }),
      anchors:
        anchor === undefined
          ? {}
          : Object.fromEntries([
              ...headers.map((_, index) => [`${anchor}.${index + 1}`, column(index)]),
              ...rows.flatMap((_, row) =>
                headers.map((_, index) => [`${anchor}.${index + 1}.${row + 1}`, at(corner, 1 + row, index)]),
              ),
            ]),
    }
  }

const cellText = (column: number, row: number): string => `${columnLetters(column)}${row + 1}`
