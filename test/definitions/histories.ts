import fc from 'fast-check'
import { type Approved, type Change, proposeChanges } from '../../shared/definitions/changes'
import { noLocks } from '../../shared/definitions/locks'
import { definitionCells } from '../../shared/definitions/row'
import { builtInDefinitions, type DefinitionSet, definitionColumns } from '../../shared/definitions/table'
import type { Bounds, Field, FieldType, Term, TermValue } from '../../shared/definitions/term'
import { termIds, termNamed } from '../../shared/definitions/terms'
import { writeTerm } from '../../shared/definitions/write'
import { type CellError, isCellError, type Matrix } from '../../shared/values'
import { serial } from '../support/tables'

/** Ids of every kind, those that a team adds included. */
export const someIds = [...termIds, 'cost.fairs', 'benchmark.win_rate_smb', 'metric.wins_per_rep']

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,4})?$/).filter(text => text !== 'none')
const name = fc.stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž0-9 .&]{0,8}[A-Za-z0-9]$/).filter(isUnlikeNone)

function isUnlikeNone(text: string): boolean {
  return text.toLowerCase() !== 'none'
}

function numberWithin(
  type: 'int' | 'number' | 'fraction',
  { min, max, above }: Bounds,
): fc.Arbitrary<number> {
  const low = min ?? (above === undefined ? -1000 : above + 0.001)
  const high = max ?? low + 10_000
  if (type === 'int') return fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
  return fc.double({ min: low, max: high, noNaN: true }).map(number => number + 0)
}

function field(type: FieldType): fc.Arbitrary<Field> {
  if (type.type === 'text') return name
  if (type.type === 'flag') return fc.boolean()
  if (type.type === 'enum') return fc.constantFrom(...Object.keys(type.choices))
  return numberWithin(type.type, type)
}

function fields(
  declared: Readonly<Record<string, FieldType>>,
  needed: readonly string[],
): fc.Arbitrary<object> {
  const arbitraries = Object.entries(declared).map(([key, type]) => [key, field(type)] as const)
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: needed as never })
}

const keys = {
  word,
  upper: word.map(text => text.toUpperCase()),
  lower: word,
  count: fc.integer({ min: 1, max: 99 }).map(String),
}

/** Any value that a term may have. */
export function valueFor(id: string): fc.Arbitrary<TermValue> {
  const known = arbitraries.get(id) ?? (valueOfKind(termNamed(id) as Term) as fc.Arbitrary<TermValue>)
  arbitraries.set(id, known)
  return known
}

/** Each made once: they take longer to make than the values that they give. */
const arbitraries = new Map<string, fc.Arbitrary<TermValue>>()

function valueOfKind(term: Term): fc.Arbitrary<unknown> {
  switch (term.type) {
    case 'set':
      return fc.uniqueArray(
        term.choices ? fc.constantFrom(...Object.keys(term.choices)) : term.words ? word : name,
        { maxLength: 5, selector: item => item.toLowerCase() },
      )
    case 'enum':
      return fc.constantFrom(...Object.keys(term.choices))
    case 'int':
    case 'number':
    case 'fraction':
      return term.default === null ? fc.option(numberWithin(term.type, term)) : numberWithin(term.type, term)
    case 'flag':
      return fc.boolean()
    case 'text':
      // All masks but that of a week without a working day.
      if (term.digits) return fc.integer({ min: 0, max: 126 }).map(mask => mask.toString(2).padStart(7, '0'))
      return fc.stringMatching(term.pattern)
    case 'time':
      return fc
        .integer({ min: 0, max: 1440 })
        .map(minutes =>
          [minutes / 60, minutes % 60].map(part => String(Math.floor(part)).padStart(2, '0')).join(':'),
        )
    case 'dates':
      return fc.uniqueArray(fc.constantFrom('2026-04-03', '2026-12-25', '2028-02-29'))
    case 'table': {
      const [first = '', ...others] = Object.keys(term.fields)
      const row: fc.Arbitrary<unknown> =
        others.length === 0 ? field(term.fields[first] as FieldType) : fields(term.fields, [first])
      const table = fc.dictionary(keys[term.keys], row, { maxKeys: 5 })
      return term.single ? fc.oneof(table, row) : table
    }
    case 'record':
      return fields(term.fields, ['metric', 'source', 'year', 'median'])
    case 'rule':
      return fc.constantFrom(...Object.keys(term.forms)).chain(form => {
        const bounds = { ...term, min: term.min ?? 1 }
        const n = numberWithin(term.whole?.includes(form) ? 'int' : 'number', bounds)
        return n.map(number => (form === 'n' ? number : form.replace(/\bn\b/, String(number))))
      })
    case 'formula':
      return fc.constantFrom('won / reps', '(a + b) * 2', 'metric.other - 1')
  }
}

/** Which a history may change without contradicting itself; times and scales go together. */
const free = someIds.filter(id => !/^(calendar|csat|lock|change|metric)\./.test(id))
const quarters = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map(serial)

const changes = [...free.slice(0, 12), ...free.slice(-2)].map(
  (term): fc.Arbitrary<Change> =>
    fc.record({
      term: fc.constant(term),
      value: valueFor(term).map(value => writeTerm(term, value)),
      effectiveFrom: fc.constantFrom(...quarters),
      reason: name,
      kind: fc.constantFrom('policy' as const, 'correction' as const),
    }),
)

/** The definitions after some approvals of one or more changes each, sealed; what is refused is not in it. */
export const history: fc.Arbitrary<DefinitionSet> = fc
  .array(fc.array(fc.oneof(...changes), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map(approvals =>
    approvals.reduce((set, changes, index) => {
      const approval = { by: 'Ana', recordedAt: serial('2025-12-01 10:00') + index / 7 }
      const approved = proposeChanges(set, noLocks, changes, approval)
      return isCellError(approved) ? set : (approved as Approved).set
    }, builtInDefinitions),
  )
  .filter(({ version }) => version > 0)

export const header = Object.keys(definitionColumns)

export function sheetOf({ rows }: DefinitionSet): Matrix {
  return [header, ...rows.map(definitionCells)]
}

/** A set without what only says where its rows stand. */
export function unplaced(set: DefinitionSet | CellError): unknown {
  if (isCellError(set)) return set
  return { ...set, rows: set.rows.map(({ at: _, ...row }) => row) }
}

/** A history from changes that must all be accepted: `[term, value, from, …]`, an approval each. */
export function setWith(
  ...changes: readonly (readonly [string, Change['value'], string, Change['kind']?])[]
): DefinitionSet {
  return changes.reduce((set, [term, value, from, kind], index) => {
    const wanted = {
      term,
      value,
      effectiveFrom: serial(from),
      reason: `reason ${index + 1}`,
      ...(kind && { kind }),
    }
    const approval = { by: 'Ana', recordedAt: serial('2025-11-03 09:30') + index }
    const approved = proposeChanges(set, noLocks, [wanted], approval)
    if (isCellError(approved)) throw new Error(approved.reason)
    return (approved as Approved).set
  }, builtInDefinitions)
}
