import { cellError } from '../values'
import { placesOf } from './headers'
import { type Rows, rowsOf } from './rows'
import type { TableName } from './schema'
import { columnReader, type Reader, type RowValue } from './table'

/** A column that the table does not hold but that follows from it; undefined for a name that is none. */
export function derivedReader(rows: Rows, name: string): Reader | undefined {
  return derived[rows.table.schema.name][name]?.(rows)
}

const derived: Record<TableName, Readonly<Record<string, (rows: Rows) => Reader>>> = {
  leads: { repeated },
  deals: { stage_class: stageClass, first_contact: firstContact, refunded_at: refundedAt },
  costs: { cost_component: costComponent },
}

/** `Proposal/Price Quote` and `proposal_price_quote` are one word to a definition. */
function worded(value: RowValue): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}

/**
 * Whether an earlier issued lead is the same person: by email, where the table has one, else by id. The earliest
 * issue counts, of two at one moment the upper row.
 */
function repeated({ table, read }: Rows): Reader {
  const [issued, issuedAt, email, id] = [read('issued'), read('issued_at'), read('email'), read('lead_id')]
  const keyOf = (row: number): string => {
    const address = email(row)
    return address === null ? `id ${id(row)}` : `email ${String(address).toLowerCase()}`
  }
  let first: Map<string, number> | undefined
  const firstIssues = (): Map<string, number> => {
    const firsts = new Map<string, number>()
    for (let row = 1; row < table.rows.length; row++) {
      if (issued(row) !== true) continue
      const key = keyOf(row)
      const earlier = firsts.get(key)
      if (earlier === undefined || Number(issuedAt(row)) < Number(issuedAt(earlier))) firsts.set(key, row)
    }
    return firsts
  }
  return row => {
    first ??= firstIssues()
    const earliest = first.get(keyOf(row))
    return earliest !== undefined && earliest !== row
  }
}

/**
 * What a stage means: open, won, lost, no_decision or disqualified. The CRM's own flags go before the stage's name;
 * a stage that nobody has defined is refused, with all others like it, since it may hide wins.
 */
function stageClass({ table, context, read }: Rows): Reader {
  const [isWon, isClosed, reason] = [read('is_won'), read('is_closed'), read('reason')]
  const stage = columnReader(table, 'stage')
  const classes = context.terms['stage.map'] as Readonly<Record<string, string>>
  const flagged = placesOf(table.schema, 'is_won', table.headers).length > 0
  const classOf = (row: number): string | undefined => {
    if (flagged && isWon(row) === true) return 'won'
    if (flagged && isClosed(row) === false) return 'open'
    const named = classes[worded(stage(row))]
    if (named === 'lost' && worded(reason(row)) === 'no_decision') return 'no_decision'
    return named ?? (flagged && isClosed(row) === true ? 'lost' : undefined)
  }
  return row => {
    const known = classOf(row)
    if (known !== undefined) return known
    const unknown = new Set<string>()
    for (let other = 1; other < table.rows.length; other++) {
      const name = stage(other)
      if (name !== null && classes[worded(name)] === undefined) unknown.add(`“${name}”`)
    }
    const listed =
      stage(row) === null ? `row ${row + 1} has no stage` : `unknown stage ${[...unknown].join(', ')}`
    const remedy =
      'rename it to one of Won, Lost, No decision, Disqualified, Open, or add the columns is_closed and is_won'
    throw cellError('#VALUE!', `deals: ${listed}: ${remedy}`)
  }
}

/** The first contact that is known: as recorded, else the creation of the deal's lead, else that of the deal. */
function firstContact({ context, read }: Rows): Reader {
  const [recorded, leadId, createdAt] = [read('first_contact_at'), read('lead_id'), read('created_at')]
  const leads = context.tables.get('leads')
  const leadCreatedAt = leads ? creationByLead(rowsOf(leads, context)) : () => undefined
  return row => recorded(row) ?? leadCreatedAt(leadId(row)) ?? createdAt(row)
}

function creationByLead({ table, read }: Rows): (id: RowValue) => RowValue | undefined {
  const [id, createdAt] = [read('lead_id'), read('created_at')]
  const rowOf = new Map<RowValue, number>()
  for (let row = table.rows.length - 1; row > 0; row--) rowOf.set(id(row), row)
  return wanted => {
    const row = wanted === null ? undefined : rowOf.get(wanted)
    return row === undefined ? undefined : createdAt(row)
  }
}

/** A refund without a date of its own counts on the day that its deal closed. */
function refundedAt({ read }: Rows): Reader {
  const [refundAt, closedAt] = [read('refund_at'), read('closed_at')]
  return row => refundAt(row) ?? closedAt(row)
}

/** A component that no definition knows is refused: left out without a word it would make every cost too small. */
function costComponent({ table, context }: Rows): Reader {
  const component = columnReader(table, 'component')
  const sets = Object.entries(context.terms).filter(([term]) => term.startsWith('cost.'))
  const known = new Set(sets.flatMap(([, set]) => (Array.isArray(set) ? set : [])))
  return row => {
    const word = worded(component(row))
    if (known.has(word)) return word
    const named =
      word === '' ? 'component is blank' : `component “${component(row)}” is in no cost definition`
    throw cellError('#VALUE!', `costs row ${row + 1}: ${named}; use one of ${[...known].join(', ')}`)
  }
}
