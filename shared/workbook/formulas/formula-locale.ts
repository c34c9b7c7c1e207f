import type { Locale } from '../steps'
import { type FormulaSyntax, formulaTokens, storedSyntax, syntaxOf, type Token } from './formula-tokens'

/** A formula as it is stored, the way people read and type it here. Names of functions stay English. */
export function shownFormula(formula: string, locale: Locale): string {
  return translated(formula, storedSyntax, syntaxOf(locale))
}

/** A formula, or a part of one, that was typed here, the way hosts store it. */
export function storedFormula(typed: string, locale: Locale): string {
  return translated(typed, syntaxOf(locale), storedSyntax)
}

function translated(formula: string, from: FormulaSyntax, to: FormulaSyntax): string {
  if (from.decimal === to.decimal && from.argument === to.argument && from.column === to.column)
    return formula
  return formulaTokens(formula, from)
    .map(token => inSyntax(token, from, to))
    .join('')
}

function inSyntax({ kind, text }: Token, from: FormulaSyntax, to: FormulaSyntax): string {
  switch (kind) {
    case 'number':
      return text.replace(from.decimal, to.decimal)
    case 'argument':
      return to.argument
    case 'column':
      return to.column
    case 'structured':
      // `Table1[[#Headers],[Amount]]` has the separator of arguments within.
      return text.replace(/\][,;](\s*)\[/g, `]${to.argument}$1[`)
    default:
      return text
  }
}
