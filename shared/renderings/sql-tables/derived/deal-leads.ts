import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { joinFirst } from './words'

export const dealLeads: Readonly<Record<string, SqlColumn>> = {
  lead_created: rows => ({ sql: ofLead(rows, 'created_at') ?? 'null', type: 'date' }),
  first_contact: rows => {
    const moments = [
      rows.name('first_contact_at').sql,
      ofLead(rows, 'created_at'),
      rows.name('created_at').sql,
    ].filter(moment => moment !== undefined)
    return { sql: `coalesce(${moments.join(', ')})`, type: 'date' }
  },
  referred: rows => {
    const own = rows.has('source') || !hasLeads(rows) ? [rows.name('source').sql] : []
    const ofItsLead = hasLeads(rows) && rows.other('leads').has('source') ? [ofLead(rows, 'source')] : []
    const source = [...own, ...ofItsLead, "''"].join(', ')
    return { sql: rows.dialect.matches(`lower(coalesce(${source}))`, 'refer(r|ence)'), type: 'flag' }
  },
}

function hasLeads({ state }: SourceWriter): boolean {
  return state.context.tables.has('leads')
}

/** A column of the lead that a deal came from: the deal names its lead, or a lead its opportunity. */
function ofLead(rows: SourceWriter, column: string): string | undefined {
  if (!hasLeads(rows)) return undefined
  const id = rows.dialect.identifier
  const byId = joinFirst(rows, 'leads', 'lead_id', [column], rows.name('lead_id').sql)
  const found = (alias: string): string => `${alias}.${id(`__${column}`)}`
  if (!rows.other('leads').has('opportunity_id')) return found(byId)
  const byOpportunity = joinFirst(rows, 'leads', 'opportunity_id', [column], rows.name('deal_id').sql)
  return `case when ${byId}.${id('__key')} is not null then ${found(byId)} else ${found(byOpportunity)} end`
}
