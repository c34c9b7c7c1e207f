import { type Argument, isCellError, isMatrix } from '../../values'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { type OwnCall, outermostCalls, ownCalls } from '../formulas/own-calls'
import { metricCalled } from '../formulas/values-told'
import type { Span } from './arguments-in-text'
import { askedAt } from './asked-at'
import { arrayLiteral, literal } from './literal'
import { numberTwin } from './number-twin'
import { tableTwin } from './table-twin'

/** The form in which numbers are handed over. */
export type Form = 'formulas' | 'values'

/** What takes the place of a part of a formula; `frozen` says why some of it stands as a value. */
export type Twin = { readonly text: string; readonly frozen: readonly string[] } | NoTwin

/** Why there is none. */
export interface NoTwin {
  readonly none: string
}

/** A formula that is being handed over. */
export interface Writing {
  readonly formula: string
  readonly form: Form
  readonly around: Surroundings
}

export const hasNone = (twin: object): twin is NoTwin => 'none' in twin

/** Longer formulas are refused by Excel. */
const longest = 8_000

/** A stretch of a formula in which each call of ours has become what stands for it; all else stays. */
export function handedText(expression: Expression, { start, end }: Span, writing: Writing): Twin {
  let text = ''
  let at = start
  const frozen: string[] = []
  for (const call of outermostCalls(ownCalls(expression))) {
    const twin = withinText(call, writing)
    if (hasNone(twin)) return twin
    text += writing.formula.slice(at, call.call.start) + twin.text
    frozen.push(...twin.frozen)
    at = call.call.end
  }
  text += writing.formula.slice(at, end)
  return short({ text, frozen })
}

function short(twin: Twin): Twin {
  const isTooLong = !hasNone(twin) && twin.text.length > longest
  return isTooLong ? { none: 'the native formula would be longer than Excel takes' } : twin
}

function withinText(call: OwnCall, writing: Writing): Twin {
  const found = argumentValue(call.call, writing.around)
  const isMany = !isForeign(found) && isMatrix(found) && (found.length > 1 || (found[0]?.length ?? 0) > 1)
  const none = isMany ? `${call.name} gives many values to another function` : ''
  const twin: Twin =
    isMany || writing.form === 'values' ? { none } : callTwin(call, { row: 0, column: 0 }, writing)
  if (!hasNone(twin)) return { ...twin, text: `(${twin.text})` }
  if (isForeign(found)) return twin
  const rows = isMatrix(found) ? found : [[found ?? null]]
  const text = isMany ? arrayLiteral(rows) : literal(rows[0]?.[0])
  return { text, frozen: twin.none === '' ? [] : [twin.none] }
}

/** One number of a call in built-in functions, without the “=”. */
export function callTwin(call: OwnCall, element: Element, writing: Writing): Twin {
  const args = call.call.args.map(argument => argumentValue(argument, writing.around))
  const metric = metricCalled(call.name)
  if (metric && !metric.onTablesOnly) return short(numberTwin(metric, call, args, element, writing))
  if (args.some(isForeign)) return { none: 'a part of it is computed by the spreadsheet' }
  if (!givesMetric(call.name, element))
    return { none: `${call.name} gives no single number of a metric here` }
  const asked = askedAt(call, args as readonly Argument[], element)
  if (!asked || isCellError(asked))
    return { none: asked?.reason ?? `${call.name} takes several periods at once` }
  return tableTwin(asked, call, args as readonly Argument[], element, writing)
}

/** Beside the numbers of groups stand their names and how many rows each has. */
function givesMetric(name: string, { column }: Element): boolean {
  const isOwn = metricCalled(name) !== undefined
  return isOwn || name === 'METRIC' || name === 'RESTATED' || (name === 'METRIC_BY' && column === 1)
}
