import type { FunctionName, Operator, Tree } from '../formula/tree'

/**
 * How one language writes a formula: a plain object keyed by what is to be written. Operators that stand between
 * their operands have a level, by which brackets are set; those written as calls have none.
 */
export interface Dialect {
  readonly number: (text: string) => string
  readonly text: (text: string) => string
  readonly name: (name: string) => string
  readonly not: (operand: string) => string
  readonly operators: Readonly<Record<Operator, (left: string, right: string) => string>>
  readonly levels: Readonly<Partial<Record<Operator, number>>>
  readonly calls: Readonly<Partial<Record<FunctionName, (...args: string[]) => string>>>
  /** A form of its own for some trees, asked first: counting the items of a range for which a condition holds. */
  readonly special?: (tree: Tree) => string | undefined
}

/** Writes a formula in a dialect. */
export function render(tree: Tree, dialect: Dialect): string {
  const special = dialect.special?.(tree)
  if (special !== undefined) return special
  const inner = (part: Tree): string => render(part, dialect)
  switch (tree.kind) {
    case 'number':
      return dialect.number(tree.text)
    case 'text':
      return dialect.text(tree.text)
    case 'name':
      return dialect.name(tree.name)
    case 'not':
      return dialect.not(inner(tree.operand))
    case 'call': {
      const write = dialect.calls[tree.name]
      if (!write) throw new RangeError(`this dialect has no ${tree.name}`)
      return write(...tree.args.map(inner))
    }
    case 'binary': {
      const own = dialect.levels[tree.operator]
      const operand = (part: Tree, isRight: boolean): string => {
        const level = part.kind === 'binary' ? dialect.levels[part.operator] : undefined
        const loose = own !== undefined && level !== undefined && (level < own || (isRight && level === own))
        return loose ? `(${inner(part)})` : inner(part)
      }
      return dialect.operators[tree.operator](operand(tree.left, false), operand(tree.right, true))
    }
  }
}

/** The levels of the formula language itself. */
export const usualLevels = {
  or: 1,
  and: 2,
  '=': 3,
  '<>': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '^': 6,
} as const satisfies Record<Operator, number>

/** Every operator as its own symbol, with what stands on both sides of it. */
export function symbols(space: '' | ' '): Dialect['operators'] {
  const written = Object.keys(usualLevels).map(symbol => [symbol, infix(`${space}${symbol}${space}`)])
  return Object.fromEntries(written) as Dialect['operators']
}

/** An operator between its operands. */
export function infix(symbol: string): (left: string, right: string) => string {
  return (left, right) => `${left}${symbol}${right}`
}
