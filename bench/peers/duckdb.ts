import { type DuckDBConnection, DuckDBDecimalValue, DuckDBInstance } from '@duckdb/node-api'
import { type Million, months } from './million'
import type { Peer } from './peers'
import { cohortSql, countSql } from './sql'

let connection: DuckDBConnection

export const duckdb: Peer = {
  load: async ({ leads, deals }: Million) => {
    connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
    await connection.run(
      'create table leads (lead_id varchar, created_at double, issued_at double, owner varchar, qualified boolean, outcome_code varchar, outcome_at double)',
    )
    await connection.run(
      'create table deals (deal_id varchar, created_at double, closed_at double, stage varchar, amount decimal(18,2), cogs decimal(18,2))',
    )
    await append('leads', leads, ['s', 'd', 'd', 's', 'b', 's', 'd'])
    await append('deals', deals, ['s', 'd', 'd', 's', 'm', 'm'])
  },
  count: async () => {
    const [[count]] = (await connection.runAndReadAll(countSql)).getRows() as [[bigint]]
    return Number(count)
  },
  cohort: async () => {
    const rows = (await connection.runAndReadAll(cohortSql)).getRows() as [bigint, { toDouble(): number }][]
    const byMonth = new Map(rows.map(([month, profit]) => [Number(month), profit.toDouble()]))
    return months.slice(1).map((_, month) => byMonth.get(month) ?? 0)
  },
}

async function append(table: string, rows: Million['leads'], kinds: readonly string[]): Promise<void> {
  const appender = await connection.createAppender(table)
  for (const row of rows) {
    for (const [index, kind] of kinds.entries()) {
      const cell = row[index]
      if (cell === null || cell === undefined) appender.appendNull()
      else if (kind === 's') appender.appendVarchar(String(cell))
      else if (kind === 'b') appender.appendBoolean(cell === true)
      else if (kind === 'd') appender.appendDouble(cell as number)
      else appender.appendDecimal(decimal(cell as number))
    }
    appender.endRow()
  }
  appender.closeSync()
}

function decimal(amount: number) {
  return new DuckDBDecimalValue(BigInt(Math.round(amount * 100)), 18, 2)
}
