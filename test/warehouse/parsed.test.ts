import { type DialectName, dialects } from '../../shared/renderings/sql-tables/dialects/index'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { valueSql } from '../../shared/renderings/sql-tables/value-sql'
import { schemas } from '../../shared/tables/schemas'
import { isCellError, type Matrix } from '../../shared/values'
import type { Tables } from '../support/database'
import { parseAll, pythonWith } from '../support/parse-sql'
import { definitionsOf } from '../support/random-tables'
import { everything, question } from '../support/same-in-database'
import { serial } from '../support/tables'

/** In every database a name of a table and of a column that has to be quoted, with whatever might end a quote. */
const strange = 'a `b` "c" \\ \' -- ; drop'
const mapping = Object.fromEntries(
  Object.values(schemas).map(({ name, columns }) => [
    name,
    {
      table: ['crm', `${name} ${strange}`],
      columns: Object.fromEntries(Object.keys(columns).map(column => [column, `${column} ${strange}`])),
    },
  ]),
) as Mapping

const headers = Object.fromEntries(
  Object.values(schemas).map(({ name, columns }): [string, Matrix] => [name, [Object.keys(columns)]]),
) as Tables
const quarter = {
  from: [[serial('2026-01-01'), serial('2026-02-01')]],
  to: [[serial('2026-01-31'), serial('2026-02-28')]],
}
const definitions = definitionsOf({
  'lead.net_subtract_codes': [strange.toUpperCase()],
  'lead.reissue_rule': 'each',
  'cohort.window_days': 'median x 1.5',
  'mrr.usage': true,
  'behaviour.rubrics': { messaging: 3 },
})

const divided = { by: 'owner', conditions: [{ column: 'owner', value: strange }] }

/** What the parser does not know, though the database does. */
const known: Record<DialectName, readonly string[]> = {
  duckdb: ['suffix', 'to_microseconds', 'to_months', 'to_days', 'nfc_normalize'],
  bigquery: [],
  spark: ['make_dt_interval'],
  postgresql: ['regexp_match'],
  snowflake: ['greatest_ignore_nulls', 'least_ignore_nulls'],
}

/** Some databases refuse subqueries that speak of the row around them. These have one. */
const lookedUpByRow = ['RAMP_TIME']

const python = pythonWith('sqlglot')

describe.each(Object.keys(dialects) as DialectName[])('%s', dialect => {
  ;(python === undefined ? test.skip : test)(
    'a parser of its SQL reads the statement of every metric',
    () => {
      const { tables: _, ...asked } = question(headers, quarter)
      const written = everything.flatMap(one =>
        [{}, divided].flatMap(further => {
          const wanted = { ...asked, ...further, definitions, wanted: [one], mapping }
          const parts = partsSql(wanted, dialects[dialect])
          // Some tables have no owners.
          return isCellError(parts) || parts.sql === undefined
            ? []
            : { name: one.metric.name, sql: parts.sql }
        }),
      )
      for (const one of everything) {
        const { name } = one.metric
        const values = valueSql([name], { ...asked, definitions, wanted: [one], mapping }, dialects[dialect])
        if (values && !isCellError(values) && values.sql !== undefined)
          written.push({ name, sql: values.sql })
      }
      const names = everything.map(({ metric }) => metric.name)
      expect(names.filter(name => !written.some(one => one.name === name))).toEqual([])
      const parsed = parseAll(written.map(({ sql }) => ({ dialect, sql })))
      const wrong = parsed.flatMap(({ error, kind, read = [], unknown = [], outer = [] }, index) => {
        const others = unknown.filter(name => !known[dialect].includes(name))
        const isOurs = read.every(table => table.startsWith('crm.') && table.endsWith(strange))
        const twice = read.filter((table, place) => read.indexOf(table) !== place)
        const isRight = error === undefined && (kind === 'select' || kind === 'union') && isOurs
        const name = written[index]?.name as string
        const byRow = lookedUpByRow.includes(name) ? [] : outer
        return isRight && [others, twice, byRow].every(found => found.length === 0)
          ? []
          : [[name, error ?? kind, others, twice, byRow, isOurs ? '' : read]]
      })
      expect(wrong).toEqual([])
    },
    300_000,
  )
})
