import type { DateOrder } from '../command-line/csv-file'
import type { TableName } from '../shared/tables/schema'
import type { Engine, Told } from './engine'

export const engines = ['duckdb', 'bigquery', 'spark'] as const

export interface EngineOptions {
  readonly engine: (typeof engines)[number]
  readonly dates?: DateOrder
  readonly project?: string
  readonly location?: string
  readonly maxBytesBilled: number
  readonly dryRun?: boolean
  readonly master?: string
}

/** Each is loaded where it is asked for: they are large, and other commands do without. */
export async function openEngine(
  tables: Partial<Record<TableName, string>>,
  options: EngineOptions,
  told: Told,
): Promise<Engine> {
  switch (options.engine) {
    case 'bigquery':
      return (await import('./bigquery')).openBigQuery(tables, options, told)
    case 'spark':
      return (await import('./spark')).openSpark(tables, options.master, told)
    default:
      return (await import('./duckdb')).openFiles(tables, options.dates, told)
  }
}
