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

/** One pattern for all of them, tried once for each token: patterns are slow while they are new. */
const pattern =
  /[ \t\r\n]*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("[^"\n]*")|([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)|(<=|>=|<>|[-+*/^=<>(),])|$)/y
const kinds = ['number', 'text', 'name', 'symbol'] as const

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
  pattern.lastIndex = 0
  for (;;) {
    const from = pattern.lastIndex
    const found = pattern.exec(source)
    if (!found) {
      const at = from + source.slice(from).search(/[^ \t\r\n]/)
      return { at, message: unexpected(source, at) }
    }
    const group = found.findIndex((text, index) => index > 0 && text !== undefined)
    const text = found[group] ?? ''
    const at = pattern.lastIndex - text.length
    if (group < 0) return [...tokens, { kind: 'end', text, at }]
    const token = { kind: kinds[group - 1] as Token['kind'], text, at }
    if (token.kind === 'number') {
      const tooLarge = numberFault(token)
      if (tooLarge) return tooLarge
    }
    tokens.push(token)
  }
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
