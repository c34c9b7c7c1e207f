/**
 * What a rule is, row by row, as a formula writes it. Everything is arithmetic, since a spreadsheet of 2016 goes through
 * the rows of a range within SUMPRODUCT for operators, but not for IF, AND and OR.
 */
export type Written = Condition | Quantity | Words

/** Holds where all factors are 1, or TRUE; always without one. */
export interface Condition {
  readonly kind: 'condition'
  readonly factors: readonly string[]
  /** What it is the contrary of. */
  readonly contrary?: Condition
}

/** A number or a moment. */
export interface Quantity {
  readonly kind: 'quantity'
  readonly text: string
  /** The condition under which it has a value; undefined: it always has. */
  readonly present?: string | undefined
  /** A moment that is the beginning of a day in every row. */
  readonly isWhole?: boolean
  /** What it is the difference of. */
  readonly difference?: readonly [from: string, to: string]
  /** Never 0, so that it can be divided by in every row. */
  readonly isPositive?: boolean
  /** 0 in every row that is not in the period. */
  readonly isWithin?: boolean
}

/** A text, of which only can be asked whether it is one of some. */
export interface Words {
  readonly kind: 'words'
  readonly among: (holds: (text: string) => boolean) => string
  readonly present: string
}

export const always: Condition = { kind: 'condition', factors: [] }
export const never: Condition = { kind: 'condition', factors: ['0'] }

export function condition(...factors: readonly string[]): Condition {
  const open = factors.filter(factor => factor !== '1')
  return open.includes('0') ? never : { kind: 'condition', factors: [...new Set(open)] }
}

/** A condition as a single factor: 1, 0, TRUE or FALSE in every row. */
export function factor({ factors }: Condition): string {
  return factors.length === 0 ? '1' : factors.length === 1 ? (factors[0] as string) : `(${factors.join('*')})`
}

export function both(left: Condition, right: Condition): Condition {
  return condition(...left.factors, ...right.factors)
}

export function not(operand: Condition): Condition {
  if (operand.factors.length === 0) return never
  if (operand.contrary) return operand.contrary
  return operand.factors[0] === '0' ? always : { ...condition(`(1-${factor(operand)})`), contrary: operand }
}

export function either(...sides: readonly Condition[]): Condition {
  if (sides.some(({ factors }) => factors.length === 0)) return always
  const open = sides.filter(({ factors }) => factors[0] !== '0')
  if (open.length < 2) return open[0] ?? never
  return condition(`(${open.map(({ factors }) => factors.join('*')).join('+')}>0)`)
}

/** Of two conditions that never hold together. */
export function oneOf(...sides: readonly Condition[]): Condition {
  if (sides.some(({ factors }) => factors.length === 0)) return always
  const open = sides.filter(({ factors }) => factors[0] !== '0')
  return open.length < 2
    ? (open[0] ?? never)
    : condition(`(${open.map(({ factors }) => factors.join('*')).join('+')})`)
}

export function quantity(text: string, present?: string, isWhole = false): Quantity {
  return { kind: 'quantity', text, present: present === '1' ? undefined : present, isWhole }
}

export const nothing: Quantity = quantity('0', '0', true)

/** What has a value where a condition holds, and another elsewhere. */
export function choice(test: Condition, then: Quantity, otherwise: Quantity): Quantity {
  if (test.factors.length === 0) return then
  if (test.factors[0] === '0') return otherwise
  const [yes, no] = [factor(test), factor(not(test))]
  const parts = [part(yes, then.text), part(no, otherwise.text)].filter(text => text !== '')
  const present = oneOf(
    both(test, condition(then.present ?? '1')),
    both(not(test), condition(otherwise.present ?? '1')),
  )
  const isAlways = then.present === undefined && otherwise.present === undefined
  return quantity(
    parts.length === 0 ? '0' : `(${parts.join('+')})`,
    isAlways ? undefined : factor(present),
    then.isWhole === true && otherwise.isWhole === true,
  )
}

function part(test: string, text: string): string {
  if (text === '0') return ''
  return text === '1' ? test : `${test}*${text}`
}

/** The first of two moments that is there; a blank one is 0. */
export function firstThere(first: Quantity, second: Quantity): Quantity {
  if (first.present === undefined || second.present === '0') return first
  if (first.present === '0') return second
  const text = `(${first.text}+(${first.text}=0)*${second.text})`
  const isWhole = first.isWhole === true && second.isWhole === true
  return quantity(text, second.present === undefined ? undefined : `(${text}>0)`, isWhole)
}
