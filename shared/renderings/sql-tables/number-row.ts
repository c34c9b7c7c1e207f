import { dayText } from '../../definitions/clock'
import { measuresOf } from '../../metrics/on-tables/dependencies'
import type { Period } from '../../tables/rows'
import { type CellError, isCellError } from '../../values'
import type { SqlDialect } from './dialect'
import { finished, refusedColumn, whyColumn } from './finish-sql'
import type { Finishing } from './finishing'
import type { Total } from './over-totals'
import type { Place, Whereabouts } from './parts-sql'

/** What a row of the numbers says beside the number. */
export interface RowHead {
  readonly name: string
  readonly period: Period
  /** The parts that any row shows, in columns of these names. */
  readonly shown: readonly string[]
}

/** The number of a metric in a period as a select of one row, out of the parts that stand in a table. */
export function numberRow(
  { name, period, shown }: RowHead,
  place: Place,
  { totals, finishes }: Finishing,
  answer: string,
  dialect: SqlDialect,
): string {
  const { identifier, types, text } = dialect
  const nothing = (type: string): string => `cast(null as ${type})`
  const day = (serial: number): string =>
    Number.isFinite(serial) ? dialect.date(dayText(serial)) : nothing(types.day)
  const { value } = place.answer
  const isWorkedOut = finishes.length > 0
  const own = new Set(partsShown({ totals, finishes }))
  const known = typeof value === 'number' ? `cast(${value} as ${types.double})` : nothing(types.double)
  const wrong = isCellError(value) ? text(`${value.error} ${value.reason}`) : nothing(types.text)
  const cells = [
    `${text(name)} as ${identifier('metric')}`,
    `${day(period.from)} as ${identifier('period_from')}`,
    `${day(period.to)} as ${identifier('period_to')}`,
    `${isWorkedOut ? identifier('value') : known} as ${identifier('value')}`,
    ...shown.map(
      part => `${own.has(part) ? identifier(part) : nothing(types.double)} as ${identifier(part)}`,
    ),
    `${isWorkedOut ? identifier(whyColumn(finishes)) : wrong} as ${identifier('refused')}`,
  ].join(', ')
  if (!isWorkedOut) return `select ${cells}`
  return `select ${cells} from (${finished(finishes, totalsSql(place, totals, answer, dialect), dialect)}) as t`
}

/** What people know by name: the arguments of the metric, not those of its arguments or what only rows have. */
export function partsShown({ totals, finishes }: Finishing): readonly string[] {
  const named = totals.filter(({ of }) => typeof of !== 'object')
  return [...named, ...finishes].map(({ name }) => name).filter(name => name !== 'value' && !/__/.test(name))
}

/** One row with all totals of a metric in a period. */
function totalsSql(place: Place, totals: readonly Total[], answer: string, dialect: SqlDialect): string {
  const { identifier, types } = dialect
  const columns = totals.map(total => `${totalSql(total, place, dialect)} as ${identifier(total.name)}`)
  const all = [
    ...measuresOf(place.answer.metric).flatMap(measure => place.whereIs(measure)),
    ...totals.flatMap(total => whereIs(total, place)),
  ]
  const lacking = all.find(isCellError)
  const isOf = anyOf(distinct(places(all)), ({ measure, period }) => {
    const own = identifier('period')
    return `${identifier('measure')} = ${measure} and (${own} = ${period} or ${own} is null)`
  })
  const refused = lacking
    ? dialect.text(`${lacking.error} ${lacking.reason}`)
    : `cast(max(case when ${isOf} then ${identifier('refused')} end) as ${types.text})`
  // Counted, so that it is one row even where nothing else is added up.
  const counted = `count(*) as ${identifier('rows__0')}`
  return `select ${[counted, ...columns, `${refused} as ${identifier(refusedColumn)}`].join(', ')} from ${identifier(answer)}`
}

function totalSql(total: Total, place: Place, { identifier, types }: SqlDialect): string {
  const { of } = total
  const where = places(whereIs(total, place))
  const isOf = anyOf(
    where,
    one => `${identifier('measure')} = ${one.measure} and ${identifier('period')} = ${one.period}`,
  )
  const type = typeof of === 'object' ? types.double : types.decimal
  const number = of === 'n' ? identifier('n') : `cast(${identifier('sum')} as ${type})`
  return `coalesce(sum(case when ${isOf} then ${number} end), 0)`
}

function whereIs({ measure, of }: Total, place: Place): readonly (Whereabouts | CellError)[] {
  return place.whereIs(measure, typeof of === 'object' ? of : undefined)
}

function places(found: readonly (Whereabouts | CellError)[]): readonly Whereabouts[] {
  return found.filter((one): one is Whereabouts => !isCellError(one))
}

function distinct(found: readonly Whereabouts[]): readonly Whereabouts[] {
  return [...new Map(found.map(one => [`${one.measure} ${one.period}`, one])).values()]
}

function anyOf(found: readonly Whereabouts[], condition: (one: Whereabouts) => string): string {
  return found.length === 0 ? '1 = 0' : found.map(one => `(${condition(one)})`).join(' or ')
}
