import type { Overview } from '../steps'
import { formulaTokens, storedSyntax } from './formula-tokens'
import { ownName } from './own-calls'

/** A formula that was written without a host's prefix, as the host wants it: our functions by their names there. */
export function prefixed(formula: string, prefix: Overview['prefix']): string {
  if (prefix === '') return formula
  const tokens = formulaTokens(formula, storedSyntax)
  return tokens
    .map(({ kind, text }, place) => {
      const isCall = kind === 'name' && tokens[place + 1]?.kind === 'open'
      const name = isCall ? (ownName(text) ?? probeName(text)) : undefined
      return name === undefined ? text : prefix + name
    })
    .join('')
}

/** Those of the Self-test, which the catalogue does not have. */
const probeName = (text: string) => (/^PLUMBLINE_\w+$/.test(text) ? text : undefined)
