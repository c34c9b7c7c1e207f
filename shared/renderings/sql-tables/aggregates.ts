import type { SqlDialect } from './dialect'
import { firstOf, when } from './expression'
import { type Facts, serialOf } from './facts'
import type { Placed } from './pass'

/** The columns that hold what a measure reads of a row, and what it made of many, each with its number behind it. */
export const ofMeasure = {
  counts: (place: number) => `counts_${place}`,
  value: (place: number) => `value_${place}`,
  refused: (place: number) => `refused_${place}`,
  currency: (place: number) => `currency_${place}`,
  n: (place: number) => `n_${place}`,
  sum: (place: number) => `sum_${place}`,
  values: (place: number) => `values_${place}`,
}

/** What a measure reads of each row. */
export function factColumns(
  place: number,
  facts: Facts,
  refused: string | undefined,
  { identifier }: SqlDialect,
): readonly string[] {
  const named = (sql: string | undefined, name: string): readonly string[] =>
    sql === undefined ? [] : [`${sql} as ${identifier(name)}`]
  return [
    ...named(facts.counts, ofMeasure.counts(place)),
    ...named(facts.value, ofMeasure.value(place)),
    ...named(refused, ofMeasure.refused(place)),
    ...named(facts.currency, ofMeasure.currency(place)),
  ]
}

export interface Aggregated extends Placed {
  readonly facts: Facts
  readonly refused: string | undefined
}

/** What a measure makes of many rows: how many, their sum or their values, and what is wrong with any. */
export function aggregates(
  { measure, place, isSummed, total, facts, refused }: Aggregated,
  dialect: SqlDialect,
): readonly string[] {
  const { identifier, types, text } = dialect
  const of = (name: keyof typeof ofMeasure): string => identifier(ofMeasure[name](place))
  const [counts, value] = [of('counts'), of('value')]
  const columns: string[] = []
  const add = (sql: string, name: keyof typeof ofMeasure): void => {
    columns.push(`${sql} as ${of(name)}`)
  }
  if (measure.distinct === undefined) add(`count(case when ${counts} then 1 end)`, 'n')
  else {
    // That nothing stands there is a value of its own.
    const blanks = `max(case when ${counts} and ${value} is null then 1 else 0 end)`
    add(`count(distinct case when ${counts} then ${value} end) + ${blanks}`, 'n')
  }
  if (measure.value !== undefined && isSummed) {
    // What was divided has more digits than decimals hold.
    const added = total ? value : `cast(${value} as ${types.decimal})`
    add(`cast(sum(case when ${counts} then ${added} end) as ${types.text})`, 'sum')
  } else if (measure.value !== undefined) {
    const number = facts.valueType === 'date' ? serialOf(value, dialect) : value
    add(dialect.list(`cast(${number} as ${types.double})`, identifier('__row'), counts), 'values')
  }
  const currencies = `count(distinct case when ${counts} then ${of('currency')} end)`
  const mixed = text('#VALUE! amounts in several currencies cannot be added; convert them first')
  const wrong = firstOf(
    refused && `min(${of('refused')})`,
    facts.currency && when(`${currencies} > 1`, mixed),
  )
  if (wrong) add(wrong, 'refused')
  return columns
}

/** The answer's columns. */
export const answerColumns = ['measure', 'period', 'group', 'key', 'n', 'sum', 'values', 'refused'] as const

/** One row of the answer for each period and group in which a measure found something. */
export function answerSelect(
  { measure, place, isSummed, facts, refused }: Aggregated,
  parts: string,
  dialect: SqlDialect,
): string {
  const { identifier, types } = dialect
  const of = (name: keyof typeof ofMeasure): string => identifier(ofMeasure[name](place))
  const nothing = (type: string): string => `cast(null as ${type})`
  const isRefusable = refused !== undefined || facts.currency !== undefined
  const hasValues = measure.value !== undefined
  const cells: Record<(typeof answerColumns)[number], string> = {
    measure: String(place),
    period: identifier('__period'),
    group: identifier('__group'),
    key: identifier('__key'),
    n: of('n'),
    sum: hasValues && isSummed ? of('sum') : nothing(types.text),
    values: hasValues && !isSummed ? of('values') : nothing(types.doubles),
    refused: isRefusable ? of('refused') : nothing(types.text),
  }
  const listed = answerColumns.map(column => `${cells[column]} as ${identifier(column)}`).join(', ')
  const found = `${of('n')} > 0${isRefusable ? ` or ${of('refused')} is not null` : ''}`
  return `select ${listed} from ${identifier(parts)} where ${found}`
}

/** A row of the answer that holds for all periods and groups: that nothing can be told of a measure. */
export function failureSelect(place: number, failure: string, { identifier, types }: SqlDialect): string {
  const nothing = (type: string): string => `cast(null as ${type})`
  const cells = {
    ...{
      measure: String(place),
      period: nothing('integer'),
      group: nothing(types.text),
      key: nothing(types.text),
    },
    ...{ n: '0', sum: nothing(types.text), values: nothing(types.doubles), refused: identifier('refused') },
  }
  const listed = answerColumns.map(column => `${cells[column]} as ${identifier(column)}`).join(', ')
  return `select ${listed} from (${failure}) as failures where ${identifier('refused')} is not null`
}
