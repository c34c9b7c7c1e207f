import type { TermValue } from '../../definitions/term'
import { simplify, truthOf } from '../../formula/simplify'
import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import type { DomainRule, Metric } from '../../metrics/metric'
import { settledInputs } from '../../metrics/on-tables/inputs'
import { anyRow, overTotals, type Total, type TotalsScope, zero } from './over-totals'
import { beyondTotals, measuredBy } from './row-total'

/** A metric worked out of totals and of metrics before it; a rule that holds leaves it without a value. */
export interface Finish {
  readonly name: string
  readonly rules: readonly (Pick<DomainRule, 'error' | 'reason'> & { readonly when: Tree })[]
  readonly variants: readonly { readonly when: Tree; readonly formula: Tree }[]
  readonly formula: Tree
  /** The metrics among its arguments. */
  readonly arguments: readonly string[]
  /** The columns that hold its arguments, by their names; and the arguments that are settled before. */
  readonly named: Readonly<Record<string, string>>
  readonly settled: Readonly<Record<string, number | string>>
}

/** How a metric is made of totals. */
export interface Finishing {
  readonly totals: readonly Total[]
  /** Those that others need come before them; the metric itself is the last. */
  readonly finishes: readonly Finish[]
}

type Terms = Readonly<Record<string, TermValue>>

/**
 * How a database can make a metric of totals, under the terms of a period.
 * @returns undefined where it takes more than totals, such as a median or a value for each rep
 */
export function finishingOf(metric: Metric, terms: Terms): Finishing | undefined {
  const totals = new Map<string, Total>()
  const finishes: Finish[] = []
  try {
    finish(metric, '', 'value', { terms, totals, finishes })
  } catch (error) {
    if (error === beyondTotals) return undefined
    throw error
  }
  return { totals: [...totals.values()], finishes }
}

interface Collected {
  readonly terms: Terms
  readonly totals: Map<string, Total>
  readonly finishes: Finish[]
}

/** @param prefix keeps the arguments of metrics apart that are themselves arguments */
function finish(metric: Metric, prefix: string, name: string, collected: Collected): void {
  const settled = settledInputs(metric, collected.terms)
  const leftOut = Object.entries(metric.parameters).flatMap(([own, parameter]) =>
    settled[own] === undefined && !measuredBy(parameter) ? [own] : [],
  )
  const before = new Set<string>()
  const scope: TotalsScope = {
    ...{ metric, prefix, totals: collected.totals },
    finished: (source, own) => {
      if (!collected.finishes.some(one => one.name === own)) finish(source, `${own}__`, own, collected)
      before.add(own)
    },
  }
  const inner = (tree: Tree): Tree => overTotals(tree, scope)
  const settle = (formula: string): Tree => simplify(treeOf(formula), settled, leftOut)
  const conditions = metric.errors.map(rule => ({ ...rule, when: settle(rule.when) }))
  // Where a rule is broken whatever the rows are, all that follows may lack what it speaks of.
  const broken = conditions.findIndex(({ when }) => truthOf(when) === true)
  const rules = (broken < 0 ? conditions : conditions.slice(0, broken + 1))
    .filter(({ when }) => truthOf(when) !== false)
    .map(({ when, error, reason }) => ({ when: inner(anyRow(when, metric)), error, reason }))
  const possible = (metric.variants ?? [])
    .map(({ when, formula }) => ({ when: settle(when), formula }))
    .filter(({ when }) => truthOf(when) !== false)
  const decided = possible.findIndex(({ when }) => truthOf(when) === true)
  const open = broken >= 0 ? [] : decided < 0 ? possible : possible.slice(0, decided)
  const variants = open.map(({ when, formula }) => ({ when: inner(when), formula: inner(settle(formula)) }))
  const formula = broken >= 0 ? zero : inner(settle(possible[decided]?.formula ?? metric.formula))
  const columns = [...collected.totals.keys(), ...before]
  const named = Object.keys(metric.parameters).flatMap(own =>
    columns.includes(prefix + own) ? [[own, prefix + own]] : [],
  )
  collected.finishes.push({
    ...{ name, rules, variants, formula, settled },
    ...{ arguments: [...before], named: Object.fromEntries(named) },
  })
}
