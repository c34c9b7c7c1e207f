import { at, type Part } from './page'

/** Rows for people to write in; a column without a header is left alone, one with choices is chosen from. */
export const notes =
  (
    headers: readonly string[],
    rows: number,
    choices: Readonly<Record<number, readonly string[]>> = {},
  ): Part =>
  corner => ({
    cells: [headers.map(header => header || null)],
    rows: rows + 1,
    looks: [
      [at(corner, 0, 0, 1, headers.length), { weight: 'header' }],
      ...headers.flatMap((header, column) =>
        header === '' ? [] : [[at(corner, 1, column, rows), { wrap: true }] as const],
      ),
    ],
    inputs: headers.flatMap((header, column) => (header === '' ? [] : [at(corner, 1, column, rows)])),
    choices: Object.entries(choices).map(([column, from]) => ({
      ...{ area: at(corner, 1, Number(column), rows), from, strict: true },
    })),
  })
