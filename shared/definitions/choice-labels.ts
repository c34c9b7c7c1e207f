import { ruleOf } from './rule'
import type { Term, Terms } from './term'
import { termIds, termNamed } from './terms'

/** The choices that a metric's label names, as the label writes them: `won ÷ decided`, `count`. */
export function choicesOf(metric: string, terms: Terms): readonly string[] {
  return termIds.flatMap(id => {
    const term = termNamed(id) as Term
    return term.governs?.includes(metric) ? [labelOf(term, String(terms[id]))] : []
  })
}

function labelOf(term: Term, value: string): string {
  if (term.type === 'enum') return term.choices[value]?.label ?? value.replace(/_/g, ' ')
  if (term.type !== 'rule') return value
  const rule = ruleOf(term, value)
  const label = rule && term.forms[rule.form]?.label
  return (label ?? value).replace(/\bn\b/, String(rule?.n))
}
