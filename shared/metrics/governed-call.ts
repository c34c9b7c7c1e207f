import { termsFor } from '../definitions/resolve'
import { readDefinitions } from '../definitions/table'
import type { Terms } from '../definitions/term'
import { builtInTerms } from '../definitions/terms'
import type { Input, Inputs } from '../formula/evaluate'
import { type Argument, type CellError, isCellError } from '../values'
import type { Metric } from './metric'

/** The terms that hold for one cell of a call. */
export type TermsAt = (inputs: readonly (Input | undefined)[]) => Inputs | CellError

/**
 * The terms that a call's formula may name. Where it is handed definitions, those that govern the day of its first
 * date, the latest where it has none; the built-in ones where they are left out, and nothing for a metric that asks none.
 */
export function termsOfCall(metric: Metric, args: readonly Argument[]): TermsAt | CellError {
  const declared = Object.values(metric.parameters)
  const place = declared.findIndex(parameter => 'definitions' in parameter)
  if (place < 0) return () => none
  const set = readDefinitions(args[place])
  if (isCellError(set)) return set
  if (set.version === 0) return () => builtInInputs(metric)
  const date = declared.findIndex(parameter => 'date' in parameter)
  const byTerms = new Map<Terms, Inputs>()
  return inputs => {
    const governed = date < 0 ? termsFor(set, 0, 'restated') : termsFor(set, Number(inputs[date]))
    if (isCellError(governed)) return governed
    const known = byTerms.get(governed.terms) ?? scalarTerms(governed.terms)
    byTerms.set(governed.terms, known)
    return known
  }
}

/** Terms as a formula takes them; sets are one text, and tables are for rows. */
export function scalarTerms(terms: Terms): Inputs {
  return Object.fromEntries(
    Object.entries(terms).flatMap(([id, value]): [string, Input][] => {
      if (Array.isArray(value)) return [[id, value.join(', ')]]
      return typeof value === 'object' ? [] : [[id, value]]
    }),
  )
}

const none: Inputs = {}
let known: Inputs | undefined

/** The built-in terms, made when a formula first asks: an add-on has to load quickly. */
export function builtInInputs({ parameters }: Metric): Inputs {
  if (!Object.values(parameters).some(parameter => 'definitions' in parameter)) return none
  known ??= scalarTerms(builtInTerms)
  return known
}
