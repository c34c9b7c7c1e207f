import { type Cell, type CellError, cellError, isCellError } from '../values'
import { dayOfText } from './clock'
import { schemaVersion } from './export'
import { isFaulty } from './fault'
import { chainOf } from './hash'
import { type Locks, locksNow, missingApproval } from './locks'
import { regimes } from './resolve'
import { type DefinitionRow, hashedParts } from './row'
import { readStrictJson } from './strict-json'
import { type DefinitionSet, definitionRow, setOf } from './table'
import { writeTerm } from './write'

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
  if (isCellError(set)) return refused(set.reason)
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

function setFrom(rows: readonly unknown[]): DefinitionSet | CellError {
  const found: DefinitionRow[] = []
  for (const [index, json] of rows.entries()) {
    // Where it would stand in a sheet, below the header.
    const at = index + 2
    const row = rowFrom(json, at)
    if (isCellError(row)) return row
    found.push(row)
  }
  const set = setOf(found)
  if (isCellError(set)) return set
  const chain = chainOf(set.rows.map(hashedParts))
  return setOf(set.rows.map((row, index) => ({ ...row, hash: chain[index] as string })))
}

function rowFrom(json: unknown, at: number): DefinitionRow | CellError {
  const fault = cellError('#VALUE!', `definitions row ${at} does not have the fields ${rowFields.join(', ')}`)
  if (!isObject(json) || Object.keys(json).length !== rowFields.length) return fault
  if (!rowFields.every(field => ['string', 'number', 'boolean'].includes(typeof json[field]))) return fault
  const [effectiveFrom, recordedAt] = [
    dayOfText(String(json.effective_from)),
    momentOf(String(json.recorded_at)),
  ]
  if (effectiveFrom === undefined || recordedAt === undefined) {
    return cellError('#VALUE!', `definitions row ${at} has a date that is none: dates are written 2026-01-31`)
  }
  if (!Number.isSafeInteger(json.version)) {
    return cellError('#VALUE!', `definitions row ${at} has a version that is no whole number`)
  }
  const cells = {
    ...(json as Record<string, Cell>),
    effective_from: effectiveFrom,
    recorded_at: recordedAt,
    hash: '',
  }
  // A draft has no version, which is there.
  return definitionRow({ at, cells }) as DefinitionRow | CellError
}

function momentOf(text: string): number | undefined {
  const [, day = '', ...time] = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text) ?? []
  const serial = dayOfText(day)
  const [hours = 0, minutes = 0, seconds = 0] = time.map(Number)
  return serial === undefined ? undefined : (serial * 86_400 + hours * 3600 + minutes * 60 + seconds) / 86_400
}

/** The locked period and term that the new definitions would count otherwise. */
function lockedChange(present: DefinitionSet, next: DefinitionSet, locks: Locks): string | undefined {
  for (const { period, from, to } of locksNow(locks)) {
    const [before, after] = [present, next].map(set => regimes(set, from, to))
    if (!before || isCellError(before)) continue
    if (!after || isCellError(after)) return `${period} is locked, and they do not govern it`
    const days = [...new Set([...before, ...after].map(regime => regime.from))]
    for (const day of days) {
      const [old, fresh] = [before, after].map(
        list => list.find(regime => regime.from <= day && regime.to >= day)?.terms,
      )
      const term = Object.keys({ ...old, ...fresh }).find(
        id => written(id, old?.[id]) !== written(id, fresh?.[id]),
      )
      if (term !== undefined) return `${period} is locked, and they change ${term} in it`
    }
  }
  return undefined
}

function written(id: string, value: Parameters<typeof writeTerm>[1] | undefined): unknown {
  return value === undefined ? undefined : writeTerm(id, value)
}
