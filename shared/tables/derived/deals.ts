import { stageClasses } from '../../definitions/stages'
import { cellError } from '../../values'
import { placesOf } from '../headers'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { customerSince, newCustomer } from './customers'
import { dealKind, ofCohortType } from './deal-kind'
import { qualifiedDeal } from './deal-qualification'
import { deliveryCost } from './delivery-cost'
import type { DerivedColumn } from './index'
import { worded, wordsOf } from './words'

export const dealColumns: Readonly<Record<string, DerivedColumn>> = {
  stage_class: {
    about: 'What the stage means: open, won, lost, no_decision or disqualified',
    reads: ['is_won', 'is_closed', 'reason', 'stage', 'stage.map'],
    read: stageClass,
  },
  first_contact: {
    about: 'The first contact that is known: as recorded, else when the lead was created, else the deal',
    reads: ['first_contact_at', 'lead_id', 'created_at'],
    read: firstContact,
  },
  deal_kind: dealKind,
  of_cohort_type: ofCohortType,
  qualified_deal: qualifiedDeal,
  delivery_cost: deliveryCost,
  customer_since: customerSince,
  new_customer: newCustomer,
}

/**
 * The CRM's own flags go before the stage's name; a stage that nobody has defined is refused, with all others like
 * it, since it may hide wins.
 */
function stageClass({ context, read, last }: Rows): Reader {
  const [isWon, isClosed, reason, stage] = [read('is_won'), read('is_closed'), read('reason'), read('stage')]
  const classes = stageClasses(context.terms)
  const [stageWord, reasonWord] = [wordsOf(stage), wordsOf(reason)]
  const deals = context.tables.get('deals')
  const flagged = deals !== undefined && placesOf(deals.schema, 'is_won', deals.headers).length > 0
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
    for (let other = 1; other <= last; other++) {
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

function firstContact({ context, read }: Rows): Reader {
  const [recorded, leadId, createdAt] = [read('first_contact_at'), read('lead_id'), read('created_at')]
  const leadCreatedAt = context.tables.has('leads') ? creationByLead(context.rows('leads')) : () => undefined
  return row => recorded(row) ?? leadCreatedAt(leadId(row)) ?? createdAt(row)
}

function creationByLead({ read, last }: Rows): (id: RowValue) => RowValue | undefined {
  const [id, createdAt] = [read('lead_id'), read('created_at')]
  const rowOf = new Map<RowValue, number>()
  for (let row = last; row > 0; row--) rowOf.set(id(row), row)
  return wanted => {
    const row = wanted === null ? undefined : rowOf.get(wanted)
    return row === undefined ? undefined : createdAt(row)
  }
}
