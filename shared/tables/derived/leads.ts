import { type Compiled, fixed, selectionOf } from '../compiled'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'
import { outcomeColumns } from './outcomes'
import { assessment, qualification, saidQualified } from './qualification'
import { repeatsIn } from './repeats'
import { responseColumns } from './responses'
import { windowDays } from './window-days'

export const leadColumns: Readonly<Record<string, DerivedColumn>> = {
  said_qualified: saidQualified,
  passes_threshold: qualification,
  window_days: windowDays,
  assessed: assessment,
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
  ...outcomeColumns,
  ...responseColumns,
}

function complete({ compiled, context }: Rows): Compiled {
  const required = context.terms['lead.issued_requirements'] as readonly string[]
  return required.length === 0 ? fixed(true) : compiled(required.map(one => `present(${one})`).join(' and '))
}

/**
 * Whether another issue of the same person goes before this lead's: by the key that the definitions say, where the
 * lead has one, else by id. The earliest issue counts, of two at one moment the upper row; by `lead.reissue_rule`,
 * each issue of that same lead.
 */
function repeated({ last, read, compiled, context }: Rows): Reader {
  const [issued, issuedAt, id] = [compiled('issued'), read('issued_at'), read('lead_id')]
  const person = personOf(read, String(context.terms['lead.dedupe_key']))
  if (context.terms['lead.reissue_rule'] === 'each') {
    const firsts = once(() => firstIssues(last, row => issued.read(row) === true, issuedAt, person))
    return row => {
      const first = firsts().get(named(person?.(row)))
      return first !== undefined && id(row) !== id(first)
    }
  }
  const repeats = once(() =>
    repeatsIn({
      last,
      counts: selectionOf(issued),
      at: row => Number(issuedAt(row)),
      who: person,
      otherwise: id,
    }),
  )
  return row => repeats()[row] === 1
}

/** The first issue of each person. Where each issue of a lead counts, another lead of that person still does not. */
function firstIssues(
  last: number,
  issued: (row: number) => boolean,
  issuedAt: Reader,
  person: Reader | undefined,
): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>()
  for (let row = 1; person && row <= last; row++) {
    const who = issued(row) ? named(person(row)) : ''
    const first = firsts.get(who)
    if (who !== '' && (first === undefined || Number(issuedAt(row)) < Number(issuedAt(first)))) {
      firsts.set(who, row)
    }
  }
  return firsts
}

function named(who: RowValue | undefined): string {
  return String(who ?? '').toLowerCase()
}

/** What tells a person apart; blank where the lead does not say. */
function personOf(read: (expression: string) => Reader, key: string): Reader | undefined {
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
