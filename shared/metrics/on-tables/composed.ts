import { latestOf } from '../../definitions/governing'
import type { Basis } from '../../definitions/resolve'
import type { DefinitionSet } from '../../definitions/table'
import type { Terms } from '../../definitions/term'
import { type CellError, cellError, isCellError } from '../../values'
import type { Metric } from '../metric'
import { type AgainstTarget, againstTarget } from './against-target'
import type { Wanted } from './answer'
import { isAhead } from './dependencies'
import { overridesWithin } from './own-function'
import { wantedNamed } from './wanted'

/**
 * A metric of another metric: `TARGET_ATTAINMENT(WIN_RATE)` and `TARGET_PACE(TOTAL_REVENUE)` set it against its rows
 * in TARGETS, `ROLLING(WIN_RATE, 4)` takes four periods together.
 * @param name in capitals
 * @returns undefined for a name that is no such call
 */
export function composedMetric(
  name: string,
  basis: Basis | undefined,
  definitions: DefinitionSet,
): Wanted | CellError | undefined {
  const [, outer = '', given = ''] = /^(\w+)\s*\(([^()]*)\)$/.exec(name) ?? []
  if (outer === '') return undefined
  const [inner = '', ...others] = given.split(',').map(part => part.trim())
  const form = forms[outer]
  if (!form) {
    return cellError('#VALUE!', `${outer} is asked of no other metric: ${Object.keys(forms).join(', ')} are`)
  }
  const wanted = wantedNamed(inner, definitions)
  return isCellError(wanted) ? wanted : form({ ...wanted, basis }, others, definitions)
}

type Form = (inner: Wanted, others: readonly string[], definitions: DefinitionSet) => Wanted | CellError

const forms: Readonly<Record<string, Form>> = {
  TARGET_ATTAINMENT: (inner, others, definitions) =>
    targeted('TARGET_ATTAINMENT', inner, others, definitions),
  TARGET_PACE: (inner, others, definitions) => targeted('TARGET_PACE', inner, others, definitions),
  ROLLING: (inner, others) => rolling(inner, others),
}

/** The same metric, of so many periods at once: sums over sums, whatever it divides. */
function rolling(inner: Wanted, [many = '', ...others]: readonly string[]): Wanted | CellError {
  const { metric, under } = inner
  const call = `ROLLING(${metric.name}, 4)`
  const periods = /^\d{1,3}$/.test(many) ? Number(many) : 0
  if (others.length > 0 || periods < 1) {
    return cellError('#VALUE!', `ROLLING takes a metric and how many periods to take together: write ${call}`)
  }
  if (isAhead(metric)) {
    return cellError('#VALUE!', `${metric.name} is of one day: there is nothing of earlier periods in it`)
  }
  const named = (of: Metric): Metric => ({ ...of, name: `ROLLING(${of.name}, ${periods})` })
  const ofTerms = (terms: Terms): Metric | CellError => {
    const found = (under as NonNullable<typeof under>)(terms)
    return isCellError(found) ? found : named(found)
  }
  return { ...inner, metric: named(metric), periods, ...(under && { under: ofTerms }) }
}

function targeted(
  kind: AgainstTarget,
  { metric: { name }, basis }: Wanted,
  others: readonly string[],
  definitions: DefinitionSet,
): Wanted | CellError {
  if (others.length > 0) return cellError('#VALUE!', `${kind} is of one metric: write ${kind}(${name})`)
  const under = (terms: Terms): Metric | CellError => againstTarget(kind, name, terms)
  const latest = under(latestOf(definitions.rows))
  return isCellError(latest) ? latest : { metric: latest, basis, overrides: overridesWithin(latest), under }
}
