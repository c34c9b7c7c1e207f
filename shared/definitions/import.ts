import { type Cell, type CellError, cellError, isCellError } from '../values'
import { dayOfText } from './clock'
import { schemaVersion } from './export'
import { type Fault, isFaulty } from './fault'
import { chainOf } from './hash'
import { type Locks, locksNow, missingApproval } from './locks'
import { changedTerm, termsFor } from './resolve'
import { type DefinitionRow, hashedParts } from './row'
import { readStrictJson } from './strict-json'
import { type DefinitionSet, definitionRow, setOf } from './table'

/** A set of definitions under a name, as it passes between workbooks. */
export interface NamedSet {
  readonly name: string
  readonly set: DefinitionSet
}

const rowFields = [
  'term',
  'value',
  'effective_from',
  'version',
  'status',
  'kind',
  'reason',
  'changed_by',
  'recorded_at',
]

/**
 * Reads such a text, to stand in the place of the present definitions. All of it is taken, or nothing.
 * @returns `#VALUE!` with what is wrong: what is no JSON of ours, rows that the table would refuse, a hash that does
 * not fit, or another rule for a period that is locked
 */
export function importDefinitions(text: string, present: DefinitionSet, locks: Locks): NamedSet | CellError {
  const read = readStrictJson(text)
  if (isFaulty(read)) return refused(read.fault)
  const { json } = read
  if (!isObject(json)) return refused('it is not one object with schema_version, name, hash and rows')
  if (json.schema_version !== schemaVersion) {
    return refused(
      `its schema_version is ${JSON.stringify(json.schema_version) ?? 'missing'}: ${schemaVersion} is known here`,
    )
  }
  const { name, hash, rows } = json
  const extra = Object.keys(json).find(key => !['schema_version', 'name', 'hash', 'rows'].includes(key))
  if (typeof name !== 'string' || typeof hash !== 'string' || !Array.isArray(rows) || extra !== undefined) {
    return refused('it must have a name, a hash and a list of rows, and nothing else')
  }
  const set = setFrom(rows)
  if (isFaulty(set)) return refused(set.fault)
  if (set.hash !== hash) return refused('its hash does not fit its rows: it was changed on the way')
  const missing = missingApproval(set, locks)
  if (missing) return refused(missing.reason)
  const changed = lockedChange(present, set, locks)
  return changed === undefined ? { name, set } : refused(changed)
}

function refused(what: string): CellError {
  return cellError('#VALUE!', `the definitions were not imported: ${what}`)
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function setFrom(rows: readonly unknown[]): DefinitionSet | Fault {
  const found: DefinitionRow[] = []
  for (const [index, json] of rows.entries()) {
    // Where it would stand in a sheet, below the header.
    const row = rowFrom(json, index + 2)
    if (isFaulty(row)) return row
    found.push(row)
  }
  const set = setOf(found)
  if (isCellError(set)) return { fault: set.reason }
  const chain = chainOf(set.rows.map(hashedParts))
  return { ...set, ...sealedBy(chain, set.rows) }
}

function sealedBy(
  chain: readonly string[],
  unsealed: readonly DefinitionRow[],
): Omit<DefinitionSet, 'version'> {
  const rows = unsealed.map((row, index) => ({ ...row, hash: chain[index] as string }))
  return { rows, sealed: true, hash: chain[chain.length - 1] ?? '' }
}

function rowFrom(json: unknown, at: number): DefinitionRow | Fault {
  const fault = { fault: `definitions row ${at} does not have the fields ${rowFields.join(', ')}` }
  if (!isObject(json) || Object.keys(json).length !== rowFields.length) return fault
  if (!rowFields.every(field => ['string', 'number', 'boolean'].includes(typeof json[field]))) return fault
  const effectiveFrom = dayOfText(String(json.effective_from))
  const recordedAt = momentOf(String(json.recorded_at))
  if (effectiveFrom === undefined || recordedAt === undefined) {
    return { fault: `definitions row ${at} has a date that is none: dates are written 2026-01-31` }
  }
  if (!Number.isSafeInteger(json.version)) {
    return { fault: `definitions row ${at} has a version that is no whole number` }
  }
  const written = json as Readonly<Record<string, Cell>>
  const cells = { ...written, effective_from: effectiveFrom, recorded_at: recordedAt, hash: '' }
  // A draft has no version, which is there.
  const row = definitionRow({ at, cells }) as DefinitionRow | CellError
  return isCellError(row) ? { fault: row.reason } : row
}

/** Of a moment written `2026-01-31 09:30:00`. */
function momentOf(text: string): number | undefined {
  const serial = dayOfText(text.slice(0, 10))
  if (serial === undefined || !/^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)) return undefined
  const [hours, minutes, seconds] = text.slice(11).split(':').map(Number) as [number, number, number]
  return (serial * 86_400 + hours * 3600 + minutes * 60 + seconds) / 86_400
}

/** The locked period and term that the new definitions would count otherwise. */
function lockedChange(present: DefinitionSet, next: DefinitionSet, locks: Locks): string | undefined {
  const changes = [...present.rows, ...next.rows].map(({ effectiveFrom }) => effectiveFrom)
  for (const { period, from, to } of locksNow(locks)) {
    for (const day of [from, ...changes].filter(change => change >= from && change <= to)) {
      const [before, after] = [termsFor(present, day), termsFor(next, day)]
      if (isCellError(before)) continue
      if (isCellError(after)) return `${period} is locked, and they do not govern it`
      const term = changedTerm(before.terms, after.terms)
      if (term !== undefined) return `${period} is locked, and they change ${term} in it`
    }
  }
  return undefined
}
