import type { Terms } from '../../definitions/term'
import { type Cell, isCellError } from '../../values'
import { isEmpty } from '../cells'
import { placesOf } from '../headers'
import { contextOf, type Rows } from '../rows'
import type { Reader, Table } from '../table'
import { type Check, outcomeCodes, type TableChecks } from './check'
import { alike, type Problem } from './problems'

/** What the rules of the table find, each row for itself. */
export function ruleProblems(
  table: Table,
  { wanted, checks }: TableChecks,
  terms: Terms,
  counts: (row: number) => boolean,
): readonly Problem[] {
  const known = { ...terms, [outcomeCodes]: codesOf(terms) }
  const rows = contextOf(new Map([[table.schema.name, table]]), known, undefined).rows(table.schema.name)
  const isSettled = ({ unless }: { unless?: string }): boolean =>
    unless !== undefined && (terms[unless] ?? null) !== null
  const asked = checks.filter(check => !isSettled(check))
  const missing =
    wanted && !isSettled(wanted) && placeOf(table, wanted.columns) === undefined
      ? [{ row: 1, column: '', problem: `no column ${wanted.columns.join(' or ')}`, remedy: wanted.remedy }]
      : []
  return [...missing, ...asked.flatMap(check => problemsOf(table, rows, check, counts))]
}

/** A code that is subtracted is one that is known. */
function codesOf(terms: Terms): readonly string[] {
  return [...Object.keys(terms['outcome.codes'] ?? {}), ...(terms['lead.net_subtract_codes'] as string[])]
}

function problemsOf(
  table: Table,
  rows: Rows,
  check: Check,
  counts: (row: number) => boolean,
): readonly Problem[] {
  const place = placeOf(table, check.columns)
  const read = readable(() => rows.read('when' in check ? check.when : check.reads))
  if (place === undefined || !read) return []
  const found = alike()
  for (let row = 1; row < table.rows.length; row++) {
    if (!counts(row)) continue
    const cell = table.rows[row]?.[place] ?? null
    const isWrong = 'when' in check ? readable(() => read(row)) === true : isUnknown(read, row, cell)
    if (!isWrong) continue
    const problem = check.problem.replace('{cell}', () => String(cell).trim())
    found.add({ row: row + 1, column: String(table.rows[0]?.[place]), problem, remedy: check.remedy })
  }
  return found.found()
}

function placeOf({ schema, headers }: Table, columns: readonly string[]): number | undefined {
  return columns.flatMap(column => placesOf(schema, column, headers))[0]
}

/** A blank cell is told as such, and so is one that is itself an error. */
function isUnknown(read: Reader, row: number, cell: Cell): boolean {
  return !isEmpty(cell) && !isCellError(cell) && readable(() => read(row)) === undefined
}

/** Undefined where a cell that is asked for cannot be read, or a column is missing. */
function readable<Found>(read: () => Found): Found | undefined {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return undefined
    throw thrown
  }
}
