import type { Terms } from '../../definitions/term'
import { type Cell, isCellError } from '../../values'
import { isEmpty } from '../cells'
import { placesOf } from '../headers'
import { contextOf, type Rows } from '../rows'
import type { Table } from '../table'
import { type Check, outcomeCodes, type TableChecks } from './check'
import { alike, type Problem } from './problems'
import { readable } from './readable'

/** What the rules of the table find, each row for itself. */
export function ruleProblems(
  table: Table,
  { wanted, checks }: TableChecks,
  terms: Terms,
  rows: readonly number[],
): readonly Problem[] {
  const known = { ...terms, [outcomeCodes]: codesOf(terms) }
  const { name } = table.schema
  const source = contextOf(new Map([[name, table]]), known, undefined).rows(name)
  const isAsked = ({ unless = '' }: { unless?: string }): boolean => (terms[unless] ?? null) === null
  const missing =
    wanted && isAsked(wanted) && placeOf(table, wanted.columns) === undefined
      ? [{ row: 1, column: '', problem: `no column ${wanted.columns.join(' or ')}`, remedy: wanted.remedy }]
      : []
  return [...missing, ...checks.filter(isAsked).flatMap(check => problemsOf(table, source, check, rows))]
}

/** A code that is subtracted is one that is known. */
function codesOf(terms: Terms): readonly string[] {
  return [...Object.keys(terms['outcome.codes'] ?? {}), ...(terms['lead.net_subtract_codes'] as string[])]
}

function problemsOf(table: Table, source: Rows, check: Check, rows: readonly number[]): readonly Problem[] {
  const place = placeOf(table, check.columns)
  const read = readable(() => source.read('when' in check ? check.when : check.reads))
  if (place === undefined || !read) return []
  const column = String(table.rows[0]?.[place])
  const found = alike()
  for (const row of rows) {
    const cell = table.rows[row]?.[place] ?? null
    const value = readable(() => read(row))
    const isWrong = 'when' in check ? value === true : value === undefined && holdsSomething(cell)
    if (!isWrong) continue
    const problem = check.problem.replace('{cell}', () => String(cell).trim())
    found.add({ row: row + 1, column, problem, remedy: check.remedy })
  }
  return found.found()
}

function placeOf({ schema, headers }: Table, columns: readonly string[]): number | undefined {
  return columns.flatMap(column => placesOf(schema, column, headers))[0]
}

/** A blank cell is told as such, and so is one that is itself an error. */
function holdsSomething(cell: Cell): boolean {
  return !isEmpty(cell) && !isCellError(cell)
}
