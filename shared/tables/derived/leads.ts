import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { qualification } from './qualification'

export const leadColumns: Readonly<Record<string, DerivedColumn>> = {
  passes_threshold: qualification,
  complete: {
    about: 'Whether everything is there that an issued lead needs',
    reads: ['lead.issued_requirements'],
    read: complete,
  },
  repeated: {
    about: 'Whether another issue of the same person goes before this one',
    reads: ['issued', 'issued_at', 'lead_id', 'lead.dedupe_key', 'lead.reissue_rule'],
    read: repeated,
  },
}

function complete({ read, context }: Rows): Reader {
  const required = context.terms['lead.issued_requirements'] as readonly string[]
  const readers = required.map(read)
  return row => readers.every(one => one(row) !== null)
}

/**
 * Whether another issue of the same person goes before this lead's: by the key that the definitions say, where the
 * lead has one, else by id. The earliest issue counts, of two at one moment the upper row.
 */
function repeated({ last, read, isRow, context }: Rows): Reader {
  if (context.terms['lead.reissue_rule'] === 'each') return () => false
  const [issued, issuedAt, id] = [read('issued'), read('issued_at'), read('lead_id')]
  const person = personOf(read, String(context.terms['lead.dedupe_key']))
  let repeats: Set<number> | undefined
  const findRepeats = (): Set<number> => {
    const found = new Set<number>()
    // Two maps, since joining each kind's name to each key would cost more than all the rest.
    const [byPerson, byId] = [new Map<string, number>(), new Map<RowValue, number>()]
    const settle = <Key>(firsts: Map<Key, number>, key: Key, row: number): void => {
      const first = firsts.get(key)
      const isFirst = first === undefined || Number(issuedAt(row)) < Number(issuedAt(first))
      if (isFirst) firsts.set(key, row)
      if (first !== undefined) found.add(isFirst ? first : row)
    }
    for (let row = 1; row <= last; row++) {
      if (!isRow(row) || issued(row) !== true) continue
      const who = person?.(row) ?? null
      if (who === null) settle(byId, id(row), row)
      else settle(byPerson, who, row)
    }
    return found
  }
  return row => {
    repeats ??= findRepeats()
    return repeats.has(row)
  }
}

/** What tells a person apart; blank where the lead does not say. */
function personOf(
  read: (expression: string) => Reader,
  key: string,
): ((row: number) => string | null) | undefined {
  if (key === 'lead_id') return undefined
  const folded = (value: RowValue): string | null => (value === null ? null : String(value).toLowerCase())
  if (key === 'name+domain') {
    const [name, domain] = [read('name'), read('domain')]
    return row => {
      const parts = [folded(name(row)), folded(domain(row))]
      return parts.includes(null) ? null : parts.join('\n')
    }
  }
  const column = read(key)
  return row => folded(column(row))
}
