import { contradictionIn } from '../../definitions/consistency'
import { latestOf, termsAt } from '../../definitions/governing'
import { isLocked } from '../../definitions/locks'
import { parseTerm } from '../../definitions/parse'
import { termsFor } from '../../definitions/resolve'
import type { DefinitionSet } from '../../definitions/table'
import type { TermValue } from '../../definitions/term'
import { termWords } from '../../definitions/words'
import { answersTo } from '../../metrics/on-tables/answer'
import { tablesNeeded } from '../../metrics/on-tables/dependencies'
import type { Question } from '../../metrics/on-tables/question'
import { type Cell, type CellError, cellError, isCellError } from '../../values'
import { valueTold } from '../formulas/values-told'
import type { AskedChange, Effect, Preview } from '../questions'
import type { Steps } from '../steps'
import { type Affected, affected } from './affected'
import { computable } from './computable'
import { governance } from './governance'
import { type NamedPeriod, periodsUpTo } from './periods'
import { workbookTables } from './workbook-tables'

type Values = Readonly<Record<string, TermValue>>

/** What changes would do to the metrics that obey them, in the last four periods. */
export function* preview({ changes }: { readonly changes: readonly AskedChange[] }): Steps<Preview> {
  const { overview, set, locks, problem, today, asOf } = yield* governance()
  if (problem) throw problem
  const values = valuesOf(changes, set)
  if (isCellError(values)) throw values
  const periods = periodsUpTo(set, today, 4)
  const metrics = affected(set, values)
  const needed = new Set(
    metrics.flatMap(({ metric }) => [...tablesNeeded(metric), ...(metric.alsoTables ?? [])]),
  )
  const { tables } = yield* workbookTables(overview, [...needed])
  const question: Question = { tables, periods, conditions: [], asOf, definitions: set }
  const lacking = [...new Set(metrics.flatMap(({ metric }) => tablesNeeded(metric)))]
  return {
    changes: changes.map(change => inWords(change, set, values)),
    periods: periods.map(period => ({ ...period, locked: isLocked(locks, period) })),
    effects: effectsOf(question, periods, metrics, values),
    lacking: lacking.filter(table => !tables.has(table)),
  }
}

function valuesOf(changes: readonly AskedChange[], { rows }: DefinitionSet): Values | CellError {
  const values: Record<string, TermValue> = {}
  for (const { term, value } of changes) {
    const id = term.trim().toLowerCase()
    const read = parseTerm(id, value)
    if (isCellError(read)) return read
    values[id] = read
  }
  const fault = contradictionIn({ ...latestOf(rows), ...values })
  return fault === undefined ? values : cellError('#VALUE!', fault)
}

function inWords({ term, effectiveFrom }: AskedChange, { rows, version }: DefinitionSet, values: Values) {
  const id = term.trim().toLowerCase()
  const before = termsAt(rows, effectiveFrom, version)[id]
  return {
    term: id,
    before: before === undefined ? '' : termWords(id, before),
    after: termWords(id, values[id] as TermValue),
  }
}

/** Everything that is asked, before and after, is measured together: once for each state of the definitions. */
function effectsOf(
  question: Question,
  periods: readonly NamedPeriod[],
  metrics: readonly Affected[],
  values: Values,
): readonly Effect[] {
  const before = computable(question, metrics).map(one => ({ ...one, basis: 'current' }) as const)
  const after = before.map(one => ({ ...one, overrides: { ...one.overrides, ...values } }))
  // A period that no definitions govern yet is counted by the latest ones on both sides, so that only the change shows.
  const restated = [...after, ...before].map(one => ({ ...one, basis: 'restated' }) as const)
  const isGoverned = periods.map(({ from }) => !isCellError(termsFor(question.definitions, from)))
  const needsRestated = isGoverned.includes(false)
  const answers = answersTo(question, [...before, ...after, ...(needsRestated ? restated : [])])
  const effects = before.map(({ metric, isNew }, index): Effect => {
    const valuesOfGroup = (group: (period: number) => number): readonly Cell[] =>
      periods.map((_, period) => answers.at(group(period) * before.length + index, period, 0).value)
    const was = isNew
      ? periods.map(() => notYet(metric.name))
      : valuesOfGroup(period => (isGoverned[period] ? 0 : 3))
    const is = valuesOfGroup(period => (isGoverned[period] ? 1 : 2))
    const { name, title, better, unit } = metric
    return {
      ...{ metric: name, title, better, unit },
      before: was.map(value => valueTold(value, unit)),
      after: is.map(value => valueTold(value, unit)),
      changed: was.some((value, period) => !isSame(value, is[period] as Cell)),
    }
  })
  return [...effects.filter(({ changed }) => changed), ...effects.filter(({ changed }) => !changed)]
}

function notYet(name: string): CellError {
  return cellError('#N/A', `${name} is not defined yet`)
}

function isSame(one: Cell, other: Cell): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other
}
