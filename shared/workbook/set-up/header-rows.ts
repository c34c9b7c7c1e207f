import { normalised } from '../../tables/headers'
import { fittingTables } from '../../tables/recognise'
import { type Cell, isBlank } from '../../values'
import { hasRecordColumns } from '../definitions/record-table'
import type { Block } from '../steps'

/** Where a table may begin: its header row and the columns that it takes, as places within a block. */
export interface HeaderRow {
  readonly row: number
  readonly left: number
  readonly right: number
}

/**
 * The header rows in the first rows of a sheet: reports have titles and filters above, and tables may stand side by
 * side, a blank column between them.
 */
export function headerRows(block: Block): readonly HeaderRow[] {
  const found: HeaderRow[] = []
  const candidates = block.values.flatMap((_, row) => runsAt(block, row).map(run => ({ row, ...run })))
  const isFree = ({ left, right }: HeaderRow) =>
    !found.some(other => other.left <= right && left <= other.right)
  // Headers that are known go before rows that only look like some.
  for (const one of candidates) if (isFree(one) && isKnown(block, one)) found.push(one)
  for (const one of candidates) if (isFree(one) && isLikely(block, one)) found.push(one)
  return found.filter(one => !hasRecordColumns(headersAt(block, one)))
}

function headersAt({ values }: Block, { row, left, right }: HeaderRow): readonly Cell[] {
  return (values[row] ?? []).slice(left, right + 1)
}

function isKnown(block: Block, run: HeaderRow): boolean {
  return fittingTables(headersAt(block, run).map(normalised)).length > 0
}

/** Several columns of typed data under texts: an export whose headers nobody knows. */
function isLikely({ values, formulas }: Block, run: HeaderRow): boolean {
  const headers = (values[run.row] ?? []).slice(run.left, run.right + 1)
  const below = values.slice(run.row + 1).map(row => row.slice(run.left, run.right + 1))
  const filled = below.filter(row => row.filter(cell => !isBlank(cell)).length * 2 > row.length)
  const typed = headers.filter((_, place) => filled.some(row => typeof row[place] === 'number'))
  const computed = formulas
    .slice(run.row)
    .some(row => row.slice(run.left, run.right + 1).some(text => text !== ''))
  return headers.length >= 4 && filled.length >= 3 && typed.length > 0 && !computed
}

/** Stretches of a row that could be headers: all texts, between columns that are blank from there on down. */
function runsAt({ values }: Block, row: number): readonly Omit<HeaderRow, 'row'>[] {
  const width = Math.max(0, ...values.slice(row).map(cells => cells.length))
  const isUsed = (column: number) => values.slice(row).some(cells => !isBlank(cells[column]))
  const runs: { left: number; right: number }[] = []
  for (let column = 0; column < width; column++) {
    const last = runs[runs.length - 1]
    if (!isUsed(column)) continue
    if (last?.right === column - 1) last.right = column
    else runs.push({ left: column, right: column })
  }
  return runs.flatMap(run => {
    const whole = trimmed(values[row] ?? [], run)
    const pieces = piecesOf(values[row] ?? [], whole)
    const isKnownTable = ({ left, right }: Run): boolean =>
      fittingTables((values[row] ?? []).slice(left, right + 1).map(normalised)).length > 0
    const known = pieces.filter(isKnownTable)
    // A header may be a year or a sign, as long as the others are known.
    return (known.length > 1 ? known : [whole]).filter(
      piece => isKnownTable(piece) || isHeaderLike(values[row] ?? [], piece),
    )
  })
}

type Run = Omit<HeaderRow, 'row'>

/** Without columns at its ends that have no header. */
function trimmed(cells: readonly Cell[], { left, right }: Run): Run {
  while (left < right && isBlank(cells[left])) left++
  while (right > left && isBlank(cells[right])) right--
  return { left, right }
}

/** Cut where a header is blank: something stands between two tables now and then. */
function piecesOf(cells: readonly Cell[], { left, right }: Run): readonly Run[] {
  const pieces: { left: number; right: number }[] = []
  for (let column = left; column <= right; column++) {
    const last = pieces[pieces.length - 1]
    if (isBlank(cells[column])) continue
    if (last?.right === column - 1) last.right = column
    else pieces.push({ left: column, right: column })
  }
  return pieces
}

function isHeaderLike(cells: readonly Cell[], { left, right }: Run): boolean {
  const headers = cells.slice(left, right + 1)
  const filled = headers.filter(cell => !isBlank(cell))
  const isText = (cell: Cell) => typeof cell === 'string' && /\p{L}/u.test(cell) && cell.length <= 120
  return filled.length > 1 && filled.length * 2 > headers.length && filled.every(isText)
}
