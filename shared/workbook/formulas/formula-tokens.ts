import type { Locale } from '../steps'

/** How a formula is written: hosts store it one way, and people type it as their country writes numbers. */
export interface FormulaSyntax {
  readonly decimal: '.' | ','
  readonly argument: ',' | ';'
  /** Between the columns of an array constant; `;` stands between its rows everywhere. */
  readonly column: ',' | '\\'
}

/** As every host stores it and the files hold it. */
export const storedSyntax: FormulaSyntax = { decimal: '.', argument: ',', column: ',' }

/** As people type it; a decimal comma leaves no comma for anything else. */
export function syntaxOf({ decimal, separator }: Locale): FormulaSyntax {
  const taken = decimal === ','
  return { decimal, argument: taken ? ';' : separator, column: taken ? '\\' : ',' }
}

export type TokenKind =
  | ('equals' | 'space' | 'number' | 'text' | 'error' | 'reference' | 'structured' | 'name' | 'operator')
  | ('open' | 'close' | 'open array' | 'close array' | 'argument' | 'column' | 'row')
  /** What no formula has. */
  | 'unknown'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Where it begins in the formula. */
  readonly at: number
}

const sheet = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\]]*\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!`
const name = String.raw`[\p{L}_][\p{L}\p{N}_.?]*`
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`
const column = String.raw`\$?[A-Za-z]{1,3}`
const row = String.raw`\$?[1-9]\d{0,6}`
/** Behind a reference nothing may stand that makes it a name or a function: `LOG10(`, `A1b`. */
const end = String.raw`(?![\p{L}\p{N}_.(!])`
const reference = `(?:${sheet})?(?:${cell}(?::(?:${cell}|${column}|${row}))?|${column}:(?:${cell}|${column})|${row}:(?:${cell}|${row}))${end}`
const errors = String.raw`(?:${sheet})?#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|ERROR!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)`
const structured = String.raw`(?:${name})?\[(?:[^[\]]|\[(?:[^[\]']|'[^])*\])*\]`

const sticky = (source: string): RegExp => new RegExp(source, 'uy')

const patternsFor = (digits: string): readonly (readonly [TokenKind, RegExp])[] => [
  ['space', sticky(String.raw`\s+`)],
  ['text', sticky('"(?:[^"]|"")*"')],
  // A text that does not end takes the rest with it.
  ['unknown', sticky('"(?:[^"]|"")*$')],
  ['error', new RegExp(errors, 'iuy')],
  ['reference', sticky(reference)],
  ['structured', sticky(structured)],
  ['name', sticky(`(?:${sheet})?${name}`)],
  ['number', sticky(digits)],
  ['operator', sticky('<>|<=|>=|[-+*/^&=<>%:@#]')],
]

const patterns = {
  '.': patternsFor(String.raw`(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`),
  ',': patternsFor(String.raw`(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?`),
}

/** Cuts any text into tokens; put together they are the text again. */
export function formulaTokens(text: string, syntax: FormulaSyntax = storedSyntax): readonly Token[] {
  const tokens: Token[] = []
  /** What is open: `(` or `{`, the innermost last. */
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    const token =
      at === 0 && text[0] === '='
        ? { kind: 'equals' as const, text: '=', at }
        : (patterned(text, at, patterns[syntax.decimal]) ?? punctuation(text, at, open, syntax))
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function patterned(
  text: string,
  at: number,
  known: readonly (readonly [TokenKind, RegExp])[],
): Token | undefined {
  for (const [kind, pattern] of known) {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return { kind, text: found, at }
  }
  return undefined
}

function punctuation(text: string, at: number, open: string[], syntax: FormulaSyntax): Token {
  const mark = String.fromCodePoint(text.codePointAt(at) as number)
  const inArray = open[open.length - 1] === '{'
  return { kind: kindOf(mark, inArray, open, syntax), text: mark, at }
}

function kindOf(mark: string, inArray: boolean, open: string[], syntax: FormulaSyntax): TokenKind {
  if (mark === '(' || mark === '{') {
    open.push(mark)
    return mark === '(' ? 'open' : 'open array'
  }
  if (mark === ')' || mark === '}') {
    open.pop()
    return mark === ')' ? 'close' : 'close array'
  }
  // Google Sheets takes a semicolon in every country.
  if (!inArray) return mark === syntax.argument || mark === ';' ? 'argument' : 'unknown'
  if (mark === ';') return 'row'
  // Some countries write a point there.
  const isColumn = mark === syntax.column || (mark === '.' && syntax.decimal === ',')
  return isColumn ? 'column' : 'unknown'
}
