import { parseTerm } from '../../definitions/parse'
import type { TermValue } from '../../definitions/term'
import { termNamed } from '../../definitions/terms'
import type { Condition } from '../../tables/where'
import { type Argument, type Cell, type CellError, isCellError, isMatrix, type Result } from '../../values'
import { metricsByName } from '../by-name'
import type { Metric } from '../metric'
import { answersTo, type Wanted } from './answer'
import { isAhead, isStanding, tablesNeeded } from './dependencies'
import type { Question } from './question'
import { type Own, type OwnParameter, readCall, type Signature } from './table-function'

/** A metric that only makes sense on tables, as a formula of its own: `NET_LEADS_ISSUED(leads, from, to, …)`. */
export function signatureOf(metric: Metric): Signature {
  return {
    name: metric.name,
    tables: tablesNeeded(metric),
    alsoTables: metric.alsoTables ?? [],
    period: isStanding(metric) ? 'none' : isAhead(metric) ? 'optional' : 'required',
    parameters: ownParameters(metric),
  }
}

/** What a call may say itself in place of the definitions. */
function ownParameters(metric: Metric): Readonly<Record<string, OwnParameter>> {
  const own: Record<string, OwnParameter> = {}
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if ('text' in parameter || ('term' in parameter && parameter.term !== undefined)) own[name] = parameter
  }
  return own
}

export function callOnTables(metric: Metric, args: readonly Argument[]): Result {
  const asked = askedByCall(metric, args)
  if (isCellError(asked)) return asked
  const { question, wanted, from } = asked
  const answers = answersTo(question, [wanted])
  const cells = question.periods.map((_, period): Cell => answers.at(0, period, 0).value)
  if (cells.length === 1) return cells[0] as Cell
  return isMatrix(from) && from.length > 1 ? cells.map(cell => [cell]) : [cells]
}

/** What such a call asks of which tables; `from` is the argument as it was given. */
export function askedByCall(
  metric: Metric,
  args: readonly Argument[],
): { readonly question: Question; readonly wanted: Wanted; readonly from: Argument } | CellError {
  const call = readCall(signatureOf(metric), args)
  if (isCellError(call)) return call
  const overrides = overridesOf(metric, call.own)
  const conditions = [...call.question.conditions, ...conditionsOf(metric, call.own)]
  return {
    question: { ...call.question, conditions },
    wanted: { metric, basis: undefined, overrides },
    from: call.from,
  }
}

/** The terms that a call says itself; those that are no terms of the definitions have their default in the metric. */
export function overridesOf(metric: Metric, own: Own = {}): Readonly<Record<string, TermValue>> {
  return Object.fromEntries(
    Object.entries(ownParameters(metric)).flatMap(([name, parameter]) => {
      const usual = 'callOnly' in parameter ? (parameter as { default?: TermValue }).default : undefined
      const value = (own[name] as TermValue | undefined) ?? usual
      const term = 'term' in parameter ? parameter.term : undefined
      if (value === undefined || term === undefined) return []
      // What is wrong with a text was said when the call was read.
      return [
        [
          term,
          'text' in parameter && termNamed(term) ? (parseTerm(term, String(value)) as TermValue) : value,
        ],
      ]
    }),
  )
}

/** What a call says of the rows that it asks for, besides `where`. */
function conditionsOf(metric: Metric, own: Own): readonly Condition[] {
  return Object.entries(metric.parameters).flatMap(([name, parameter]) =>
    'text' in parameter && parameter.column !== undefined && own[name] !== undefined
      ? [{ column: parameter.column, value: String(own[name]) }]
      : [],
  )
}

/** Likewise of all the metrics that a metric is computed from. */
export function overridesWithin(metric: Metric): Readonly<Record<string, TermValue>> {
  const others = Object.values(metric.parameters).flatMap(parameter => {
    const measured = 'measured' in parameter ? parameter.measured : undefined
    const source = measured && 'metric' in measured ? metricsByName.get(measured.metric) : undefined
    return source ? [overridesWithin(source)] : []
  })
  return Object.assign({}, ...others, overridesOf(metric))
}
