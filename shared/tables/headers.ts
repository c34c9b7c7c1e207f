import { lettersAndDigits } from '../letters'
import type { Cell } from '../values'
import type { Schema } from './schema'

/** Two headers are the same when their letters and digits are: `Close Date`, `close_date`, `CloseDate`. */
export function normalised(header: Cell | undefined): string {
  const text = String(header ?? '')
  const before = reduced.get(text)
  if (before !== undefined) return before
  const found = reduce(text)
  if (reduced.size < mostHeaders) reduced.set(text, found)
  return found
}

/** The same few headers are asked for again and again. */
const reduced = new Map<string, string>()
const mostHeaders = 5000

function reduce(header: string): string {
  // Nearly all headers are plain words: these need no pattern that knows the letters of all scripts.
  if (/^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/.test(header)) return header.replace(/[ _-]/g, '').toLowerCase()
  const named = header
    .normalize('NFKC')
    .toLowerCase()
    // Salesforce puts __c behind the internal names of a company's own fields.
    .replace(/__c\s*$/, '')
    .replace(/[([](?:%|[a-z]{3}|[$€£¥]|(?:day|hour|minute|month|year)s?)[)\]]\s*$/u, '')
  return lettersAndDigits(named, '')
}

/**
 * Where a schema's column stands among the headers. The canonical name goes before its synonyms; an empty list means
 * that the table has no such column, and more than one place that it cannot be told which is meant.
 */
export function placesOf(schema: Schema, column: string, headers: readonly string[]): readonly number[] {
  const spellings = spellingsOf(schema)
  const own = places(headers, header => spellings.canonical.get(header) === column)
  return own.length > 0 ? own : places(headers, header => columnMeant(spellings, header) === column)
}

/** Whether a header is spelt like the column: a glance, which spares working out all spellings of the schema. */
export function isSpelt(schema: Schema, column: string, headers: readonly string[]): boolean {
  const spellings = [column, ...(schema.columns[column]?.synonyms ?? [])]
  return spellings.some(spelling => headers.includes(normalised(spelling)))
}

/** The columns of a schema that the headers hold. */
export function columnsIn(schema: Schema, headers: readonly string[]): ReadonlySet<string> {
  const spellings = spellingsOf(schema)
  const columns = new Set(headers.map(header => columnMeant(spellings, header) ?? ''))
  columns.delete('')
  return columns
}

/** The column that a name means in tables of the kind, be it spelt as another kind spells it: a deal's “rep”. */
export function columnCalled(schema: Schema, name: string): string | undefined {
  return columnMeant(spellingsOf(schema), normalised(name))
}

function places(headers: readonly string[], isMeant: (header: string) => boolean): readonly number[] {
  return headers.flatMap((header, index) => (isMeant(header) ? [index] : []))
}

function columnMeant({ canonical, synonyms }: Spellings, header: string): string | undefined {
  return canonical.get(header) ?? synonyms.get(header)
}

interface Spellings {
  readonly canonical: ReadonlyMap<string, string>
  readonly synonyms: ReadonlyMap<string, string>
}

const known = new WeakMap<Schema, Spellings>()

/** Which column each spelling of a header means, worked out when a table is first opened. */
function spellingsOf(schema: Schema): Spellings {
  const before = known.get(schema)
  if (before) return before
  const columns = Object.entries(schema.columns)
  const spellings = {
    canonical: new Map(columns.map(([column]) => [normalised(column), column])),
    synonyms: new Map(
      columns.flatMap(([column, { synonyms }]) =>
        synonyms.map(synonym => [normalised(synonym), column] as const),
      ),
    ),
  }
  known.set(schema, spellings)
  return spellings
}
