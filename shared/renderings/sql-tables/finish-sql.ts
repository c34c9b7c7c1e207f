import { render } from '../render'
import type { SqlDialect } from './dialect'
import { inDoubles } from './doubles'
import { firstOf } from './expression'
import type { Finish } from './finishing'

/** The column that says why a metric has no value. */
const whyOf = (name: string) => `${name}__why`

/** Why nothing of all that was measured can be told. */
export const refusedColumn = 'refused__0'

/**
 * Metrics worked out of a table of totals: layer upon layer, since each reads what was worked out before. Beside every
 * metric stands why it has no value.
 */
export function finished(finishes: readonly Finish[], totals: string, dialect: SqlDialect): string {
  const levels = new Map<string, number>()
  for (const { name, arguments: needed } of finishes)
    levels.set(name, 1 + Math.max(0, ...needed.map(other => levels.get(other) as number)))
  const add = (columns: readonly string[], from: string): string =>
    `select *, ${columns.join(', ')} from (${from}) as t`
  let sql = totals
  for (let level = 1; level <= Math.max(...levels.values()); level++) {
    const own = finishes.filter(({ name }) => levels.get(name) === level)
    const reasons = own.map(one => `${why(one, dialect)} as ${dialect.identifier(whyOf(one.name))}`)
    const values = own.map(one => `${value(one, dialect)} as ${dialect.identifier(one.name)}`)
    sql = add(values, add(reasons, sql))
  }
  return sql
}

/** Why the last of them has no value. */
export function whyColumn(finishes: readonly Finish[]): string {
  return whyOf((finishes[finishes.length - 1] as Finish).name)
}

function value({ name, variants, formula }: Finish, dialect: SqlDialect): string {
  const { identifier } = dialect
  const doubles = inDoubles(dialect, identifier)
  const cases = [
    `when ${identifier(whyOf(name))} is not null then null`,
    ...variants.map(one => `when ${render(one.when, doubles)} then ${render(one.formula, doubles)}`),
  ]
  return `case ${cases.join(' ')} else ${render(formula, doubles)} end`
}

/** As in a cell: what is wrong with an argument goes before the rules, and of these the first counts. */
function why({ rules, arguments: needed, ...finish }: Finish, dialect: SqlDialect): string {
  const { identifier } = dialect
  const doubles = inDoubles(dialect, identifier)
  const broken = rules.map(
    ({ when, error, reason }) =>
      `when ${render(when, doubles)} then ${said(`${error} ${reason}`, finish, dialect)}`,
  )
  return firstOf(
    identifier(refusedColumn),
    ...needed.map(other => identifier(whyOf(other))),
    ...(broken.length === 0 ? [] : [`case ${broken.join(' ')} end`]),
  ) as string
}

/** A reason with the numbers put in. */
function said(
  reason: string,
  { settled, named }: Pick<Finish, 'settled' | 'named'>,
  dialect: SqlDialect,
): string {
  const { text, types, identifier, plainNumber } = dialect
  const pieces = reason.split(/\{(\w+)\}/).map((piece, place) => {
    if (place % 2 === 0) return text(piece)
    const column = named[piece]
    if (column === undefined) return text(String(settled[piece] ?? piece))
    const decimal = `cast(${identifier(column)} as ${types.decimal})`
    return `coalesce(${plainNumber(`cast(${decimal} as ${types.text})`)}, '?')`
  })
  return pieces.filter(piece => piece !== text('')).join(' || ')
}
