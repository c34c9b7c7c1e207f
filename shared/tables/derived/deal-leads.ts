import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'

const links = ['lead_id', 'opportunity_id']

export const leadCreated: DerivedColumn = {
  about: 'When the lead was created that it came from',
  reads: ['lead_id', 'deal_id'],
  looksInto: { leads: [...links, 'created_at'] },
  read: rows => ofLead(rows, 'created_at', rows.context.rows('leads')),
}

export const firstContact: DerivedColumn = {
  about: 'The first contact that is known: as recorded, else when the lead was created, else the deal',
  reads: ['first_contact_at', 'lead_id', 'deal_id', 'created_at'],
  looksInto: { leads: [...links, 'created_at'] },
  read: rows => {
    const [recorded, createdAt] = [rows.read('first_contact_at'), rows.read('created_at')]
    const ofItsLead = ofLead(rows, 'created_at')
    return row => recorded(row) ?? ofItsLead(row) ?? createdAt(row)
  },
}

export const referred: DerivedColumn = {
  about: 'Whether its source, or that of the lead that it came from, is a referral',
  reads: ['source', 'lead_id', 'deal_id'],
  looksInto: { leads: [...links, 'source'] },
  read: rows => {
    // Without leads, the deals must say it.
    const own = rows.has('source') || !rows.context.tables.has('leads') ? rows.read('source') : () => null
    const ofItsLead = ofLead(rows, 'source')
    return row => /refer(r|ence)/i.test(String(own(row) ?? ofItsLead(row) ?? ''))
  },
}

/** A column of the lead that a deal came from: the deal names its lead, or a lead its opportunity. */
function ofLead(
  { read, context }: Rows,
  column: string,
  leads: Rows | undefined = context.tables.has('leads') ? context.rows('leads') : undefined,
): Reader {
  if (!leads?.has(column)) return () => null
  const value = leads.read(column)
  const [leadId, dealId] = [read('lead_id'), read('deal_id')]
  const byId = once(() => rowsBy(leads, leads.read('lead_id')))
  const byOpportunity = once(() =>
    leads.has('opportunity_id') ? rowsBy(leads, leads.read('opportunity_id')) : new Map<RowValue, number>(),
  )
  return row => {
    const lead = byId().get(leadId(row)) ?? byOpportunity().get(dealId(row))
    return lead === undefined ? null : value(lead)
  }
}

/** The upper of two rows with one id. */
function rowsBy({ last, isRow }: Rows, id: Reader): ReadonlyMap<RowValue, number> {
  const rowOf = new Map<RowValue, number>()
  for (let row = last; row > 0; row--) if (isRow(row)) rowOf.set(id(row), row)
  rowOf.delete(null)
  return rowOf
}
