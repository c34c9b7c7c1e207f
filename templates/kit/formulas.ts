import { metricsByName } from '../../shared/metrics/by-name'
import type { Metric } from '../../shared/metrics/metric'
import { tablesNeeded } from '../../shared/metrics/on-tables/dependencies'
import type { TableName } from '../../shared/tables/schema'
import type { Content } from '../../shared/workbook/steps'

/** A formula as a cell's content. `{anchor}` in it stands for the cells that a part of a page calls so. */
export const f = (formula: string): Content => ({ formula: `=${formula}` })

/** The cells or names of the days, and of the name, of a period. */
export interface Span {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** The quarter that a template reports on, and the one before; the sheet Start says which. */
export const quarter: Span = { name: 'PERIOD', from: 'PERIOD_FROM', to: 'PERIOD_TO' }
export const prior: Span = { name: 'PRIOR', from: 'PRIOR_FROM', to: 'PRIOR_TO' }

export interface Asked {
  readonly over?: Span
  /** A text in quotes, or what gives one. */
  readonly where?: string
  /** `current` of what goes on after its period was locked, as a cohort does. */
  readonly basis?: 'current'
  /** The day up to which things are known, where it is not AS_OF. */
  readonly asOf?: string
  /** Tables that the metric reads where they are given. */
  readonly also?: readonly TableName[]
}

/** A metric of the workbook's tables; what was reported of a locked period, unless another basis is asked for. */
export function metric(
  name: string,
  { over = quarter, where = '""', basis, asOf = 'AS_OF', also = [] }: Asked = {},
): string {
  const tables = [...tablesNeeded(declared(name)), ...also].map(table => table.toUpperCase())
  const asked = basis ? `${name}@${basis}` : name
  const records = basis ? [] : ['LOCKS', 'SNAPSHOT']
  const args = [over.from, over.to, where, asOf, 'DEFINITIONS', ...tables, ...records]
  return `METRIC("${asked}",${args.join(',')})`
}

/** What a number is by the definitions. */
export function label(name: string, { over = quarter, basis }: Asked = {}): string {
  return `METRIC_LABEL("${name}",${over.name},"${basis ?? ''}",DEFINITIONS,LOCKS)`
}

export function declared(name: string): Metric {
  return metricsByName.get(name) as Metric
}
