import { termsFor } from '../../definitions/resolve'
import { readDefinitions } from '../../definitions/table'
import {
  type Argument,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Matrix,
  type Result,
  shown,
} from '../../values'
import { isRow } from '../is-row'
import type { TableName } from '../schema'
import { schemas } from '../schemas'
import { openTable, type Table } from '../table'
import { cellProblems, footerProblems } from './cells'
import { checksOf } from './index'
import type { Problem } from './problems'
import { ruleProblems } from './rules'
import { currencyProblems, duplicateProblems } from './together'

/**
 * DATA_CHECK(table, [kind], [definitions]): what is wrong with the rows of a table, one line for each: row of the
 * range, column, problem, remedy. `kind` names the table where its headers do not tell.
 */
export function dataCheck([table, kind, definitions]: readonly Argument[]): Result {
  const name = kindOf(kind)
  if (isCellError(name)) return name
  const set = readDefinitions(definitions)
  if (isCellError(set)) return set
  // All rows are checked by what is approved today, whatever their dates.
  const governed = termsFor(set, 0, 'restated')
  if (isCellError(governed)) return governed
  const opened = openTable(table, 1, name)
  if (isCellError(opened)) return opened
  const counts = isRow(opened)
  const rows = [...opened.rows.keys()].filter(row => row > 0 && counts(row))
  const checks = checksOf[opened.schema.name]
  const problems = [
    ...footerProblems(opened, table as Matrix, rows),
    ...cellProblems(opened, rows),
    ...(checks.unique ? duplicateProblems(opened, checks.unique, rows) : []),
    ...currencyProblems(opened, rows),
    ...ruleProblems(opened, checks, governed.terms, rows),
  ]
  if (problems.length === 0) return [['', '', nothingWrong(opened, rows.length), '']]
  return problems.sort((a, b) => a.row - b.row).map(lineOf)
}

function lineOf({ row, column, problem, remedy }: Problem): readonly (number | string)[] {
  return [row, column, problem, remedy]
}

function nothingWrong({ schema }: Table, count: number): string {
  return `nothing wrong: ${schema.name}, ${count} ${count === 1 ? 'row' : 'rows'} checked`
}

function kindOf(kind: Argument): TableName | undefined | CellError {
  const cell = isMatrix(kind) ? kind[0]?.[0] : kind
  if (isBlank(cell)) return undefined
  if (isCellError(cell)) return cell
  const name = String(cell).trim().toLowerCase()
  if (Object.keys(schemas).includes(name)) return name as TableName
  return cellError(
    '#VALUE!',
    `kind is ${shown(cell)}: leave it blank, or name one of ${Object.keys(schemas).join(', ')}`,
  )
}
