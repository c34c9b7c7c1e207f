import { Decimal } from 'decimal.js'
import type { Tree } from '../../shared/formula/tree'

const Rounded = Decimal.clone({ precision: 100, toExpNeg: -1e4, toExpPos: 1e4 })
/** Sums of any doubles fit, and products of several. */
const Exact = Decimal.clone({ precision: 1000, toExpNeg: -1e4, toExpPos: 1e4 })

const none = new Exact(Number.NaN)

/**
 * What a formula of single numbers gives, doubles taken as they print, computed by decimal.js alone: sums and products
 * exactly, quotients and powers to 100 digits. Undefined where it has no value, or cancels so much or lies so
 * near a tie that 100 digits do not tell it.
 */
export function reference(
  tree: Tree,
  inputs: Readonly<Record<string, number>>,
): number | '#NUM!' | undefined {
  let lost = false
  const rounded = new Set<Decimal>()
  const value = number(tree)
  if (lost || !value.isFinite()) return undefined
  const double = value.toNumber() + 0
  // What was rounded to so near a tie of two doubles may lie on its other side.
  const ends = ['1e-95', '-1e-95'].map(part => Exact.mul(value, Exact.add(1, part)).toNumber() + 0)
  if (rounded.has(value) && ends.some(end => end !== double)) return undefined
  return Number.isFinite(double) ? double : '#NUM!'

  function number(part: Tree): Decimal {
    switch (part.kind) {
      case 'number':
        return new Exact(part.text)
      case 'name':
        return new Exact(inputs[part.name] as number)
      case 'call':
        return called(part)
      case 'binary':
        return calculated(part.operator, number(part.left), number(part.right))
      default:
        throw new TypeError(`the reference does not compute ${part.kind}`)
    }
  }

  function calculated(operator: string, a: Decimal, b: Decimal): Decimal {
    switch (operator) {
      case '+':
        return sum(a, b)
      case '-':
        return sum(a, b, -1)
      case '*':
        return from([a, b], Exact.mul(a, b))
      case '/':
        if (b.isZero()) return none
        return a.eq(b) ? new Exact(1) : from([], Rounded.div(a, b))
      default: {
        if (a.lte(0) || !a.isFinite()) return none
        if (a.eq(1)) return a
        // Beyond doubles by far, and slow to compute.
        const size = Math.abs(b.toNumber() * Math.log(a.toNumber()))
        return size < 690 ? from([], Rounded.pow(a, b)) : none
      }
    }
  }

  function sum(a: Decimal, b: Decimal, sign: 1 | -1 = 1): Decimal {
    const total = Exact.add(a, b.times(sign))
    // Of parts that were rounded, a sum 10^60 times smaller may be nothing but that.
    const wereRounded = rounded.has(a) || rounded.has(b)
    if (wereRounded && (total.isZero() || total.e < Math.max(a.e, b.e) - 60)) lost = true
    return from([a, b], total)
  }

  /** Remembers results that are rounded, or come from such. */
  function from(parts: readonly Decimal[], result: Decimal): Decimal {
    if (parts.length === 0 || parts.some(part => rounded.has(part))) rounded.add(result)
    return result
  }

  function called({ name, args }: Extract<Tree, { kind: 'call' }>): Decimal {
    const parts = args.map(number)
    if (name === 'min') return from(parts, Exact.min(...parts))
    if (name === 'max') return from(parts, Exact.max(...parts))
    throw new TypeError(`the reference does not compute ${name}`)
  }
}
