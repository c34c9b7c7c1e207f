/**
 * Values as they stand in a cell of the definitions, taken apart for a form and put together again: the same grammar as
 * the core reads, `a, b` for sets, `key: field/field; key: …` for tables, `name: value; …` for records.
 */
import type { Editor, EditorField } from '../../workbook/questions'

const none = 'none'
const isNone = (value: string) => value.trim() === '' || value.trim().toLowerCase() === none

export function itemsOf(value: string): readonly string[] {
  return isNone(value) ? [] : value.split(',').map(item => item.trim())
}

export function writtenItems(items: readonly string[]): string {
  return items.length === 0 ? none : items.join(', ')
}

/** A row of a table: its key, and its fields as texts in the order of the declaration. */
export interface Row {
  readonly key: string
  readonly fields: readonly string[]
}

export type TableEditor = Extract<Editor, { type: 'table' }>

export function rowsOf(value: string, { fields }: TableEditor): readonly Row[] {
  return entriesOf(value).map(([key, rest]) => {
    const parts = fields.length === 1 ? [rest] : rest.split('/').map(part => part.trim())
    return { key, fields: fields.map((_, place) => parts[place] ?? '') }
  })
}

export function writtenRows(rows: readonly Row[]): string {
  if (rows.length === 0) return none
  return rows.map(({ key, fields }) => `${key}: ${withoutBlankEnd(fields).join('/')}`).join('; ')
}

/** Whether one value stands for all keys. */
export function isSingle(value: string, { single }: TableEditor): boolean {
  return single && !isNone(value) && !value.includes(':')
}

export type FieldTexts = Readonly<Record<string, string>>

export function recordOf(value: string): FieldTexts {
  return Object.fromEntries(entriesOf(value))
}

export function writtenRecord(fields: readonly EditorField[], texts: FieldTexts): string {
  const filled = fields.flatMap(({ name }) => (texts[name] ? [`${name}: ${texts[name]}`] : []))
  return filled.length === 0 ? none : filled.join('; ')
}

/** The form that a rule's value has, and its number as it is written. */
export interface RuleParts {
  readonly form: string
  readonly n: string
}

export function ruleOf(value: string, forms: readonly { readonly value: string }[]): RuleParts | undefined {
  for (const { value: form } of forms) {
    const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*')
    const pattern = new RegExp(`^${escaped.replace(/\bn\b/, '([+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)')}$`, 'i')
    const found = pattern.exec(value.trim())
    if (found) return { form, n: found[1] ?? '' }
  }
  return undefined
}

export function writtenRule({ form, n }: RuleParts): string {
  return form.replace(/\bn\b/, n)
}

export const hasNumber = (form: string) => /\bn\b/.test(form)

function entriesOf(value: string): readonly (readonly [string, string])[] {
  if (isNone(value)) return []
  return value.split(';').flatMap(part => {
    const colon = part.indexOf(':')
    return colon < 0 ? [] : [[part.slice(0, colon).trim(), part.slice(colon + 1).trim()] as const]
  })
}

function withoutBlankEnd(fields: readonly string[]): readonly string[] {
  const kept = [...fields]
  while (kept.length > 1 && kept[kept.length - 1] === '') kept.pop()
  return kept
}
