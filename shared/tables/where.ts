import { type Cell, type CellError, cellError, isBlank, isCellError, shown } from '../values'
import { normalised } from './headers'
import type { Rows } from './rows'

export interface Condition {
  readonly column: string
  readonly value: string
}

/** Reads `owner=Ana; source=web`. */
export function parseWhere(where: Cell | undefined): readonly Condition[] | CellError {
  if (isBlank(where)) return []
  if (isCellError(where)) return where
  if (typeof where !== 'string') {
    return cellError('#VALUE!', `where is ${shown(where)}: write column=value, several joined by “;”`)
  }
  const conditions: Condition[] = []
  for (const part of where.split(';').filter(text => text.trim() !== '')) {
    const equals = part.indexOf('=')
    if (equals < 1) {
      return cellError('#VALUE!', `where has “${part.trim()}”: write column=value, several joined by “;”`)
    }
    conditions.push({ column: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() })
  }
  return conditions
}

/** Whether a row meets every condition. Text is compared regardless of case, ids to the letter. */
export function filterOf(rows: Rows, conditions: readonly Condition[]): (row: number) => boolean {
  const tests = conditions.map(condition => testOf(rows, condition))
  return row => tests.every(test => test(row))
}

function testOf(rows: Rows, { column, value }: Condition): (row: number) => boolean {
  const read = rows.column(column)
  const exact = isExact(rows, column)
  const wanted = exact ? value : value.toLowerCase()
  return row => {
    const text = String(read(row) ?? '').trim()
    return (exact ? text : text.toLowerCase()) === wanted
  }
}

/** Whether a column is one of ids, whose capitals count. */
export function isExact({ schema }: Rows, column: string): boolean {
  const canonical = Object.keys(schema.columns).find(name => normalised(name) === normalised(column))
  return canonical !== undefined && schema.columns[canonical]?.type === 'id'
}
