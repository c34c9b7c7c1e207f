import type { Inputs } from './evaluate'
import { operate } from './operators'
import type { Arithmetic, Quantity } from './quantity'
import { exactSum } from './sum'
import type { Tree } from './tree'
import { quantity, type Value } from './value'

/** Below this many items, sorting them into groups is more work than it saves. */
const fewItems = 64

/**
 * The sum of a list times and over others item by item, such as `sum(amounts * days / span)`, where few combinations
 * of the others occur: the amounts of each are added first, exactly and as whole cents, and multiplied once. Undefined
 * where the tree is no such product, or too many combinations occur for it to pay.
 */
export function sumOfProducts(tree: Tree, inputs: Inputs, arithmetic: Arithmetic): Quantity | undefined {
  const names = factorsOf(tree)
  const first = names?.[0]
  const lists = [...new Set(names ?? [])].map(name => inputs[name])
  const [amounts, ...others] = lists
  if (
    !first ||
    others.length === 0 ||
    names.indexOf(first, 1) > 0 ||
    !isNumbers(amounts) ||
    amounts.length < fewItems
  )
    return undefined
  if (!others.every((list): list is readonly number[] => isNumbers(list) && list.length === amounts.length)) {
    return undefined
  }
  const groups = grouped(amounts, others)
  if (!groups) return undefined
  const kept = [...new Set(names)].slice(1)
  return arithmetic.total(
    groups.map(({ own, shared }) => {
      const values = new Map<string, Value>(
        kept.map((name, place) => [name, arithmetic.from(shared[place] as number)]),
      )
      values.set(first, arithmetic.parse(exactSum(own)))
      return quantity(computed(tree, values, arithmetic))
    }),
  )
}

/** The names of a chain of products and quotients that begins with a name, in order; undefined for any other tree. */
function factorsOf(tree: Tree): readonly string[] | undefined {
  if (tree.kind === 'name') return [tree.name]
  if (tree.kind !== 'binary' || (tree.operator !== '*' && tree.operator !== '/')) return undefined
  const [left, right] = [factorsOf(tree.left), tree.right.kind === 'name' ? [tree.right.name] : undefined]
  return left && right && [...left, ...right]
}

function isNumbers(input: Inputs[string] | undefined): input is readonly number[] {
  return Array.isArray(input)
}

interface Group {
  readonly own: number[]
  readonly shared: readonly number[]
}

/** The amounts by what stands beside them. */
function grouped(
  amounts: readonly number[],
  others: readonly (readonly number[])[],
): readonly Group[] | undefined {
  const groups = new Map<string, Group>()
  const most = amounts.length / 4
  for (let index = 0; index < amounts.length; index++) {
    const shared = others.map(list => list[index] as number)
    const key = shared.join(' ')
    const known = groups.get(key)
    if (known) known.own.push(amounts[index] as number)
    else {
      if (groups.size > most) return undefined
      groups.set(key, { own: [amounts[index] as number], shared })
    }
  }
  return [...groups.values()]
}

function computed(tree: Tree, values: ReadonlyMap<string, Value>, arithmetic: Arithmetic): Value {
  if (tree.kind === 'name') return values.get(tree.name) as Value
  if (tree.kind !== 'binary') throw new RangeError('a product is made of names')
  const left = computed(tree.left, values, arithmetic)
  return operate(tree.operator, left, () => computed(tree.right, values, arithmetic), arithmetic)
}
