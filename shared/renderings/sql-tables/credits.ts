import type { Written } from './expression'
import { lastLayer, layerName, type SourceWriter } from './source'
import { note, noting, type State, sourceIn } from './state'

/** Credits are made of the leads' and the deals' layers, all of which come before. */
export const creditDepth = 1000

/** What credits hold of their deal and of their lead, by the names that it has in credits. */
export interface CreditColumns {
  readonly ofDeal: Map<string, string>
  readonly ofLead: Map<string, string>
}

const ownTypes: Readonly<Record<string, Written['type']>> = {
  cohort_at: 'date',
  cohort_lead: 'number',
  credit_shares: 'number',
  __row: 'number',
}

/** A column of a credit: its own, or its deal's. */
export function creditColumn(name: string, writer: SourceWriter): Written | undefined {
  const { state, dialect } = writer
  const type = ownTypes[name]
  const deals = sourceIn(state, 'deals')
  if (!type && !deals.rows.knows(name)) return undefined
  openCredits(state)
  return type ? { sql: dialect.identifier(name), type } : held(name, () => deals.name(name), 'ofDeal', writer)
}

/** A cohort is one of leads: their columns tell which one, where they have it. */
export function creditKey(name: string, writer: SourceWriter): Written {
  const { state } = writer
  openCredits(state)
  const [leads, deals] = [sourceIn(state, 'leads'), sourceIn(state, 'deals')]
  return leads.has(name)
    ? held('__of_lead_', () => leads.key(name), 'ofLead', writer)
    : held('__of_deal_', () => deals.key(name), 'ofDeal', writer)
}

/** Has the columns written that link deals and leads. */
function openCredits(state: State): void {
  note(state, { depth: creditDepth, isOfPeriod: false })
  noting(state, () => {
    const [leads, deals] = [sourceIn(state, 'leads'), sourceIn(state, 'deals')]
    for (const name of ['net', 'lead_id', 'opportunity_id', 'issued_at']) leads.name(name)
    for (const name of ['deal_id', 'lead_id']) deals.name(name)
    leads.row()
    deals.row()
  })
}

/** Takes a column of the deal or the lead over into the credits. */
function held(
  name: string,
  read: () => Written,
  side: keyof CreditColumns,
  { state, dialect }: SourceWriter,
): Written {
  const { made } = noting(state, read)
  // What no row decides is no column.
  if (made.sql[0] !== dialect.identifier('')[0]) return made
  const own = name.startsWith('__of') ? `${name}${made.sql.replace(/\W/g, '')}` : name
  const take = (sql: string, as: string): string => {
    state.credits[side].set(as, sql)
    return dialect.identifier(as)
  }
  return {
    ...made,
    sql: take(made.sql, own),
    refused: made.refused && take(made.refused, `${own}__refused`),
  }
}

/**
 * What spoils all credits: a lead of which nobody can tell whether it is net, since it might be the one that a deal
 * came from.
 */
export function creditFailure(state: State): string | undefined {
  const { made } = noting(state, () => sourceIn(state, 'leads').name('net').refused)
  if (made === undefined) return undefined
  return `select min(${made}) as ${state.dialect.identifier('refused')} from ${lastLayer('leads', state)}`
}

/** One row for each deal and net lead that it is credited to. */
export function creditRows(state: State): string {
  const { context, credits, dialect } = state
  const id = dialect.identifier
  const [row, issued, leadId, dealId] = ['__row', 'issued_at', 'lead_id', 'deal_id'].map(id)
  const [leads, deals] = [lastLayer('leads', state), lastLayer('deals', state)]
  const net = sourceIn(state, 'leads').name('net').sql
  const [deal, lead, place, shares] = ['deal', 'lead', 'place', 'shares'].map(id)
  const ofLeads = [
    `select d.${row} as ${deal}, l.${row} as ${lead}, l.${issued}, l.${leadId} from ${leads} as l`,
    `join (select ${dealId}, min(${row}) as ${row} from ${deals} group by ${dealId}) as d on d.${dealId} = l.${id('opportunity_id')}`,
    `where l.${net}`,
  ]
  const ofDeals = [
    `union all select d.${row}, l.${row}, l.${issued}, l.${leadId} from ${deals} as d`,
    `join (select *, row_number() over (partition by ${leadId} order by ${row} desc) as ${place} from ${leads} where ${net}) as l`,
    `on l.${leadId} = d.${leadId} and l.${place} = 1`,
  ]
  const both = [...ofLeads, ...(sourceIn(state, 'deals').has('lead_id') ? ofDeals : [])].join(' ')
  const links = `select distinct * from (${both}) as named`
  const placed = [
    `select *, row_number() over (partition by ${deal} order by ${issued}, ${leadId}, ${lead}) as ${place},`,
    `count(*) over (partition by ${deal}) as ${shares} from (${links}) as links`,
  ].join(' ')
  const rule = String(context.terms['cohort.multi_lead_credit'])
  const kept = { equal: 'true', last: `${place} = ${shares}`, none: `${shares} = 1` }[rule] ?? `${place} = 1`
  const columns = [
    `l.${issued} as ${id('cohort_at')}`,
    `l.${row} as ${id('cohort_lead')}`,
    `${rule === 'equal' ? shares : '1'} as ${id('credit_shares')}`,
    `row_number() over (order by d.${row}, ${place}) as ${row}`,
    ...[...credits.ofDeal].map(([own, sql]) => `d.${sql} as ${id(own)}`),
    ...[...credits.ofLead].map(([own, sql]) => `l.${sql} as ${id(own)}`),
  ]
  const from = `(${placed}) as c join ${deals} as d on d.${row} = c.${deal} join ${leads} as l on l.${row} = c.${lead}`
  return `${id(layerName('credits', creditDepth, state))} as (select ${columns.join(', ')} from ${from} where ${kept})`
}
