import type { DialectName } from './index'

/** The databases as people call them, those that spreadsheets connect to first. */
export const dialectTitles = {
  bigquery: 'BigQuery',
  postgresql: 'PostgreSQL',
  snowflake: 'Snowflake',
  spark: 'Spark',
  duckdb: 'DuckDB',
} satisfies Record<DialectName, string>
