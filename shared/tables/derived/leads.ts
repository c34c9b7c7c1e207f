import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { repeatsIn } from './repeats'
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
function repeated({ last, read, context }: Rows): Reader {
  if (context.terms['lead.reissue_rule'] === 'each') return () => false
  const [issued, issuedAt, id] = [read('issued'), read('issued_at'), read('lead_id')]
  const person = personOf(read, String(context.terms['lead.dedupe_key']))
  let repeats: Uint8Array | undefined
  return row => {
    repeats ??= repeatsIn({
      last,
      counts: other => issued(other) === true,
      at: other => Number(issuedAt(other)),
      who: person ?? (() => null),
      otherwise: id,
      fold: true,
    })
    return repeats[row] === 1
  }
}

/** What tells a person apart; blank where the lead does not say. */
function personOf(
  read: (expression: string) => Reader,
  key: string,
): Reader | undefined {
  if (key === 'lead_id') return undefined
  if (key === 'name+domain') {
    const [name, domain] = [read('name'), read('domain')]
    return row => {
      const parts = [name(row), domain(row)]
      return parts.includes(null) ? null : parts.join('\n')
    }
  }
  return read(key)
}
