/**
 * The formula language: numbers, text in quotes, names, `+ - * / ^`, comparisons, `in`, `and or not`, calls.
 * Smaller than any spreadsheet's on purpose. There is no unary minus (`-2 ^ 2` differs between hosts) but for
 * negative numbers, and `a ^ b ^ c` must say with brackets which power comes first.
 */
export type Tree = NumberTree | TextTree | NameTree | CallTree | BinaryTree | NotTree

export interface NumberTree {
  readonly kind: 'number'
  /** As written, already bounded: 1 to 30 digits, exponent within what a double can hold. */
  readonly text: string
}
export interface TextTree {
  readonly kind: 'text'
  readonly text: string
}
export interface NameTree {
  readonly kind: 'name'
  readonly name: string
}
export interface CallTree {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly args: readonly Tree[]
}
export interface BinaryTree {
  readonly kind: 'binary'
  readonly operator: Operator
  readonly left: Tree
  readonly right: Tree
}
export interface NotTree {
  readonly kind: 'not'
  readonly operand: Tree
}

export type Arithmetic = '+' | '-' | '*' | '/' | '^'
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='
export type Operator = Arithmetic | Comparison | 'and' | 'or' | 'in'

/** The functions of the language with the number of arguments that each takes. */
export const functionArity = {
  min: [1, 9],
  max: [1, 9],
  if: [3, 3],
  sum: [1, 1],
  count: [1, 1],
  mean: [1, 1],
  median: [1, 1],
  percentile: [2, 2],
  product: [1, 1],
  first: [1, 1],
  last: [1, 1],
  position: [1, 1],
  largest: [2, 2],
  latest: [2, 2],
  floor: [1, 1],
  ceil: [1, 1],
  abs: [1, 1],
  irr: [2, 2],
  normal_quantile: [1, 1],
  years_between: [3, 3],
  business_hours: [6, 6],
  period_start: [6, 6],
  period_end: [6, 6],
  fiscal_period: [6, 6],
  present: [1, 1],
  either: [2, 9],
  days: [2, 2],
  seconds: [2, 2],
  open_seconds: [2, 2],
  working_days: [2, 2],
} as const satisfies Record<string, readonly [number, number]>

export type FunctionName = keyof typeof functionArity

export function isFunctionName(name: string): name is FunctionName {
  return Object.keys(functionArity).includes(name)
}

/** The names that a tree speaks of, each once, in the order of their first appearance. */
export function namesIn(tree: Tree): readonly string[] {
  const found = new Set<string>()
  const visit = (node: Tree): void => {
    if (node.kind === 'name') found.add(node.name)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(tree)
  return [...found]
}

export function childrenOf(node: Tree): readonly Tree[] {
  switch (node.kind) {
    case 'binary':
      return [node.left, node.right]
    case 'not':
      return [node.operand]
    case 'call':
      return node.args
    default:
      return []
  }
}
