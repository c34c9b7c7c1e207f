import type { Terms } from '../../definitions/term'
import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { moneyText, percentText } from './shown-number'

/** The five numbers of a cohort, as the story names them. */
export type Chain = Readonly<Record<'X' | 'Y' | 'Z' | 'N' | 'G', number>>

/** The links of the chain: what one step gives for each of the step before. */
const links = [
  { name: 'cost per net lead', over: ['X', 'Y'], better: 'lower', text: moneyText },
  { name: 'leads that became opportunities', over: ['Z', 'Y'], better: 'higher', text: percentText },
  { name: 'opportunities won', over: ['N', 'Z'], better: 'higher', text: percentText },
  { name: 'return per win', over: ['G', 'N'], better: 'higher', text: moneyText },
] as const

/** What improved, what got worse and what stayed against the cohort before; links without a number are left out. */
export function comparison(now: Chain, before: Chain, terms: Terms): string {
  const verdicts: Record<'Improved' | 'Did not' | 'Unchanged', string[]> = {
    Improved: [],
    'Did not': [],
    Unchanged: [],
  }
  for (const { name, over, better, text } of links) {
    const [above, below] = over
    if (now[below] === 0 || before[below] === 0) continue
    const [value, former] = [now, before].map(({ [above]: a, [below]: b }) =>
      Number(evaluate(treeOf('a / b'), { a, b })),
    ) as [number, number]
    const gain = better === 'lower' ? former - value : value - former
    const verdict = gain > 0 ? 'Improved' : gain < 0 ? 'Did not' : 'Unchanged'
    verdicts[verdict].push(gain === 0 ? name : `${name} (${text(former, terms)} to ${text(value, terms)})`)
  }
  return Object.entries(verdicts)
    .filter(([, names]) => names.length > 0)
    .map(([verdict, names]) => `${verdict}: ${names.join(', ')}.`)
    .join(' ')
}
