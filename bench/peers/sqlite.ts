import initSqlJs, { type Database } from 'sql.js'
import { months } from './million'
import type { Peer } from './peers'
import { cohortSql, countSql } from './sql'

let database: Database

/** SQLite compiled to WebAssembly, money in whole cents. */
export const sqlite: Peer = {
  load: async ({ leads, deals }) => {
    const { Database } = await initSqlJs({ useOldExtensionFunctions: false } as never)
    database = new Database()
    database.run(
      'create table leads (lead_id, created_at, issued_at, owner, qualified, outcome_code, outcome_at)',
    )
    database.run('create table deals (deal_id, created_at, closed_at, stage, amount, cogs)')
    database.run('begin')
    const lead = database.prepare('insert into leads values (?, ?, ?, ?, ?, ?, ?)')
    for (const row of leads)
      lead.run(row.map(cell => (typeof cell === 'boolean' ? Number(cell) : cell)) as never)
    const deal = database.prepare('insert into deals values (?, ?, ?, ?, ?, ?)')
    for (const [id, created, closed, stage, amount, cogs] of deals) {
      deal.run([id, created, closed, stage, cents(amount as number), cents(cogs as number)] as never)
    }
    database.run('commit')
  },
  count: () => database.exec(countSql)[0]?.values[0]?.[0] as number,
  cohort: () => {
    const rows = database.exec(cohortSql)[0]?.values ?? []
    const byMonth = new Map(rows.map(([month, profit]) => [month, (profit as number) / 100]))
    return months.slice(1).map((_, month) => byMonth.get(month) ?? 0)
  },
}

function cents(amount: number): number {
  return Math.round(amount * 100)
}
