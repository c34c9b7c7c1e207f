import { hasControls } from '../letters'
import { nearest } from '../nearest'
import { shown } from '../values'
import { type Fault, isFaulty } from './fault'
import { fieldOf } from './field'
import type { Field, Fields, FieldType, RecordTerm, TableTerm } from './term'
import { worded } from './worded'

/** `won: won; negotiation: open/yes/4/0.6` */
export function parseTable(
  term: TableTerm,
  text: string,
): Readonly<Record<string, Field | Fields>> | Field | Fault {
  if (term.single && !text.includes(':')) return rowOf(term, text) as Field | Fault
  const rows = entriesOf(text, `${term.key}: ${Object.keys(term.fields).join('/')}`)
  if (isFaulty(rows)) return rows
  if (term.most !== undefined && rows.length > term.most) {
    return { fault: `it has ${rows.length} rows: ${term.most} are the most` }
  }
  const table = emptyRecord<Field | Fields>()
  for (const [written, fields] of rows) {
    const key = keyOf(term, written)
    if (key === undefined) return { fault: `${shown(written)} is no ${term.key}` }
    if (key in table) return { fault: `${shown(written)} is there twice: write it once` }
    const row = rowOf(term, fields)
    if (isFaulty(row)) return { fault: `${written}: ${row.fault}` }
    table[key] = row
  }
  return table
}

/** `metric: WIN_RATE; median: 0.22; source: Own survey; year: 2025` */
export function parseRecord(term: RecordTerm, text: string): Fields | Fault {
  const entries = entriesOf(text, 'metric: WIN_RATE')
  if (isFaulty(entries)) return entries
  const record = emptyRecord<Field>()
  for (const [written, value] of entries) {
    const name = worded(written)
    const type = Object.entries(term.fields).find(([known]) => known === name)?.[1]
    if (!type) {
      const [close] = nearest(written, Object.keys(term.fields))
      return { fault: `${shown(written)} is no field: ${close ? `did you mean ${close}?` : namesOf(term)}` }
    }
    if (name in record) return { fault: `${name} is there twice: write it once` }
    const field = fieldOf(type, value)
    if (isFaulty(field)) return { fault: `${name}: ${field.fault}` }
    record[name] = field
  }
  const missing = Object.keys(term.fields).filter(name => term.fields[name]?.required && !(name in record))
  if (missing.length > 0) return { fault: `it lacks ${missing.join(', ')}` }
  if (!term.anyOf.some(name => name in record)) {
    return { fault: `none of ${term.anyOf.join(', ')} is there: write at least one` }
  }
  return record
}

function namesOf({ fields }: RecordTerm): string {
  return `use ${Object.keys(fields).join(', ')}`
}

/** Without a prototype, so that a key such as `constructor` is a key like any other. */
function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}

function entriesOf(text: string, example: string): readonly (readonly [string, string])[] | Fault {
  const parts = text.split(';').map(part => part.trim())
  // The last semicolon may end the list.
  if (parts.length > 1 && parts[parts.length - 1] === '') parts.pop()
  const entries: (readonly [string, string])[] = []
  for (const part of parts) {
    const colon = part.indexOf(':')
    const [key, value] = [part.slice(0, Math.max(colon, 0)).trim(), part.slice(colon + 1).trim()]
    if (key === '' || value === '') {
      return { fault: `${shown(part)} is no row: write rows as “${example}”, joined by “;”` }
    }
    entries.push([key, value])
  }
  return entries
}

function keyOf({ keys }: TableTerm, written: string): string | undefined {
  if (hasControls(written) || /^[-=+@]/.test(written)) return undefined
  switch (keys) {
    case 'word':
      return worded(written) || undefined
    case 'count':
      return /^[1-9]\d{0,2}$/.test(written) ? written : undefined
    case 'upper':
      return written.toUpperCase()
    default:
      return written.toLowerCase()
  }
}

function rowOf({ fields }: TableTerm, text: string): Field | Fields | Fault {
  const declared = Object.entries(fields)
  if (declared.length === 1) return fieldOf(declared[0]?.[1] as FieldType, text)
  const parts = text.split('/').map(part => part.trim())
  if (parts.length > declared.length) {
    return {
      fault: `${shown(text)} has ${parts.length} fields: ${declared.map(([name]) => name).join('/')} are all`,
    }
  }
  const row = emptyRecord<Field>()
  for (const [index, [name, type]] of declared.entries()) {
    const part = parts[index] ?? ''
    if (part === '' && index > 0) continue
    const field = fieldOf(type, part)
    if (isFaulty(field)) return { fault: `${name}: ${field.fault}` }
    row[name] = field
  }
  return row
}
