import * as aq from 'arquero'
import { dealHeaders, from, leadHeaders, months, to } from './million'
import { workingDays } from './naive'
import type { Peer } from './peers'

type Table = ReturnType<typeof aq.table>

let leads: Table
let deals: Table

/** Arquero, in floating point. */
export const arquero: Peer = {
  load: tables => {
    leads = columnTable(leadHeaders, tables.leads)
    deals = columnTable(dealHeaders, tables.deals)
  },
  count: () => {
    const first = leads
      .filter(aq.escape((row: Row) => row.qualified && row.issued_at !== null && row.owner !== null))
      .orderby('issued_at')
      .dedupe('lead_id')
    return first
      .filter(
        aq.escape(
          (row: Row) =>
            row.issued_at >= from &&
            row.issued_at < to + 1 &&
            !(
              (row.outcome_code === 'INVALID' || row.outcome_code === 'DUPLICATE') &&
              workingDays(row.issued_at, row.outcome_at) <= 5
            ),
        ),
      )
      .numRows()
  },
  cohort: () => {
    const sums = deals
      .filter(aq.escape((row: Row) => row.stage === 'Won'))
      .derive({ month: aq.escape((row: Row) => months.findIndex(day => day > row.closed_at) - 1) })
      .groupby('month')
      .rollup({ profit: (row: Row) => aq.op.sum(row.amount) - aq.op.sum(row.cogs) })
      .objects() as { month: number; profit: number }[]
    return months.slice(1).map((_, month) => sums.find(sum => sum.month === month)?.profit ?? 0)
  },
}

// biome-ignore lint/suspicious/noExplicitAny: columns are named at run time
type Row = any

function columnTable(headers: readonly string[], rows: readonly (readonly unknown[])[]): Table {
  return aq.table(Object.fromEntries(headers.map((name, place) => [name, rows.map(row => row[place])])))
}
