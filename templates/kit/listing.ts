import type { Content, Look } from '../../shared/workbook/steps'
import { f } from './formulas'
import { at, type Part } from './page'

type Format = NonNullable<Look['format']>

/** Rows that one formula fills, beneath their headers and what they are. */
export const listing =
  (options: {
    readonly headers: readonly string[]
    readonly formula: string
    /** What stands beneath: METRIC_LABEL of the metric, or a sentence. */
    readonly label?: Content
    readonly formats?: readonly (Format | undefined)[]
    /** Columns of text that stand beside numbers. */
    readonly centred?: readonly number[]
    /** How many rows it may come to fill. */
    readonly rows: number
    /** How many of them a chart shows. */
    readonly shown?: number
    readonly anchor?: string
  }): Part =>
  corner => {
    const { headers, formula, label, formats = [], centred = [], rows, shown = rows, anchor } = options
    const width = headers.length
    return {
      cells: [
        ...(label === undefined ? [] : [[label]]),
        [...headers],
        [f(formula), ...Array<undefined>(width - 1).fill(undefined)],
      ],
      rows: rows + 1 + (label === undefined ? 0 : 1),
      looks: [
        ...(label === undefined ? [] : [[at(corner, 0, 0), { weight: 'quiet' }] as const]),
        [at(corner, headerRow(label), 0, 1, width), { weight: 'header' }],
        ...centred.map(
          column => [at(corner, headerRow(label), column, rows + 1), { align: 'centre' }] as const,
        ),
        ...formats.flatMap((format, column) =>
          format
            ? ([
                [at(corner, headerRow(label), column), { align: 'right' }],
                [at(corner, headerRow(label) + 1, column, rows), { format }],
              ] as const)
            : [],
        ),
      ],
      anchors: Object.fromEntries(
        anchor === undefined
          ? []
          : headers.flatMap((_, column) => [
              [`${anchor}.${column + 1}`, at(corner, headerRow(label) + 1, column, shown)],
              ...Array.from({ length: shown }, (_, row) => [
                `${anchor}.${column + 1}.${row + 1}`,
                at(corner, headerRow(label) + 1 + row, column),
              ]),
            ]),
      ),
    }
  }

const headerRow = (label: Content): number => (label === undefined ? 0 : 1)
