import { placeOf, schemaColumn } from '../columns'
import { readQuantity } from '../expression'
import { exists, type Key, valueUnder } from '../links'
import { noTwin, type Source, sourceOf } from '../source'
import { among } from '../words'
import {
  both,
  type Condition,
  either,
  firstThere,
  never,
  not,
  nothing,
  type Quantity,
  quantity,
} from '../written'

export function firstContact(source: Source): Quantity {
  const recorded = readQuantity('first_contact_at', source)
  const created = readQuantity('created_at', source)
  return [recorded, leadCreated(source, false), created].reduce(firstThere)
}

/** When the lead was created that a deal came of; without LEADS nobody knows. */
export function leadCreated(source: Source, isNeeded = true): Quantity {
  const { tables } = source.state.context
  if (!tables.has('leads')) {
    if (isNeeded) throw noTwin('the table LEADS is missing')
    return nothing
  }
  const leads = leadsOf(source)
  return waysTo(source, leads)
    .map(([own, other]) => {
      const text = valueUnder(own, other, 'created_at')
      return quantity(text, `(${text}>0)`)
    })
    .reduce(firstThere, nothing)
}

/** Whether its source, else that of its lead, is a referral. */
export function referred(source: Source): Condition {
  const own = source.rows.has('source') ? saysReferral(source) : never
  const leads = leadsOf(source)
  if (!leads.rows.has('source')) return own
  const ofLead = either(
    ...waysTo(source, leads).map(([key, other]) => exists(key, other, saysReferral(leads))),
  )
  if (!source.rows.has('source')) return ofLead
  const words = schemaColumn('source', source)
  const present = words?.kind === 'words' ? words.present : '0'
  return either(own, both(not({ kind: 'condition', factors: [present] }), ofLead))
}

function saysReferral(source: Source): Condition {
  return among(source, placeOf('source', source) as number, ['referral', 'reference'], rows => {
    const said = rows.read('source')
    return row => /refer(r|ence)/i.test(String(said(row) ?? ''))
  })
}

function leadsOf({ state, period }: Source): Source {
  return sourceOf('leads', state, period)
}

/** The columns by which each deal finds its lead, and no other: one way where that finds all. */
function waysTo(deals: Source, leads: Source): readonly (readonly [Key, Key])[] {
  const ways = (
    [
      ['lead_id', 'lead_id'],
      ['deal_id', 'opportunity_id'],
    ] as const
  ).filter(([own, other]) => deals.rows.has(own) && leads.rows.has(other))
  const found = ways.map(([own, other]) =>
    rowsFound({ source: deals, column: own }, { source: leads, column: other }),
  )
  const keys = ways.map(([own, other]): [Key, Key] => [
    { source: deals, column: own },
    { source: leads, column: other },
  ])
  const [first, second] = found
  if (first === undefined || second === undefined) return keys
  if (second.every((row, deal) => row === undefined || first[deal] === row)) return keys.slice(0, 1)
  if (first.every((row, deal) => row === undefined || second[deal] === row)) return keys.slice(1)
  if (first.every((row, deal) => row === undefined || second[deal] === undefined || second[deal] === row))
    return keys
  throw noTwin(
    'lead_id of deals and opportunity_id of leads tell different leads of one deal: correct one of them',
  )
}

/** Of each row the row of the other table with the same id. */
function rowsFound(own: Key, other: Key): readonly (number | undefined)[] {
  const [id, otherId] = [own.source.rows.read(own.column), other.source.rows.read(other.column)]
  const known = new Map<unknown, number>()
  for (let row = 1; row <= other.source.rows.last; row++) {
    if (otherId(row) === null) continue
    if (known.has(otherId(row))) {
      throw noTwin(
        `${other.column} of ${other.source.name} has “${otherId(row)}” twice: which of them is meant no formula tells`,
      )
    }
    known.set(otherId(row), row)
  }
  return Array.from({ length: own.source.rows.last + 1 }, (_, row) =>
    row === 0 ? undefined : known.get(id(row)),
  )
}
