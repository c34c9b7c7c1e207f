import { type SyntaxFault, type Token, tokenise } from './tokens'
import { type Comparison, type FunctionName, functionArity, isFunctionName, type Tree } from './tree'

export type { SyntaxFault } from './tokens'

export function isFault(outcome: Tree | SyntaxFault): outcome is SyntaxFault {
  return 'message' in outcome
}

/**
 * Reads a formula. Total: any text gives a tree or a fault with its position, never an exception.
 *
 *     expression  = disjunct { "or" disjunct }        disjunct = condition { "and" condition }
 *     condition   = "not" condition | sum [ comparison sum | "in" name ]
 *     sum         = product { ("+" | "-") product }   product  = power { ("*" | "/") power }
 *     power       = atom [ "^" atom ]
 *     atom        = ["-"] number | text | name | function "(" expression { "," expression } ")" | "(" expression ")"
 */
export function parse(source: string): Tree | SyntaxFault {
  const tokens = tokenise(source)
  if ('message' in tokens) return tokens
  try {
    return parseTokens(tokens)
  } catch (fault) {
    return fault as SyntaxFault
  }
}

const comparisons = new Set<string>(['=', '<>', '<', '<=', '>', '>='])
const keywords = new Set(['and', 'or', 'not', 'in'])
/** Deeper nesting than any formula needs; keeps hostile text from exhausting the stack. */
const deepest = 100

function parseTokens(tokens: readonly Token[]): Tree {
  let position = 0
  let depth = 0

  const tree = expression()
  const rest = next()
  if (rest.kind !== 'end') throw fault(rest, `expected an operator before ${shown(rest)}`)
  return tree

  function expression(): Tree {
    return chain(['or'], () => chain(['and'], condition))
  }

  function condition(): Tree {
    if (take('not')) return nested(() => ({ kind: 'not', operand: condition() }))
    const left = sum()
    const token = next()
    if (comparisons.has(token.text)) {
      position++
      return { kind: 'binary', operator: token.text as Comparison, left, right: sum() }
    }
    if (take('in')) return { kind: 'binary', operator: 'in', left, right: nameOf(next()) }
    return left
  }

  function sum(): Tree {
    return chain(['+', '-'], () => chain(['*', '/'], power))
  }

  function chain(operators: readonly ('+' | '-' | '*' | '/' | 'and' | 'or')[], operand: () => Tree): Tree {
    let left = operand()
    for (;;) {
      const operator = operators.find(take)
      if (operator === undefined) return left
      left = { kind: 'binary', operator, left, right: operand() }
    }
  }

  function power(): Tree {
    const left = atom()
    if (!take('^')) return left
    const right = atom()
    if (next().text === '^') throw fault(next(), 'put brackets around one of two powers in a row')
    return { kind: 'binary', operator: '^', left, right }
  }

  function atom(): Tree {
    const token = next()
    if (token.kind === 'number') return advance({ kind: 'number', text: token.text })
    if (token.kind === 'text') return advance({ kind: 'text', text: token.text.slice(1, -1) })
    if (token.text === '-') return negativeNumber()
    if (take('(')) return nested(() => closed(expression()))
    if (token.kind === 'name' && !keywords.has(token.text)) {
      const called = next(1).text === '('
      return called ? call(token) : nameOf(token)
    }
    throw fault(token, `expected a number, a name or “(” instead of ${shown(token)}`)
  }

  function negativeNumber(): Tree {
    const [minus, digits] = [next(), next(1)]
    if (digits.kind !== 'number')
      throw fault(minus, 'a minus sign needs something to subtract from: write 0 - x')
    if (next(2).text === '^') throw fault(minus, 'put brackets around a negative number before “^”')
    position++
    return advance({ kind: 'number', text: `-${digits.text}` })
  }

  function call(token: Token): Tree {
    const { text: name } = token
    if (!isFunctionName(name)) throw fault(token, `“${name}” is not a function of the formula language`)
    position += 2
    return nested(() => {
      const args = [expression()]
      while (take(',')) args.push(expression())
      checkArity(token, name, args.length)
      return closed({ kind: 'call', name, args })
    })
  }

  function nameOf(token: Token): Tree {
    if (token.kind !== 'name') throw fault(token, `expected a name instead of ${shown(token)}`)
    return advance({ kind: 'name', name: token.text })
  }

  function closed<Part extends Tree>(part: Part): Part {
    if (!take(')')) throw fault(next(), `expected “)” instead of ${shown(next())}`)
    return part
  }

  function nested(read: () => Tree): Tree {
    if (++depth > deepest) throw fault(next(), `brackets are nested more than ${deepest} deep`)
    const part = read()
    depth--
    return part
  }

  function next(ahead = 0): Token {
    return tokens[position + ahead] as Token
  }

  function take(text: string): boolean {
    if (next().text !== text) return false
    position++
    return true
  }

  function advance<Part extends Tree>(part: Part): Part {
    position++
    return part
  }
}

function checkArity(token: Token, name: FunctionName, given: number): void {
  const [least, most] = functionArity[name]
  if (given >= least && given <= most) return
  const wanted = least === most ? `${least}` : `${least} to ${most}`
  throw fault(token, `${name} takes ${wanted} arguments, not ${given}`)
}

function fault({ at }: Token, message: string): SyntaxFault {
  return { at, message }
}

function shown({ kind, text }: Token): string {
  return kind === 'end' ? 'the end' : `“${text}”`
}
