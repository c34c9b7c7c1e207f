import { type Expression, partsOf } from './formula-in-cell'
import { type FormulaSyntax, formulaTokens, storedSyntax, type Token } from './formula-tokens'

type Shape<Kind extends Expression['kind']> = Omit<Extract<Expression, { kind: Kind }>, 'start' | 'end'>
type AnyShape = { [Kind in Expression['kind']]: Shape<Kind> }[Expression['kind']]

/** Deeper than people nest, and shallow enough for everything that walks through it. */
const deepest = 300

const levels: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
}

/** Reads any text as a formula, with or without its `=`; what is no formula becomes `other`. It never throws. */
export function readFormula(text: string, syntax: FormulaSyntax = storedSyntax): Expression {
  const tokens = formulaTokens(text, syntax).filter(({ kind }) => kind !== 'space' && kind !== 'equals')
  const depths = new WeakMap<Expression, number>()
  let place = 0
  let nesting = 0

  const parts: Expression[] = []
  while (place < tokens.length) {
    parts.push(sequence())
    // A bracket too many, or a separator outside of any call.
    place++
  }
  if (parts.length === 1) return parts[0] as Expression
  return node({ kind: parts.length === 0 ? 'missing' : 'other', parts }, 0, text.length)

  function node(shape: AnyShape, start: number, end: number): Expression {
    const made = { ...shape, start, end } as Expression
    const depth = 1 + Math.max(0, ...partsOf(made).map(part => depths.get(part) ?? 0))
    if (depth > deepest) return { kind: 'other', parts: [], start, end }
    depths.set(made, depth)
    return made
  }

  /** All that stands before the next separator or closing bracket: one expression, if it is a formula. */
  function sequence(): Expression {
    const start = tokens[place]?.at ?? text.length
    const found: Expression[] = []
    while (place < tokens.length && !isStop(tokens[place])) found.push(binary(1))
    if (found.length === 1) return found[0] as Expression
    return found.length === 0
      ? node({ kind: 'missing' }, start, start)
      : node({ kind: 'other', parts: found }, start, endOf(found))
  }

  function binary(level: number): Expression {
    if (level > 5) return unary()
    let left = binary(level + 1)
    for (;;) {
      const token = tokens[place]
      if (token?.kind !== 'operator' || levels[token.text] !== level) return left
      place++
      const right = operandAfter(token, () => binary(level + 1))
      left = node({ kind: 'binary', operator: token.text, left, right }, left.start, right.end)
    }
  }

  function operandAfter(operator: Token, read: () => Expression): Expression {
    const end = operator.at + operator.text.length
    if (place >= tokens.length || isStop(tokens[place])) return node({ kind: 'missing' }, end, end)
    return read()
  }

  function unary(): Expression {
    const token = tokens[place] as Token
    if (token.kind !== 'operator' || !'+-@'.includes(token.text)) return postfix(joined())
    place++
    if (nesting >= deepest) return theRest(token.at)
    nesting++
    const operand = operandAfter(token, unary)
    nesting--
    return node({ kind: 'unary', operator: token.text, operand }, token.at, operand.end)
  }

  /** `A1:INDEX(…)` is a range that only the spreadsheet knows. */
  function joined(): Expression {
    const first = primary()
    const others: Expression[] = []
    while (tokens[place]?.kind === 'operator' && tokens[place]?.text === ':') {
      const colon = tokens[place++] as Token
      others.push(operandAfter(colon, primary))
    }
    const parts = [first, ...others]
    return others.length === 0 ? first : node({ kind: 'other', parts }, first.start, endOf(parts))
  }

  function postfix(operand: Expression): Expression {
    let made = operand
    for (;;) {
      const token = tokens[place]
      if (token?.kind !== 'operator' || (token.text !== '%' && token.text !== '#')) return made
      place++
      const shape: AnyShape =
        token.text === '%'
          ? { kind: 'unary', operator: '%', operand: made }
          : { kind: 'other', parts: [made] }
      made = node(shape, made.start, token.at + 1)
    }
  }

  function primary(): Expression {
    const token = tokens[place++] as Token
    const { kind, text: written, at } = token
    const end = at + written.length
    switch (kind) {
      case 'number':
        return node({ kind, value: Number(written.replace(',', '.')) }, at, end)
      case 'text':
        return node({ kind, value: written.slice(1, -1).replace(/""/g, '"') }, at, end)
      case 'error':
        return node({ kind, code: written.slice(written.lastIndexOf('#')).toUpperCase() }, at, end)
      case 'reference':
        return node({ kind, text: written }, at, end)
      case 'name':
        return named(token)
      case 'open':
        return bracketed(token)
      case 'open array':
        return array(token)
      default:
        return node({ kind: 'other', parts: [] }, at, end)
    }
  }

  function named({ text: name, at }: Token): Expression {
    const end = at + name.length
    if (tokens[place]?.kind === 'open') {
      place++
      const { items, end } = separated(['argument'], 'close', at)
      return node({ kind: 'call', name, args: items.flat() }, at, end)
    }
    const isLogical = /^(true|false)$/i.test(name)
    return isLogical
      ? node({ kind: 'logical', value: name.toLowerCase() === 'true' }, at, end)
      : node({ kind: 'name', name }, at, end)
  }

  function bracketed({ at }: Token): Expression {
    const { items, end } = separated(['argument'], 'close', at)
    const parts = items.flat()
    const [only] = parts
    return only && parts.length === 1 ? only : node({ kind: 'other', parts }, at, end)
  }

  function array({ at }: Token): Expression {
    const { items: rows, end } = separated(['column', 'row'], 'close array', at)
    return node({ kind: 'array', rows }, at, end)
  }

  /** The expressions up to a closing bracket, which may be missing; a new list after each `row`. */
  function separated(
    separators: readonly Token['kind'][],
    closing: Token['kind'],
    start: number,
  ): { items: Expression[][]; end: number } {
    if (nesting >= deepest) {
      const rest = theRest(start)
      return { items: [[rest]], end: rest.end }
    }
    nesting++
    const items: Expression[][] = [[]]
    for (;;) {
      const stoppedBefore = place
      const item = sequence()
      const token = tokens[place]
      const isEmpty = stoppedBefore === place && items.length === 1 && items[0]?.length === 0
      if (!(isEmpty && token?.kind === closing)) items[items.length - 1]?.push(item)
      place++
      if (token && separators.includes(token.kind)) {
        if (token.kind === 'row') items.push([])
        continue
      }
      nesting--
      return { items, end: token ? token.at + token.text.length : text.length }
    }
  }

  function theRest(start: number): Expression {
    place = tokens.length
    return node({ kind: 'other', parts: [] }, start, text.length)
  }
}

const stops: ReadonlySet<string> = new Set(['close', 'close array', 'argument', 'column', 'row'])

function isStop(token: Token | undefined): boolean {
  return token !== undefined && stops.has(token.kind)
}

function endOf(parts: readonly Expression[]): number {
  return parts[parts.length - 1]?.end ?? 0
}
