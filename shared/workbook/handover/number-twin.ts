import { isRange } from '../../metrics/arguments'
import type { Metric } from '../../metrics/metric'
import { isGoverned } from '../../metrics/said-by-terms'
import { nativeFormula, type References } from '../../renderings/native'
import { type Argument, isCellError } from '../../values'
import { type Found, isForeign } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { OwnCall } from '../formulas/own-calls'
import { argumentReference } from './argument-reference'
import { argumentSpans } from './arguments-in-text'
import { askedAt } from './asked-at'
import { inFormula } from './literal'
import { hasNone, type Twin, type Writing } from './twin'

/**
 * A metric of numbers as `nativeFormula` writes it: cells stay cells, so that the copy goes on computing; what
 * definitions said, and choices, are settled.
 * @param result which cell of what the call gives
 */
export function numberTwin(
  metric: Metric,
  own: OwnCall,
  args: readonly Found[],
  result: Element,
  writing: Writing,
): Twin {
  const isForeignCall = args.some(isForeign)
  const none = metric.noTwin ?? notSettled(metric, args, isForeignCall)
  if (none !== undefined) return { none }
  const asked = isForeignCall ? undefined : askedAt(own, args as readonly Argument[], result)
  if (isCellError(asked)) return { none: asked.reason }
  const { inputs = {}, value } = asked ?? {}
  // What is wrong with an argument itself, a built-in function would not notice.
  if (isCellError(value) && Object.keys(inputs).length === 0) return { none: value.reason }
  const settled = (name: string): number | string | undefined => {
    const input = inputs[name]
    if (typeof input === 'number') return inFormula(input)
    return typeof input === 'string' ? input : undefined
  }
  // Several results of a metric stand side by side, for the same arguments.
  const results = Object.keys(metric.results ?? { value: '' }).length
  const element = { row: result.row, column: Math.floor(result.column / results) }
  const spans = argumentSpans(writing.formula, own.call)
  const references: Record<string, References[string]> = {}
  const frozen: string[] = []
  const put = (name: string, reference: References[string] | undefined): void => {
    if (reference !== undefined) references[name] = reference
  }
  // Terms that the formula names.
  for (const name of Object.keys(inputs)) if (!(name in metric.parameters)) put(name, settled(name))
  for (const [place, [name, parameter]] of Object.entries(metric.parameters).entries()) {
    const [expression, span] = [own.call.args[place], spans[place]]
    if ('definitions' in parameter || 'text' in parameter) continue
    if (!expression || !span) {
      put(name, settled(name))
      continue
    }
    const given = { name, parameter, expression, span, found: args[place], settled: settled(name), element }
    const stands = argumentReference(given, writing)
    if (hasNone(stands)) return stands
    put(name, stands.reference)
    frozen.push(...stands.frozen)
  }
  return written(asked?.metric ?? metric, references, frozen)
}

/** Why the definitions that a call is handed cannot be written out, if so. */
function notSettled(metric: Metric, args: readonly Found[], isForeignCall: boolean): string | undefined {
  const parameters = Object.entries(metric.parameters)
  if (isForeignCall) {
    return parameters.some(([, parameter]) => 'definitions' in parameter)
      ? 'it goes by definitions, and a part of it is computed by the spreadsheet'
      : undefined
  }
  if (!isGoverned(metric, args as readonly Argument[])) return undefined
  const cut = parameters.find(([, parameter]) => isRange(parameter) && parameter.latest !== undefined)
  return cut && `the definitions say how many of the last ${cut[0]} count`
}

function written(metric: Metric, references: References, frozen: readonly string[]): Twin {
  try {
    return { text: nativeFormula(metric, references).slice(1), frozen }
  } catch (error) {
    return { none: `it has no native formula: ${String(Object(error).message)}` }
  }
}
