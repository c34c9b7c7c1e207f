import { editDistance } from '../nearest'
import type { Term, Terms, TermValue } from './term'
import { calendarTerms } from './terms/calendar'
import { cohortTerms } from './terms/cohort'
import { costTerms } from './terms/cost'
import { customerTerms } from './terms/customers'
import { leadTerms } from './terms/lead'
import { peopleTerms } from './terms/people'
import { reportingTerms } from './terms/reporting'
import { responseTerms } from './terms/response'
import { returnTerms } from './terms/return'
import { winningTerms } from './terms/winning'

/** Every term that a team can set, in the groups and the order in which the sidebar shows them. */
export const termGroups: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  Cost: costTerms,
  Leads: leadTerms,
  'Response time': responseTerms,
  'Cohorts and revenue': cohortTerms,
  Return: returnTerms,
  'Deals and pipeline': winningTerms,
  Customers: customerTerms,
  People: peopleTerms,
  Calendar: calendarTerms,
  'Metrics, display and locks': reportingTerms,
}

const declared: ReadonlyMap<string, Term> = new Map(
  Object.values(termGroups).flatMap(group => Object.entries(group)),
)

/** The ids of all terms that there are without anyone adding one. */
export const termIds: readonly string[] = [...declared.keys()].filter(id => !id.endsWith('.*'))

/** The built-in definitions, which nobody has ratified: what a term means until a team says otherwise. */
export const builtInTerms: Terms = Object.fromEntries(
  termIds.map(id => [id, (declared.get(id) as Term).default as TermValue]),
)

/**
 * The declaration of a term, undefined where there is none of that id. Component sets (`cost.`), benchmarks
 * (`benchmark.`) and metrics of one's own (`metric.`) may have any further name, but none that looks like a slip in
 * that of a term that there is.
 */
export function termNamed(id: string): Term | undefined {
  const [, family, name = ''] = /^([a-z]+)\.(.*)$/s.exec(id) ?? []
  const known = termIds.includes(id) ? declared.get(id) : undefined
  if (known || !/^[a-z][a-z0-9_]*$/.test(name)) return known
  const isSlip = termIds.some(other => other.startsWith(`${family}.`) && editDistance(other, id) <= 2)
  return isSlip ? undefined : declared.get(`${family}.*`)
}
