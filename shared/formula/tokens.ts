export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end'
  readonly text: string
  /** Where it begins, counted from 0. */
  readonly at: number
}

export interface SyntaxFault {
  readonly at: number
  readonly message: string
}

const space = /[ \t\r\n]+/y
const number = /(?:\d+(?:\.\d+)?)(?:[eE][+-]?\d+)?/y
const text = /"[^"\n]*"/y
const name = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y
const symbol = /<=|>=|<>|[-+*/^=<>(),]/y

const patterns = [
  ['number', number],
  ['text', text],
  ['name', name],
  ['symbol', symbol],
] as const

/** Far above any formula that a person reads; keeps trees shallow enough to walk. */
const longestFormula = 4000
const mostDigits = 30
const largestExponent = 308

/** Cuts a formula into tokens; anything that is not part of the language is a fault with its position. */
export function tokenise(source: string): readonly Token[] | SyntaxFault {
  if (source.length > longestFormula) {
    return { at: longestFormula, message: `a formula may have ${longestFormula} characters at most` }
  }
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += matchAt(space, source, at)?.length ?? 0
    if (at >= source.length) return [...tokens, { kind: 'end', text: '', at: source.length }]
    const token = tokenAt(source, at)
    if (token === undefined) return { at, message: unexpected(source, at) }
    if (token.kind === 'number') {
      const tooLarge = numberFault(token)
      if (tooLarge) return tooLarge
    }
    tokens.push(token)
    at += token.text.length
  }
}

function tokenAt(source: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    const found = matchAt(pattern, source, at)
    if (found !== undefined) return { kind, text: found, at }
  }
  return undefined
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

function unexpected(source: string, at: number): string {
  if (source[at] === '"') return 'this text has no closing quote'
  return `“${String.fromCodePoint(source.codePointAt(at) ?? 0)}” is not part of the formula language`
}

/** A number is bounded before anything computes with it: `1e100000000` would keep any decimal library busy. */
function numberFault({ text: written, at }: Token): SyntaxFault | undefined {
  const [digits = '', exponent = '0'] = written.toLowerCase().split('e')
  if (digits.replace('.', '').length > mostDigits) {
    return { at, message: `a number may have ${mostDigits} digits at most` }
  }
  if (Math.abs(Number(exponent)) > largestExponent || !Number.isFinite(Number(written))) {
    return { at, message: `an exponent must lie between -${largestExponent} and ${largestExponent}` }
  }
  return undefined
}
