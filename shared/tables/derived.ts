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

/** The words of a column, which are few in many rows, each worked out once. */
function wordsOf(column: Reader): (row: number) => string {
  const words = new Map<RowValue, string>()
  return row => {
    const value = column(row)
    const known = words.get(value)
    if (known !== undefined) return known
    const word = worded(value)
    words.set(value, word)
    return word
  }
}

/**
 * Whether another issue of the same person goes before this lead's: by email, where the table has one, else by id. The
 * earliest issue counts, of two at one moment the upper row.
 */
function repeated({ table, read }: Rows): Reader {
  const [issued, issuedAt, email, id] = [read('issued'), read('issued_at'), read('email'), read('lead_id')]
  let repeats: Set<number> | undefined
  const findRepeats = (): Set<number> => {
    const found = new Set<number>()
    // Two maps, since joining each kind's name to each key would cost more than all the rest.
    const [byEmail, byId] = [new Map<string, number>(), new Map<RowValue, number>()]
    const settle = <Key>(firsts: Map<Key, number>, key: Key, row: number): void => {
      const first = firsts.get(key)
      const isFirst = first === undefined || Number(issuedAt(row)) < Number(issuedAt(first))
      if (isFirst) firsts.set(key, row)
      if (first !== undefined) found.add(isFirst ? first : row)
    }
    for (let row = 1; row < table.rows.length; row++) {
      if (issued(row) !== true) continue
      const address = email(row)
      if (address === null) settle(byId, id(row), row)
      else settle(byEmail, String(address).toLowerCase(), row)
    }
    return found
  }
  return row => {
    repeats ??= findRepeats()
    return repeats.has(row)
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
  const [stageWord, reasonWord] = [wordsOf(stage), wordsOf(reason)]
  const flagged = placesOf(table.schema, 'is_won', table.headers).length > 0
  const classOf = (row: number): string | undefined => {
    if (flagged && isWon(row) === true) return 'won'
    if (flagged && isClosed(row) === false) return 'open'
    const named = classes[stageWord(row)]
    if (named === 'lost' && reasonWord(row) === 'no_decision') return 'no_decision'
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
  const componentWord = wordsOf(component)
  const sets = Object.entries(context.terms).filter(([term]) => term.startsWith('cost.'))
  const known = new Set(sets.flatMap(([, set]) => (Array.isArray(set) ? set : [])))
  return row => {
    const word = componentWord(row)
    if (known.has(word)) return word
    const named =
      word === '' ? 'component is blank' : `component “${component(row)}” is in no cost definition`
    throw cellError('#VALUE!', `costs row ${row + 1}: ${named}; use one of ${[...known].join(', ')}`)
  }
}
