import type { NumberTree, TextTree, Tree } from './tree'

/** Names that are already decided: a choice that was made, a default that was left. */
export type Constants = Readonly<Record<string, number | string>>

/**
 * Puts constants in and drops what they decide: `if(short_period = "simple", a, b)` is `b` where it is not. Of the
 * optional arguments in `leftOut`, `present(…)` is decided too.
 */
export function simplify(tree: Tree, constants: Constants, leftOut: readonly string[] = []): Tree {
  const inner = (part: Tree): Tree => simplify(part, constants, leftOut)
  switch (tree.kind) {
    case 'name': {
      const value = constants[tree.name]
      if (value === undefined) return tree
      return typeof value === 'number'
        ? { kind: 'number', text: plain(value) }
        : { kind: 'text', text: value }
    }
    case 'not': {
      const operand = inner(tree.operand)
      const truth = truthOf(operand)
      return truth === undefined ? { ...tree, operand } : always(!truth)
    }
    case 'call': {
      const [asked] = tree.args
      if (tree.name === 'present' && asked?.kind === 'name') return always(!leftOut.includes(asked.name))
      const args = tree.args.map(inner)
      if ((tree.name === 'floor' || tree.name === 'ceil') && isWhole(args[0] as Tree)) return args[0] as Tree
      const truth = tree.name === 'if' ? truthOf(args[0] as Tree) : undefined
      return truth === undefined ? { ...tree, args } : (args[truth ? 1 : 2] as Tree)
    }
    case 'binary':
      return simplifyBinary({ ...tree, left: inner(tree.left), right: inner(tree.right) })
    default:
      return tree
  }
}

function simplifyBinary(tree: Extract<Tree, { kind: 'binary' }>): Tree {
  const { operator, left, right } = tree
  if (operator === 'and' || operator === 'or') {
    const decisive = operator === 'or'
    if (truthOf(left) === decisive || truthOf(right) === decisive) return always(decisive)
    if (truthOf(left) !== undefined) return right
    return truthOf(right) === undefined ? tree : left
  }
  const isLiteral = (part: Tree): part is TextTree | NumberTree =>
    part.kind === 'text' || part.kind === 'number'
  // A number is never a word that may stand in its place.
  if (isLiteral(left) && isLiteral(right) && (left.kind === 'text' || right.kind === 'text')) {
    const same = left.kind === right.kind && left.text === right.text
    if (operator === '=') return always(same)
    if (operator === '<>') return always(!same)
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const [a, b] = [Number(left.text), Number(right.text)]
    if (operator === '<') return always(a < b)
    if (operator === '>') return always(a > b)
    if (operator === '=') return always(a === b)
    if (operator === '<>') return always(a !== b)
  }
  const isOne = (part: Tree): boolean => part.kind === 'number' && part.text === '1'
  return operator === '*' && isOne(right) ? left : tree
}

function isWhole(tree: Tree): boolean {
  return tree.kind === 'number' && Number.isInteger(Number(tree.text))
}

/** Decided conditions are written as `1 = 1` and `1 = 0`: the language has no words for them. */
function always(truth: boolean): Tree {
  const one: Tree = { kind: 'number', text: '1' }
  return { kind: 'binary', operator: '=', left: one, right: truth ? one : { kind: 'number', text: '0' } }
}

/** Whether a condition is decided, and how. */
export function truthOf(tree: Tree): boolean | undefined {
  if (tree.kind !== 'binary' || tree.operator !== '=') return undefined
  if (tree.left.kind !== 'number' || tree.right.kind !== 'number') return undefined
  return tree.left.text === tree.right.text
}

/** A number without an exponent where that is short, as the formula language writes it. */
function plain(value: number): string {
  return String(value).replace('+', '')
}
