import type { Terms } from '../../definitions/term'
import { type CellError, cellError, isCellError } from '../../values'
import { ofTargets, targetFormula, targetLevels, targetsOfLevels } from '../benchmarks/target-levels'
import { metricsByName } from '../by-name'
import type { DomainRule, Metric, Parameter, Variant } from '../metric'
import { addsUp } from './adds-up'
import { customMetric, writtenOut } from './custom'

/** The metrics that set another against its targets in TARGETS: `TARGET_ATTAINMENT(WIN_RATE)`. */
export type AgainstTarget = 'TARGET_ATTAINMENT' | 'TARGET_PACE'

/** Such a metric as the terms have it: of a metric by its name, built in or the team's own. */
export function againstTarget(kind: AgainstTarget, name: string, terms: Terms): Metric | CellError {
  const metric = metricsByName.get(name) ?? customMetric(name, terms)
  const actual = writtenOut(name, terms)
  if (metric === undefined) {
    return cellError(
      '#N/A',
      `metric.${name.toLowerCase()} was not defined yet on the first day of the period`,
    )
  }
  if (isCellError(metric)) return metric
  if (isCellError(actual)) return actual
  const accumulates = addsUp(metric)
  if (kind === 'TARGET_PACE' && !accumulates) {
    return cellError(
      '#VALUE!',
      `${name} does not grow with time, as counts and money do: ask TARGET_ATTAINMENT`,
    )
  }
  const target = targetFormula(accumulates ? 'sum' : 'max')
  const declared = metricsByName.get(kind) as Metric
  const shared = { ...declared, name: `${kind}(${name})`, examples: [], onTablesOnly: true }
  const parameters = { ...actual.parameters, ...targetsOfLevels(ofMetric(name), 'number') }
  const errors = targetErrors(name, accumulates)
  if (kind === 'TARGET_PACE') {
    return {
      ...shared,
      parameters: { ...parameters, ...paceParameters(name) },
      formula: `(${actual.formula} / ${target}) / (max(days_gone) / max(days_in_all))`,
      errors: [...errors, ...paceErrors],
      steady: actual.steady,
    }
  }
  return {
    ...shared,
    parameters: { ...parameters, ...directionParameters(name) },
    formula: `${actual.formula} / ${target}`,
    variants: directions(name, actual.formula, target, terms),
    errors,
    steady: [...actual.steady, 'metric.direction'],
  }
}

function ofMetric(name: string): string {
  return `target_metric = "${name}" and present(target) and whole_period`
}

function targetErrors(name: string, accumulates: boolean): readonly DomainRule[] {
  const target = targetFormula(accumulates ? 'sum' : 'max')
  return [
    {
      when: targetLevels.map(level => `count(${level}) = 0`).join(' and '),
      error: '#N/A',
      reason: `TARGETS holds no target of ${name} for the period: add a row with metric ${name}`,
    },
    {
      when: `${targetFormula(accumulates ? 'sum' : 'min')} <> ${target}`,
      error: '#VALUE!',
      reason: `the targets of ${name} in the period differ, and cannot be added: ask for one of them with where, such as owner=Ana, or for its own period`,
    },
    {
      when: `${target} = 0`,
      error: '#DIV/0!',
      reason: `the target of ${name} is 0: it needs one other than 0`,
    },
    {
      when: `${target} < 0`,
      error: '#NUM!',
      reason: `the target of ${name} is below 0: a share of it says nothing; measure the difference`,
    },
  ]
}

const ways = { lower_targets: 'lower', higher_targets: 'higher', nearer_targets: 'target' } as const

function directionParameters(name: string): Readonly<Record<string, Parameter>> {
  return Object.fromEntries(
    Object.entries(ways).map(([way, word]): [string, Parameter] => [
      way,
      {
        unit: 'number',
        about: `Targets of which TARGETS says the direction ${word}`,
        measured: ofTargets(`${ofMetric(name)} and direction = "${word}"`),
      },
    ]),
  )
}

/** What the rows of TARGETS say goes before `metric.direction`, and that before how the metric is declared. */
function directions(name: string, actual: string, target: string, terms: Terms): readonly Variant[] {
  const agreed = (terms['metric.direction'] as Readonly<Record<string, string>>)[name]
  const usual = agreed ?? metricsByName.get(name)?.better
  const isSaid = (way: keyof typeof ways): string =>
    usual === ways[way] ? `${way} > 0 or ${Object.keys(ways).join(' + ')} = 0` : `${way} > 0`
  return [
    {
      when: isSaid('lower_targets'),
      formula: `${target} / ${actual}`,
      about: 'Where less is better: target over actual',
    },
    {
      when: isSaid('nearer_targets'),
      formula: `1 - abs(${actual} - ${target}) / ${target}`,
      about: 'Where nearer is better: 1 less the gap as a share of the target',
    },
  ]
}

/** The same in every row of the period. */
function paceParameters(name: string): Readonly<Record<string, Parameter>> {
  const days = (about: string, value: string): Parameter => ({
    rangeOf: 'days',
    about,
    measured: ofTargets(ofMetric(name), value),
  })
  return {
    days_gone: days('Working days of the period gone by as_of', 'working_days_gone'),
    days_in_all: days('Working days of the whole period', 'working_days_in_period'),
  }
}

const paceErrors: readonly DomainRule[] = [
  { when: 'max(days_in_all) = 0', error: '#DIV/0!', reason: 'the period has no working day' },
  {
    when: 'max(days_gone) = 0',
    error: '#DIV/0!',
    reason: 'no working day of the period has passed: there is no pace yet',
  },
]
