import { dayOfText } from '../shared/definitions/clock'
import { type Mapping, physicalColumn, tablesMapped } from '../shared/renderings/sql-tables/mapping'
import { events } from '../shared/tables/latest-event'
import { isCellError } from '../shared/values'
import { Refused } from '../shared/workbook/steps'
import type { Engine } from './engine'
import type { Recorded } from './question'

/** Asks for the first and the last day that the tables record. */
export async function recordedIn({ dialect, mapping, query }: Engine): Promise<Recorded> {
  const moments = eventColumns(mapping).map(
    ({ column, table }) =>
      `select cast(${dialect.identifier(column)} as ${dialect.types.day}) as d from ${table.map(dialect.identifier).join('.')}`,
  )
  const text = (day: string): string => `cast(${day} as ${dialect.types.text})`
  const sql = `select ${text('min(d)')} as first_day, ${text('max(d)')} as last_day from (${moments.join(' union all ')}) as events`
  const [row] = (moments.length === 0 ? [] : await query(sql)) as { first_day?: string; last_day?: string }[]
  const [from, to] = [dayOfText(row?.first_day ?? ''), dayOfText(row?.last_day ?? '')]
  if (from === undefined || to === undefined)
    throw new Refused('The tables record no day: give --from and --to.')
  return { from, to }
}

function eventColumns(mapping: Mapping) {
  const tables = tablesMapped(mapping)
  if (isCellError(tables)) throw new Refused(tables.reason)
  return [...tables].flatMap(([name, table]) => {
    const mapped = mapping[name]
    if (mapped === undefined) return []
    return (events[name] ?? []).flatMap(event => {
      const column = physicalColumn(table, mapped, event)?.name
      return column === undefined ? [] : [{ column, table: mapped.table }]
    })
  })
}
