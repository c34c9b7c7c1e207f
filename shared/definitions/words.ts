import { ruleOf } from './rule'
import type { Term, TermValue } from './term'
import { termNamed } from './terms'
import { writeTerm } from './write'

/**
 * A term's value as a person would say it: `won of won and lost`, `4 hours`, `25 %`. For the sidebar and for pages; it
 * speaks by what add-ons leave out of their computing bundles.
 */
export function termWords(id: string, value: TermValue): string {
  const term = termNamed(id)
  if (!term) return String(writeTerm(id, value))
  const words = wordsOf(term, value)
  if (words !== undefined) return words
  const written = String(writeTerm(id, value))
  return typeof value === 'number' && term.unit ? `${written} ${term.unit}` : written
}

/** Undefined where it is said as it is written. */
function wordsOf(term: Term, value: TermValue): string | undefined {
  if (value === null) return 'not set'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return listed(value)
  switch (term.type) {
    case 'enum':
      return term.choices[String(value)]?.about
    case 'fraction':
      // As it prints: a product of doubles would show their digits.
      return `${Number(`${value}e2`)} %${term.unit ? ` ${term.unit}` : ''}`
    case 'rule': {
      const rule = ruleOf(term, value as string | number)
      return rule && term.forms[rule.form]?.about.replace(/\bn\b/, String(rule.n))
    }
    default:
      return undefined
  }
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'none'
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}
