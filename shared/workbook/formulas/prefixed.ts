import type { Overview } from '../steps'
import { formulaTokens, storedSyntax } from './formula-tokens'
import { ownName } from './own-calls'

/** Our functions by the names that they have in a host, whatever another host or a file calls them. */
export function prefixed(formula: string, prefix: Overview['prefix']): string {
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
