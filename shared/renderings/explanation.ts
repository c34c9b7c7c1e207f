import { dayText } from '../definitions/clock'
import type { SnapshotRow } from '../definitions/snapshot'
import { evaluate, holds, type Inputs } from '../formula/evaluate'
import { childrenOf, type Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { formulaFor } from '../metrics/compute'
import type { Measure, Metric } from '../metrics/metric'
import { keyOf, measuresOf, termsRead } from '../metrics/on-tables/dependencies'
import type { Regime } from '../metrics/on-tables/governing'
import { type Part, rowsOf } from '../metrics/on-tables/part'
import { type Argument, type Cell, isCellError, type Result } from '../values'
import { type Asked, askedOf } from './asked'
import { type LeftOut, leftOut } from './left-out'
import { type Dialect, render } from './render'
import { formulaLanguage } from './source'

/**
 * METRIC_EXPLAIN(metric, arguments…): why a number is what it is. The formula with its numbers put in, what was
 * counted and what was left out for which reason, and the definitions that governed; of an error, its cause.
 */
export function metricExplain(args: readonly Argument[]): Result {
  const asked = askedOf(args)
  return isCellError(asked) ? sentence(asked) : explanationOf(asked).join('\n')
}

/** A line per thing to know. */
export function explanationOf(asked: Asked): readonly string[] {
  const { metric, inputs, value, onTables } = asked
  const reported = onTables?.answer.reported
  if (reported) return reportedLines(reported, value)
  return [
    isCellError(value)
      ? `${metric.name} is ${sentence(value)}`
      : `${metric.name} = ${worked(metric, inputs)} = ${value}`,
    ...(isCellError(value) ? [] : warningsOf(metric, inputs)),
    `Formula: ${formulaText(metric, inputs)}`,
    ...(onTables ? measuredLines(onTables) : []),
    ...(onTables ? definitionLines(metric, onTables.answer.regimes) : []),
  ]
}

function warningsOf({ warnings = [] }: Metric, inputs: Inputs): readonly string[] {
  return warnings.filter(({ when }) => holds(treeOf(when), inputs) === true).map(({ says }) => says)
}

/** Of a locked value nothing is computed: what was recorded is told. */
function reportedLines(row: SnapshotRow, value: Cell): readonly string[] {
  const { metric, period, numerator, denominator, version, asOf, recordedAt, rows } = row
  const parts = numerator === null || denominator === null ? '' : ` = ${numerator} / ${denominator}`
  return [
    isCellError(value) ? `${metric} is ${sentence(value)}` : `${metric}${parts} = ${value}`,
    `As reported for ${period}, locked on ${dayText(Math.floor(recordedAt))} under definitions v${version}, as of ${dayText(asOf)}.`,
    `The tables then had these rows: ${rows}.`,
  ]
}

function sentence(value: Cell): string {
  return isCellError(value) ? `${value.error}: ${value.reason}` : String(value)
}

export function formulaText(metric: Metric, inputs: Inputs): string {
  const formula = Object.keys(inputs).length === 0 ? metric.formula : formulaFor(metric, inputs)
  return isCellError(formula) ? metric.formula : formula
}

/** The formula with its numbers put in; of ranges, what the formula makes of them. */
export function worked(metric: Metric, inputs: Inputs): string {
  return render(treeOf(formulaText(metric, inputs)), numbers(inputs))
}

function numbers(inputs: Inputs): Dialect {
  const isList = (tree: Tree): boolean =>
    tree.kind === 'name' ? typeof inputs[tree.name] === 'object' : childrenOf(tree).some(isList)
  return {
    ...formulaLanguage,
    name: name => {
      const input = inputs[name]
      return typeof input === 'number' && input < 0 ? `(${input})` : String(input)
    },
    special: tree => {
      if (tree.kind !== 'call' || !isList(tree)) return undefined
      const made = evaluate(tree, inputs)
      return isCellError(made) ? made.error : String(made)
    },
  }
}

/** A line for each choice of rows, however many of their values are taken. */
function measuredLines({ question, answer }: NonNullable<Asked['onTables']>): readonly string[] {
  const alike = new Map<string, Measure[]>()
  for (const measure of measuresOf(answer.metric)) {
    const key = keyOf({ ...measure, value: '' })
    alike.set(key, [...(alike.get(key) ?? []), measure])
  }
  return [...alike.values()].map(measures => {
    const measure = measures[0] as Measure
    const parts = measures.map(answer.part)
    const failed = parts.find(isCellError)
    const many = failed ? failed.error : rowsOf(parts[0] as Part)
    const reasons = leftOut(question, answer.regimes, measure).map(reasonText)
    const others = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`
    const values = [...new Set(measures.flatMap(({ value }) => value ?? []))]
    const taken = values.length === 0 ? measure.rows : `${values.join(', ')} where ${measure.rows}`
    return `${measure.from}: ${many} × ${taken}${others}`
  })
}

function reasonText({ reason, rows }: LeftOut): string {
  return `${rows.length} ${reason}`
}

function definitionLines(metric: Metric, regimes: readonly Regime[]): readonly string[] {
  const read = termsRead(metric)
  return regimes.map(({ from, version, terms }) => {
    const said = read.flatMap(id => {
      const value = terms[id]
      if (value === undefined || value === null) return []
      if (Array.isArray(value)) return [`${id}: ${value.join(', ')}`]
      return [typeof value === 'object' ? `${id}: ${Object.keys(value).length} entries` : `${id}: ${value}`]
    })
    const named = version === 0 ? 'Built-in definitions, ratified by nobody' : `Definitions v${version}`
    const since = regimes.length > 1 ? ` from ${dayText(from)}` : ''
    return said.length === 0 ? `${named}${since}.` : `${named}${since}: ${said.join('; ')}.`
  })
}
