import type { FunctionName, Tree } from '../../formula/tree'
import { type Dialect, infix, render, symbols, usualLevels } from '../render'
import { openSeconds, workingDays } from './calendar'
import type { SqlDialect } from './dialect'
import { settledNames } from './settle'

export type SqlType = 'text' | 'number' | 'date' | 'flag'

/** A value of a row in SQL. */
export interface Written {
  readonly sql: string
  readonly type: SqlType
  /** A text that says what is wrong with the row, null where nothing is; undefined where nothing can be. */
  readonly refused?: string | undefined
}

/** What a rule may speak of, in SQL. */
export interface SqlScope {
  readonly dialect: SqlDialect
  readonly name: (name: string) => Written
  readonly set: (name: string) => readonly string[]
  readonly terms: Readonly<Record<string, unknown>>
}

/** A settled rule as SQL. As in the core, blank compares with nothing and text is compared regardless of case. */
export function write(tree: Tree, scope: SqlScope): Written {
  return { sql: render(tree, dialectFor(scope)), type: typeOf(tree, scope), refused: refusalOf(tree, scope) }
}

function dialectFor(scope: SqlScope): Dialect {
  const { dialect } = scope
  const rows: Dialect = {
    number: text => text,
    text: dialect.text,
    name: name => (name in settledNames ? name : scope.name(name).sql),
    // What is blank does not hold, so that its contrary does.
    not: operand => `not coalesce(${operand}, false)`,
    operators: { ...symbols(' '), and: infix(' and '), or: infix(' or ') },
    levels: usualLevels,
    calls: {
      if: (condition, yes, no) => `case when ${condition} then ${yes} else ${no} end`,
      present: value => `${value} is not null`,
      either: (...values) => `coalesce(${values.join(', ')})`,
      min: dialect.least,
      max: dialect.greatest,
      days: dialect.days,
      // Whole seconds are what was recorded.
      seconds: (from, to) => `floor(${dialect.milliseconds(from, to)} / 1000.0 + 0.5)`,
      open_seconds: (from, to) => openSeconds(from, to, scope),
      working_days: (from, to) => workingDays(from, to, scope),
    },
    special: tree => {
      if (tree.kind !== 'binary') return undefined
      if (tree.operator === 'in') return membership(tree.left, tree.right, scope, rows)
      if (!(tree.operator in comparisons)) return undefined
      const sides = [tree.left, tree.right].map(side => comparable(side, scope, rows))
      // A number is neither equal to a text nor unequal.
      if (sides[0]?.type !== sides[1]?.type) return 'false'
      return `${sides[0]?.sql} ${tree.operator} ${sides[1]?.sql}`
    },
  }
  return rows
}

const comparisons: Readonly<Record<string, true>> = {
  '=': true,
  '<>': true,
  '<': true,
  '<=': true,
  '>': true,
  '>=': true,
}

function comparable(tree: Tree, scope: SqlScope, rows: Dialect): { sql: string; type: SqlType } {
  if (tree.kind === 'text') return { sql: rows.text(tree.text.toLowerCase()), type: 'text' }
  const [type, own] = [typeOf(tree, scope), render(tree, rows)]
  const sql = tree.kind === 'binary' ? `(${own})` : own
  return { sql: type === 'text' ? `lower(${sql})` : sql, type }
}

function membership(left: Tree, right: Tree, scope: SqlScope, rows: Dialect): string {
  const members = right.kind === 'name' ? scope.set(right.name) : []
  if (members.length === 0) return 'false'
  const { dialect } = scope
  const written = members.map(member => dialect.text(member.toLowerCase()))
  const { type } = comparable(left, scope, rows)
  const own = render(left, rows)
  const text = type === 'text' ? own : `cast(${own} as ${dialect.types.text})`
  return dialect.isOneOf(`lower(${text})`, written)
}

/** Functions whose value is of the kind of their first argument, or of one of their own. */
const typeOfCall: Partial<Record<FunctionName, SqlType>> = {
  present: 'flag',
  days: 'number',
  seconds: 'number',
  open_seconds: 'number',
  working_days: 'number',
}

function typeOf(tree: Tree, scope: SqlScope): SqlType {
  switch (tree.kind) {
    case 'number':
      return 'number'
    case 'text':
      return 'text'
    case 'name':
      return tree.name in settledNames ? 'flag' : scope.name(tree.name).type
    case 'call':
      return typeOfCall[tree.name] ?? typeOf(tree.args[tree.name === 'if' ? 1 : 0] as Tree, scope)
    default:
      return 'flag'
  }
}

/** What is wrong with the parts of a rule that are looked at: of “and” the right only where the left holds. */
export function refusalOf(tree: Tree, scope: SqlScope): string | undefined {
  const sql = (part: Tree): string => render(part, dialectFor(scope))
  const inner = (part: Tree): string | undefined => refusalOf(part, scope)
  switch (tree.kind) {
    case 'name':
      return tree.name in settledNames ? undefined : scope.name(tree.name).refused
    case 'not':
      return inner(tree.operand)
    case 'binary': {
      const { operator, left, right } = tree
      if (operator === 'in') return inner(left)
      if (operator === 'and') return firstOf(inner(left), when(sql(left), inner(right)))
      if (operator === 'or')
        return firstOf(inner(left), when(`not coalesce(${sql(left)}, false)`, inner(right)))
      return firstOf(inner(left), inner(right))
    }
    case 'call': {
      const [first, second, third] = tree.args as [Tree, Tree, Tree]
      if (tree.name === 'if') {
        const otherwise = when(`not coalesce(${sql(first)}, false)`, inner(third))
        return firstOf(inner(first), when(sql(first), inner(second)), otherwise)
      }
      if (tree.name !== 'either') return firstOf(...tree.args.map(inner))
      // A value further on is only asked for where all before it are blank.
      return firstOf(
        ...tree.args.map((part, place) => {
          const before = tree.args.slice(0, place).map(other => `${sql(other)} is null`)
          return place === 0 ? inner(part) : when(before.join(' and '), inner(part))
        }),
      )
    }
    default:
      return undefined
  }
}

export function firstOf(...refusals: readonly (string | undefined)[]): string | undefined {
  const possible = refusals.filter(refusal => refusal !== undefined)
  return possible.length < 2 ? possible[0] : `coalesce(${possible.join(', ')})`
}

export function when(condition: string, refusal: string | undefined): string | undefined {
  return refusal === undefined ? undefined : `case when ${condition} then ${refusal} end`
}
