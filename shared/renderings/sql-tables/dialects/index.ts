import { bigquery } from './bigquery'
import { duckdb } from './duckdb'
import { postgresql } from './postgresql'
import { snowflake } from './snowflake'
import { spark } from './spark'

/** The databases of which each is written for. */
export const dialects = { duckdb, bigquery, spark, postgresql, snowflake }

export type DialectName = keyof typeof dialects
