import type { TermValue } from '../../definitions/term'
import { builtInTerms, termNamed } from '../../definitions/terms'
import { namesIn } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { type Unit, unitOf, unitOfFormula, unitWords } from '../../formula/units'
import { nearest } from '../../nearest'
import { type CellError, cellError, isCellError } from '../../values'
import { isOnTables, metricsByName, namesOnTables } from '../by-name'
import { spreadCost } from '../cost/spread-cost'
import type { Metric, NumberParameter, RangeParameter } from '../metric'
import { measuredParameters, sourcesOf } from './measured-parameters'

type Terms = Readonly<Record<string, TermValue>>
type Measured = NumberParameter | RangeParameter

/** A formula of a team with what its names stand for, those of other formulas of the team put in. */
export interface Written {
  readonly formula: string
  readonly parameters: Readonly<Record<string, Measured>>
  /** The definition terms that hold it. */
  readonly steady: readonly string[]
}

/**
 * A metric of a team's own: `metric.<name>` of the definitions, a formula over metrics by their names in small letters,
 * what these are measured by, sets of cost components, numeric terms, and other metrics of the team.
 * @returns undefined where the terms have none of the name; `#VALUE!` for one that cannot be computed
 */
export function customMetric(name: string, terms: Terms): Metric | CellError | undefined {
  const term = `metric.${name.toLowerCase()}`
  if (typeof terms[term] !== 'string') return undefined
  const written = expanded(term, terms, [])
  if (isCellError(written)) return written
  const unit = unitIn(term, written)
  if (isCellError(unit)) return unit
  return {
    ...{ name: name.toUpperCase(), title: name.toLowerCase().replace(/_/g, ' '), category: 'benchmarks' },
    ...{ indicator: 'neither', better: 'neither', about: 'A metric of your own.', questions: [] },
    ...written,
    ...{ unit, errors: [], examples: [], sources: [], onTablesOnly: true },
  }
}

function expanded(term: string, terms: Terms, path: readonly string[]): Written | CellError {
  if (path.includes(term)) {
    const circle = [...path.slice(path.indexOf(term)), term].join(' → ')
    return cellError('#VALUE!', `${circle}: a metric cannot be computed from itself`)
  }
  let formula = String(terms[term])
  const parameters: Record<string, Measured> = {}
  const steady = new Set([term])
  for (const name of namesIn(treeOf(formula))) {
    const meant = meaningOf(name, terms, [...path, term])
    if (meant === undefined) continue
    if (isCellError(meant)) {
      const { error, reason } = meant
      return path.length === 0
        ? { error, reason: reason.startsWith('metric.') ? reason : `${term}: ${reason}` }
        : meant
    }
    Object.assign(parameters, meant.parameters)
    for (const other of meant.steady) steady.add(other)
    formula = formula.replace(wordsOrTexts, word => (word === name ? meant.formula : word))
  }
  return { formula, parameters, steady: [...steady] }
}

/** A metric, built in or of the team's own, as a part of another formula. */
export function writtenOut(name: string, terms: Terms): Written | CellError {
  const term = `metric.${name.toLowerCase()}`
  if (typeof terms[term] !== 'string') {
    return namedMetric(name.toLowerCase(), metricsByName.get(name.toUpperCase()) as Metric)
  }
  const own = expanded(term, terms, [])
  return isCellError(own) ? own : { ...own, formula: `(${own.formula})` }
}

/** Texts in quotes are found too, so that no word within them is taken for a name. */
const wordsOrTexts = /"[^"]*"|[a-z_][a-z0-9_.]*/gi

/** What a name stands for; undefined for a numeric term, which formulas may name as it is. */
function meaningOf(name: string, terms: Terms, path: readonly string[]): Written | undefined | CellError {
  const own = name.startsWith('metric.') ? name : `metric.${name}`
  if (typeof terms[own] === 'string') {
    const other = expanded(own, terms, path)
    return isCellError(other) ? other : { ...other, formula: `(${other.formula})` }
  }
  const metric = metricsByName.get(name.toUpperCase())
  if (metric) return namedMetric(name, metric)
  if (Array.isArray(terms[`cost.${name}`])) return componentSet(name)
  const [parameter, ...others] = measuredParameters(name)
  if (parameter && others.length === 0) {
    const formula = name.replace('.', '_')
    return { formula, parameters: { [formula]: parameter.parameter }, steady: [] }
  }
  if (name.includes('.')) return numericTerm(name, terms)
  if (parameter) {
    const several = [parameter, ...others].map(({ metric: of }) => `${of.name.toLowerCase()}.${name}`)
    return cellError(
      '#VALUE!',
      `${name} is measured in several ways: say of which metric, such as ${several.slice(0, 4).join(', ')}`,
    )
  }
  const close = nearest(name, [
    ...namesOnTables().map(known => known.toLowerCase()),
    ...sourcesOf(),
    ...setsIn(terms),
  ])
  const hint =
    close.length > 0
      ? `did you mean ${close.join(', ')}?`
      : 'name metrics, what they are measured by, or sets of costs'
  return cellError('#VALUE!', `there is no “${name}”: ${hint}`)
}

function namedMetric(name: string, metric: Metric): Written | CellError {
  if (!isOnTables(metric)) return cellError('#VALUE!', `${name} is not computed from tables: use one that is`)
  const parameter: NumberParameter = {
    unit: metric.unit,
    about: metric.title,
    measured: { metric: metric.name },
  }
  return { formula: name, parameters: { [name]: parameter }, steady: [] }
}

function componentSet(set: string): Written {
  const names = [`${set}_amounts`, `${set}_days_inside`, `${set}_span_days`] as const
  const rule = set in byFunction ? set : `cost_component in cost.${set}`
  const [amounts, inside, span] = names
  return { formula: `sum(${amounts} * ${inside} / ${span})`, parameters: spreadCost(names, rule), steady: [] }
}

/** Sets whose rule asks for the function too, since some components belong to several. */
const byFunction = { marketing_investment: true, cost_of_sales: true, cac_cost: true }

function setsIn(terms: Terms): readonly string[] {
  return Object.keys(terms).flatMap(id =>
    id.startsWith('cost.') && Array.isArray(terms[id]) ? [id.slice(5)] : [],
  )
}

function numericTerm(id: string, terms: Terms): undefined | CellError {
  const value = terms[id]
  if (typeof value === 'number') return undefined
  if (value === null) return cellError('#N/A', `${id} is blank: give it a number in the definitions`)
  if (termNamed(id) && value !== undefined)
    return cellError('#VALUE!', `${id} is no number: only numbers can be computed with`)
  const close = nearest(id, Object.keys(builtInTerms))
  return cellError(
    '#VALUE!',
    `there is no term “${id}”${close.length > 0 ? `: did you mean ${close.join(', ')}?` : ''}`,
  )
}

function unitIn(term: string, { formula, parameters }: Written): string | CellError {
  const units = Object.entries(parameters).map(([name, parameter]): [string, Unit] => [
    name,
    unitOf('rangeOf' in parameter ? parameter.rangeOf : parameter.unit),
  ])
  try {
    const unit = unitOfFormula(treeOf(formula), Object.fromEntries(units))
    if (Object.values(unit).every(exponent => Number.isInteger(exponent) && Math.abs(exponent) < 4)) {
      return unitWords(unit)
    }
    return cellError(
      '#VALUE!',
      `${term} does not add up: a root or high power of ${unitWords(unit)} means nothing`,
    )
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return cellError('#VALUE!', `${term} does not add up: ${thrown.message}`)
  }
}
