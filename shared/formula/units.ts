import type { FunctionName, Tree } from './tree'

/**
 * Units as exponents of what is measured: `money per customer per month` is {money: 1, customer: -1, month: -1}.
 * Shares, ratios, scores, points and texts have none; singular and plural are one.
 */
export type Unit = Readonly<Record<string, number>>

const pure = new Set(['fraction', 'points', 'score', 'number', 'text'])

export function unitOf(words: string): Unit {
  const [first = '', ...divisors] = words.split(' per ').map(singular)
  const unit: Record<string, number> = {}
  if (!pure.has(first)) unit[first] = 1
  for (const divisor of divisors) unit[divisor] = (unit[divisor] ?? 0) - 1
  return tidy(unit)
}

function singular(word: string): string {
  return pure.has(word) || word === 'money' ? word : word.replace(/ies$/, 'y').replace(/s$/, '')
}

/** A unit in the words that `unitOf` reads, powers left off; `number` for none. */
export function unitWords(unit: Unit): string {
  const names = (sign: 1 | -1): readonly string[] =>
    Object.keys(unit).filter(name => Math.sign(unit[name] as number) === sign)
  return [names(1).join(' ') || 'number', ...names(-1)].join(' per ')
}

export function sameUnit(left: Unit, right: Unit): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every(name => left[name] === right[name])
}

/** `any` is the unit of a number that is written in the formula: it takes that of its neighbour. */
type Found = Unit | 'any' | 'condition'

/**
 * The unit that a formula gives. Adding money to months is an error, and so is a power of money; a pure number raised
 * to 1 / years is a rate per year.
 * @throws {TypeError} that says which part does not fit
 */
export function unitOfFormula(tree: Tree, units: Readonly<Record<string, Unit>>): Unit {
  const found = unitWithin(tree, units)
  if (found === 'condition') throw new TypeError('the formula is a condition')
  return found === 'any' ? {} : found
}

/** Checks a condition likewise. */
export function checkCondition(tree: Tree, units: Readonly<Record<string, Unit>>): void {
  if (unitWithin(tree, units) !== 'condition') throw new TypeError('a condition is needed')
}

function unitWithin(tree: Tree, units: Readonly<Record<string, Unit>>): Found {
  const inner = (part: Tree): Found => unitWithin(part, units)
  switch (tree.kind) {
    case 'number':
      return 'any'
    case 'text':
      return {}
    case 'name': {
      // A term of the definitions, such as `calendar.open`.
      if (tree.name.includes('.')) return {}
      const unit = units[tree.name]
      if (!unit) throw new TypeError(`${tree.name} has no unit`)
      return unit
    }
    case 'not':
      checkCondition(tree.operand, units)
      return 'condition'
    case 'call':
      return unitOfCall(tree.name, tree.args.map(inner))
    case 'binary': {
      const [left, right] = [inner(tree.left), inner(tree.right)]
      switch (tree.operator) {
        case 'and':
        case 'or':
          if (left !== 'condition' || right !== 'condition')
            throw new TypeError(`${tree.operator} joins conditions`)
          return 'condition'
        case '*':
          return product(quantity(left), quantity(right), 1)
        case '/':
          return product(quantity(left), quantity(right), -1)
        case '^':
          return powerUnit(
            quantity(left),
            quantity(right),
            tree.right.kind === 'number' ? Number(tree.right.text) : undefined,
          )
        case '+':
        case '-':
          return common(left, right, tree.operator)
        default:
          common(left, right, tree.operator)
          return 'condition'
      }
    }
  }
}

/** Functions whose result has a unit of its own, whatever that of their arguments. */
const ownUnits: Partial<Record<FunctionName, Found>> = {
  count: {},
  position: {},
  normal_quantile: {},
  present: 'condition',
  years_between: { year: 1 },
  irr: { year: -1 },
  business_hours: { hour: 1 },
  period_start: { date: 1 },
  period_end: { date: 1 },
  fiscal_period: {},
}

function unitOfCall(name: FunctionName, args: readonly Found[]): Found {
  const own = ownUnits[name]
  if (own) return own
  if (name === 'largest' || name === 'latest' || name === 'percentile') return args[0] as Found
  if (name === 'if') return common(args[1] as Found, args[2] as Found, 'if')
  return args.reduce((left, right) => common(left, right, name))
}

function quantity(found: Found): Unit {
  if (found === 'condition') throw new TypeError('a condition is no number')
  return found === 'any' ? {} : found
}

function common(left: Found, right: Found, where: string): Found {
  if (left === 'condition' || right === 'condition')
    throw new TypeError(`${where} joins a condition and a number`)
  if (left === 'any') return right
  if (right === 'any' || sameUnit(left, right)) return left
  throw new TypeError(`${where} joins ${JSON.stringify(left)} and ${JSON.stringify(right)}`)
}

function product(left: Unit, right: Unit, sign: 1 | -1): Unit {
  const unit: Record<string, number> = { ...left }
  for (const [name, exponent] of Object.entries(right)) unit[name] = (unit[name] ?? 0) + sign * exponent
  return tidy(unit)
}

function powerUnit(base: Unit, exponent: Unit, times: number | undefined): Unit {
  if (times !== undefined)
    return Object.fromEntries(Object.entries(base).map(([name, power]) => [name, power * times]))
  if (Object.keys(base).length > 0) throw new TypeError('only a pure number is raised to a power')
  return exponent
}

function tidy(unit: Readonly<Record<string, number>>): Unit {
  return Object.fromEntries(Object.entries(unit).filter(([, exponent]) => exponent !== 0))
}
