import type { Field, Fields, Term, TermValue } from './term'
import { termNamed } from './terms'

/** A term's value as it stands in a cell; `parseTerm` reads it back to the same value. */
export function writeTerm(id: string, value: TermValue): string | number | boolean {
  const term = termNamed(id)
  if (value === null) return 'none'
  if (typeof value !== 'object') return value
  if (isList(value)) return value.length === 0 ? 'none' : value.join(', ')
  const rows = Object.entries(value)
  if (rows.length === 0) return 'none'
  return rows.map(([key, row]) => `${key}: ${rowText(term, row)}`).join('; ')
}

function rowText(term: Term | undefined, row: Field | Fields): string {
  if (typeof row !== 'object') return fieldText(row)
  const names = term?.type === 'table' ? Object.keys(term.fields) : []
  const fields = names.map(name => fieldText(row[name]))
  while (fields[fields.length - 1] === '') fields.pop()
  return fields.join('/')
}

function fieldText(field: Field | undefined): string {
  if (typeof field === 'boolean') return field ? 'yes' : 'no'
  return String(field ?? '')
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value)
}
