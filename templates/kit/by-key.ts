import { columnLetters } from '../../shared/workbook/area'
import type { Content, Look } from '../../shared/workbook/steps'
import { f } from './formulas'
import { at, type Part } from './page'

type Format = NonNullable<Look['format']>

/** A further number of each row. */
export interface Beside {
  readonly header: string
  /** Of the condition that a row's key makes. */
  readonly formula: (where: string) => string
  readonly format: Format
}

/** Rows that METRIC_BY fills with {key, value, n}, and beside each what else is to be known of its key. */
export const byKey =
  (options: {
    readonly headers: readonly [key: string, value: string, n: string]
    readonly formula: string
    /** The column that the key is of, in the tables asked beside. */
    readonly column: string
    readonly format: Format
    readonly beside: readonly Beside[]
    readonly rows: number
    /** How many of them a chart shows. */
    readonly shown: number
    readonly label: Content
    readonly anchor: string
  }): Part =>
  corner => {
    const { headers, formula, column, format, beside, rows, shown, label, anchor } = options
    const key = (row: number) => `$${columnLetters(corner.left)}${corner.top + 3 + row}`
    const line = (row: number): Content[] =>
      beside.map(one => f(`IF(${key(row)}="","",${one.formula(`"${column}="&${key(row)}`)})`))
    const formats: (Format | undefined)[] = [undefined, format, 'whole', ...beside.map(one => one.format)]
    return {
      cells: [
        [label],
        [...headers, ...beside.map(({ header }) => header)],
        ...Array.from({ length: rows }, (_, row) => [
          ...(row === 0 ? [f(formula)] : [undefined]),
          ...[undefined, undefined],
          ...line(row),
        ]),
      ],
      looks: [
        [at(corner, 0, 0), { weight: 'quiet' }],
        [at(corner, 1, 0, 1, formats.length), { weight: 'header' }],
        ...formats.flatMap((one, index) =>
          one
            ? ([
                [at(corner, 1, index), { align: 'right' }],
                [at(corner, 2, index, rows), { format: one }],
              ] as const)
            : [],
        ),
      ],
      anchors: {
        [`${anchor}.keys`]: at(corner, 2, 0, rows),
        ...Object.fromEntries(
          formats.map((_, index) => [`${anchor}.${index + 1}`, at(corner, 2, index, shown)]),
        ),
      },
    }
  }
