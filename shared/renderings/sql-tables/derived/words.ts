import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'

/** A column as a word that definitions know; blank is no word. */
export function wordOf(column: string): SqlColumn {
  return ({ name, dialect }) => ({ sql: `coalesce(${dialect.word(name(column).sql)}, '')`, type: 'text' })
}

/** Another text, or any literal, for each of some texts. */
export function caseOf(
  text: string,
  found: Iterable<readonly [string, string]>,
  otherwise: string,
  { dialect }: SourceWriter,
): string {
  const byFound = new Map<string, string[]>()
  for (const [word, gives] of found) {
    const others = byFound.get(gives)
    if (others) others.push(dialect.text(word))
    else byFound.set(gives, [dialect.text(word)])
  }
  if (byFound.size === 0) return otherwise
  const cases = [...byFound].map(([gives, words]) => `when ${dialect.isOneOf(text, words)} then ${gives}`)
  return `case ${cases.join(' ')} else ${otherwise} end`
}

export function isAnyOf(text: string, words: readonly string[], { dialect }: SourceWriter): string {
  return words.length === 0 ? 'false' : `coalesce(${dialect.isOneOf(text, words.map(dialect.text))}, false)`
}

/** What is wrong under a condition: the code of an error and its reason. */
export function refusing(condition: string, what: string, { dialect }: SourceWriter): string {
  return `case when ${condition} then ${dialect.text(what)} end`
}

/** What is wrong with any row spoils them all. */
export function anywhere(refused: string | undefined): string | undefined {
  return refused && `max(${refused}) over ()`
}

/** A condition that never is blank. */
export function truth({ sql }: Written): string {
  return `coalesce(${sql}, false)`
}

/** How rows of another source are matched. */
interface Matching {
  readonly regardlessOfCase?: true
  /** Only rows that have a value in this column. */
  readonly where?: string
}

/** Puts the upper row of those that share a key beside each row, and gives the name under which it is read. */
export function joinFirst(
  rows: SourceWriter,
  source: Parameters<SourceWriter['lookInto']>[0],
  key: string,
  columns: readonly string[],
  own: string,
  { regardlessOfCase, where }: Matching = {},
): string {
  const id = rows.dialect.identifier
  const other = rows.lookInto(source, [key, ...columns, '__row'])
  const [match, nth] = [id('__key'), id('__nth')]
  const matched = (text: string): string => (regardlessOfCase ? folded(text) : text)
  const listed = [
    `${matched(id(key))} as ${match}`,
    ...columns.map(column => `${id(column)} as ${id(`__${column}`)}`),
    `row_number() over (partition by ${matched(id(key))} order by ${id('__row')}) as ${nth}`,
  ]
  const known = where === undefined ? '' : ` where ${id(where)} is not null`
  const first = `(select * from (select ${listed.join(', ')} from ${other}${known}) as n where ${nth} = 1)`
  return rows.join(first, alias => `${alias}.${match} = ${matched(own)}`)
}

/** A name that is matched regardless of case, and where it is blank too. */
export function folded(text: string): string {
  return `lower(coalesce(${text}, ''))`
}

/** A column of the rows that an alias stands for; what no row decides is no column. */
export function of(alias: string, { sql }: Written, { dialect }: SourceWriter): string {
  return sql[0] === dialect.identifier('')[0] ? `${alias}.${sql}` : sql
}
