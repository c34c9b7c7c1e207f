import type { Tree } from '../../formula/tree'
import type { Metric } from '../../metrics/metric'
import { type Dialect, render } from '../render'

/**
 * How many of a metric's rules are written: all; all but those that no rows of tables can break, such as a count below
 * 0; or only those that tell what is missing, in a formula that would be too long otherwise.
 */
export type Strictness = 'all' | 'possible' | 'missing'

interface Writing {
  readonly simple: (formula: string) => Tree
  readonly condition: (when: string) => string | boolean
  /** Names of numbers of rows, each with what tells of which rows. */
  readonly counts: ReadonlyMap<string, string>
  readonly strictness: Strictness
  readonly formula: Tree
  readonly dialect: Dialect
}

/** The rules that are written, each once; what a division refuses by itself needs none. */
export function needed(rules: Metric['errors'], writing: Writing): Metric['errors'] {
  const { simple, condition, counts, strictness, formula, dialect } = writing
  const seen = new Set<string | boolean>([false])
  const open = rules.filter(({ when, error }) => {
    if (strictness !== 'all' && isImpossible(simple(when), counts)) return false
    if (strictness === 'missing' && isSpared(error)) return false
    const text = condition(when)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
  const last = open[open.length - 1]
  const text = last?.error === '#DIV/0!' ? condition(last.when) : undefined
  return typeof text === 'string' && isDivisor(text, formula, dialect) ? open.slice(0, -1) : open
}

/** Errors of rules that refuse numbers which make no sense, not those that are missing. */
export function isSpared(error: string): boolean {
  return error === '#NUM!' || error === '#VALUE!'
}

/**
 * No count is below 0, and of two that a metric compares, over rows of one table and one date, the one counts part of
 * what the other does.
 */
function isImpossible(tree: Tree, counts: ReadonlyMap<string, string>): boolean {
  if (tree.kind !== 'binary') return false
  const { operator, left, right } = tree
  if (operator === 'or') return isImpossible(left, counts) && isImpossible(right, counts)
  if (left.kind !== 'name' || !counts.has(left.name)) return false
  if (right.kind === 'name') {
    return (operator === '<' || operator === '>') && counts.get(right.name) === counts.get(left.name)
  }
  return operator === '<' && right.kind === 'number' && right.text === '0'
}

/** Whether a condition asks for the very 0 that the formula divides by. */
function isDivisor(condition: string, formula: Tree, dialect: Dialect): boolean {
  if (formula.kind !== 'binary') return false
  const { operator, left, right } = formula
  if (operator === '/') return condition === `${render(right, dialect)}=0`
  const isSum = operator === '-' || operator === '+'
  return isSum && (isDivisor(condition, left, dialect) || isDivisor(condition, right, dialect))
}
