import { normalised } from '../../tables/headers'
import { fittingTables } from '../../tables/recognise'
import { schemas } from '../../tables/schemas'
import { openTable } from '../../tables/table'
import { type Cell, isBlank, isCellError } from '../../values'
import { type Block, read, type Steps } from '../steps'
import type { TableHead } from './located-table'

/** Rows at the end of a report that are looked through for its totals and notes. */
const footerRows = 40
/** Gaps after which the header of another table is looked for. */
const mostGaps = 10

/** The last row of each table: what its key columns fill, up to the next header, without a report's footer. */
export function* tableEnds(heads: readonly TableHead[]): Steps<readonly number[]> {
  const keys = heads.map(keyColumns)
  const columns = yield* read(
    heads.flatMap((head, index) =>
      (keys[index] as readonly number[]).map(column => {
        return {
          sheet: head.sheet.name,
          top: head.row + 1,
          bottom: Math.max(head.sheet.rows - 1, head.row + 1),
          left: column,
          right: column,
        }
      }),
    ),
  )
  let next = 0
  const filled = heads.map((_, index) => {
    const own = (keys[index] as readonly number[]).map(() => columns[next++] as Block)
    return rowsFilled(own)
  })
  const starts = filled.map((rows, index) => startsAfterGaps(rows, heads[index] as TableHead))
  const rows = yield* read(
    heads.flatMap((head, index) =>
      (starts[index] as readonly number[]).map(row => {
        return { sheet: head.sheet.name, top: row, bottom: row, left: head.left, right: head.right }
      }),
    ),
  )
  let place = 0
  const ends = heads.map((head, index) => {
    const own = (starts[index] as readonly number[]).map(
      row => [row, rows[place++]?.values[0] ?? []] as const,
    )
    const [stop] = own.find(([, cells]) => isHeader(cells)) ?? [Number.POSITIVE_INFINITY]
    return lastFilled(filled[index] as readonly boolean[], head, stop)
  })
  return yield* withoutFooters(heads, ends)
}

/** The columns without which a row is none; of a kind that is open, the first few. */
function keyColumns({ table, columns, left, right }: TableHead): readonly number[] {
  const places = columns.flatMap(({ column, place }) =>
    table && column !== undefined && schemas[table].columns[column]?.key ? [left + place] : [],
  )
  if (places.length > 0) return places
  return Array.from({ length: Math.min(4, right - left + 1) }, (_, index) => left + index)
}

/** By row below the header: whether any of the columns holds something. */
function rowsFilled(blocks: readonly Block[]): readonly boolean[] {
  const length = Math.max(0, ...blocks.map(({ values }) => values.length))
  return Array.from({ length }, (_, row) => blocks.some(({ values }) => !isBlank(values[row]?.[0])))
}

/** The first rows after blank ones, and the two below each: a title may stand above a header. */
function startsAfterGaps(filled: readonly boolean[], { row }: TableHead): readonly number[] {
  const first = filled.flatMap((isFilled, index) =>
    isFilled && index > 0 && !filled[index - 1] ? [index] : [],
  )
  return first.slice(0, mostGaps).flatMap(index => [0, 1, 2].map(further => row + 1 + index + further))
}

function isHeader(cells: readonly Cell[]): boolean {
  const filled = cells.filter(cell => !isBlank(cell))
  return filled.every(cell => typeof cell === 'string') && fittingTables(cells.map(normalised)).length > 0
}

function lastFilled(filled: readonly boolean[], { row }: TableHead, stop: number): number {
  let last = Math.min(filled.length, stop - row - 1) - 1
  while (last >= 0 && !filled[last]) last--
  return row + 1 + last
}

function* withoutFooters(heads: readonly TableHead[], ends: readonly number[]): Steps<readonly number[]> {
  const tails = yield* read(
    heads.map(({ sheet, row, left, right }, index) => {
      const end = ends[index] as number
      return {
        sheet: sheet.name,
        left,
        right,
        bottom: Math.max(end, row + 1),
        top: Math.max(row + 1, end - footerRows),
      }
    }),
  )
  return heads.map((head, index) => {
    const [end, tail] = [ends[index] as number, tails[index]?.values ?? []]
    if (!head.table || end === head.row) return end
    const headers = head.columns.map(({ column, header }) => column ?? header)
    const opened = openTable([headers, ...tail], 1, head.table)
    return isCellError(opened) ? end : end - (tail.length - (opened.rows.length - 1))
  })
}
