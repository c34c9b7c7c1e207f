import { shown } from '../values'
import type { Fault } from './fault'
import { numberOf } from './field'
import type { RuleTerm } from './term'

/** A rule that was chosen: its form, as declared, and the number in it. */
export interface Rule {
  readonly form: string
  readonly n?: number
}

/** A rule in the words of its form, its number put in; of the form `n`, the number itself. */
export function ruleText(term: RuleTerm, cell: number | string | boolean): string | number | Fault {
  const rule = ruleOf(term, String(cell))
  if (!rule) {
    return { fault: `${shown(cell)} is none of its forms: write ${Object.keys(term.forms).join(', or ')}` }
  }
  const { form, n } = rule
  if (n === undefined) return form
  const number = numberOf(n, { ...term, type: term.whole?.includes(form) ? 'int' : 'number' })
  if (typeof number !== 'number') return number
  return form === 'n' ? number : form.replace(/\bn\b/, String(number))
}

/** The form that a rule's value has, and its number; undefined for a text that has none of the forms. */
export function ruleOf(term: RuleTerm, value: string | number): Rule | undefined {
  for (const form of Object.keys(term.forms)) {
    const found = patternOf(form).exec(String(value).trim())
    if (found) return found[1] === undefined ? { form } : { form, n: Number(found[1]) }
  }
  return undefined
}

/** Spaces do not matter, nor do capitals. */
function patternOf(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*')
  return new RegExp(`^${escaped.replace(/\bn\b/, '([+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)')}$`, 'i')
}
