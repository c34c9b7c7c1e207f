import type { OpeningHours } from '../formula/business-hours'
import type { Comparison, NameTree, Tree } from '../formula/tree'
import { type Compiled, fixed, onlyOf, selectionOf, settled } from './compiled'
import { rowFunction } from './row-functions'
import { both, either, except } from './selection'
import type { Reader, RowValue } from './table'

/** What a rule may speak of. */
export interface Scope {
  /** The reader of a name; `fixed` where it is the same in every row, as a definition term is. */
  readonly name: (name: string) => Compiled
  /** The members of a definition term that is a set. */
  readonly set: (name: string) => readonly string[]
  readonly hours: OpeningHours
}

/**
 * A rule as a function of the row. Blank compares with nothing: neither `=` nor `<` holds for it. What follows from
 * the definitions alone is worked out once, so that a choice between two rules costs nothing in the rows.
 */
export function compileRule(tree: Tree, scope: Scope): Compiled {
  const compile = (part: Tree): Compiled => compileRule(part, scope)
  switch (tree.kind) {
    case 'number':
      return fixed(Number(tree.text))
    case 'text':
      return fixed(tree.text)
    case 'name':
      return scope.name(tree.name)
    case 'not': {
      const operand = compile(tree.operand)
      const { read, fixed, only } = operand
      return settled({
        read: row => read(row) !== true,
        ...{ fixed, only, select: () => except(selectionOf(operand)) },
      })
    }
    case 'call':
      return tree.name === 'if'
        ? choice(tree.args, compile)
        : rowFunction(tree.name, tree.args.map(compile), scope.hours)
    case 'binary':
      return compileBinary(tree.operator, compile(tree.left), tree.right, scope)
  }
}

/** Only the branch that is taken is compiled, where the definitions decide: the other may lack its columns. */
function choice(args: readonly Tree[], compile: (part: Tree) => Compiled): Compiled {
  const [condition, then, otherwise] = args as [Tree, Tree, Tree]
  const test = compile(condition)
  if (test.fixed) return compile(test.read(0) === true ? then : otherwise)
  const sides = [compile(then), compile(otherwise)] as const
  const [left, right] = [sides[0].read, sides[1].read]
  return {
    read: row => (test.read(row) === true ? left(row) : right(row)),
    money: sides.some(({ money }) => money),
    only: onlyOf([test, ...sides]),
  }
}

function compileBinary(operator: string, left: Compiled, rightTree: Tree, scope: Scope): Compiled {
  if (operator === 'in') {
    return settled({ read: membership(left.read, rightTree, scope), fixed: left.fixed, only: left.only })
  }
  if (operator === 'and' || operator === 'or') return junction(operator, left, rightTree, scope)
  const right = compileRule(rightTree, scope)
  if (!(operator in satisfied)) {
    throw new RangeError('a rule over rows computes nothing: measure the parts, and divide in the metric')
  }
  const read =
    right.fixed && typeof right.read(0) === 'string' && (operator === '=' || operator === '<>')
      ? equality(left.read, String(right.read(0)).toLowerCase(), operator === '=')
      : comparison(operator as Comparison, left.read, right.read)
  return settled({ read, fixed: left.fixed && right.fixed, only: onlyOf([left, right]) })
}

/** Where the definitions decide one side, only the other is left, if any. */
function junction(operator: 'and' | 'or', left: Compiled, rightTree: Tree, scope: Scope): Compiled {
  const decisive = operator === 'or'
  if (left.fixed && (left.read(0) === true) === decisive) return fixed(decisive)
  const right = compileRule(rightTree, scope)
  if (left.fixed) return right
  if (right.fixed && (right.read(0) === true) === decisive) return fixed(decisive)
  if (right.fixed) return left
  const [first, second] = [left.read, right.read]
  return {
    read: decisive
      ? row => first(row) === true || second(row) === true
      : row => first(row) === true && second(row) === true,
    only: onlyOf([left, right]),
    select: () => (decisive ? either : both)(selectionOf(left), selectionOf(right)),
  }
}

const satisfied: Record<Comparison, (left: number | string, right: number | string) => boolean> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

function comparison(operator: Comparison, left: Reader, right: Reader): Reader {
  const test = satisfied[operator]
  return row => {
    const [a, b] = [comparable(left(row)), comparable(right(row))]
    return a !== null && b !== null && typeof a === typeof b && test(a, b)
  }
}

/** Text is compared regardless of case, as spreadsheets do. */
function comparable(value: RowValue): number | string | null {
  return typeof value === 'number' || value === null ? value : String(value).toLowerCase()
}

/** With a text that is the same in every row, in small letters. */
function equality(left: Reader, text: string, wanted: boolean): Reader {
  return row => {
    const value = left(row)
    if (typeof value !== 'string') return false
    return (value === text || (value.length === text.length && value.toLowerCase() === text)) === wanted
  }
}

/** So that a column of many different texts does not fill the memory. */
const mostSpellings = 1000

function membership(left: Reader, right: Tree, scope: Scope): Reader {
  // Nothing else stands behind “in”.
  const { name } = right as NameTree
  const members = new Set(scope.set(name).map(member => member.toLowerCase()))
  const spellings = new Map<string, boolean>()
  return row => {
    const value = left(row)
    if (typeof value !== 'string') return value !== null && members.has(String(value).toLowerCase())
    // The same few words come again and again; folding each of them once is three times as fast.
    const known = spellings.get(value)
    if (known !== undefined) return known
    const found = members.has(value.toLowerCase())
    if (spellings.size < mostSpellings) spellings.set(value, found)
    return found
  }
}
