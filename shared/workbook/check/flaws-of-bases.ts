import type { Terms } from '../../definitions/term'
import { termsRead } from '../../metrics/on-tables/dependencies'
import { isBlankArgument } from '../formulas/definitions-place'
import { type Expression, within } from '../formulas/formula-in-cell'
import { ownName } from '../formulas/own-calls'
import { metricCalled } from '../formulas/values-told'
import type { Flaw, Inspected, MetricCall } from './flaw'

/** Metrics whose bases do not fit together, each told with what it does to the number. */
export function mixedBases(inspected: Inspected): readonly Flaw[] {
  const { expression, area, formula, metricOf, terms } = inspected
  const isOnRevenue = (metric: MetricCall | undefined): boolean => onRevenue(metric, terms)
  for (const part of within(expression)) {
    const found = pairOf(part, metricOf, isOnRevenue)
    if (found) return [{ kind: 'mixed bases', area, holds: formula, ...found }]
  }
  return []
}

type MetricOf = Inspected['metricOf']
type IsOnRevenue = (metric: MetricCall | undefined) => boolean
type Told = Pick<Flaw, 'detail' | 'remedy'>

function pairOf(part: Expression, metricOf: MetricOf, isOnRevenue: IsOnRevenue): Told | undefined {
  if (part.kind === 'binary' && part.operator === '/') {
    const isCac = metricOf(part.right)?.name === 'CAC'
    return isCac && isOnRevenue(metricOf(part.left)) ? valueBesideCost : undefined
  }
  const name = part.kind === 'call' ? ownName(part.name) : undefined
  if (part.kind !== 'call' || name === undefined) return undefined
  const metrics = part.args.map(metricOf)
  switch (name) {
    case 'CLV_CAC_RATIO':
      return isOnRevenue(metrics[0]) ? valueBesideCost : undefined
    case 'CLV_CAC_TREND':
      return metrics.slice(0, 2).some(isOnRevenue) ? valueBesideCost : undefined
    case 'CAC_PAYBACK_MONTHS':
      return paybackOf(part.args, metrics)
    case 'MAGIC_NUMBER':
      return metrics.slice(0, 2).some(metric => metric?.name === 'ARR') && !isText(part.args[3], 'arr')
        ? yearlyTimesFour
        : undefined
    default:
      return undefined
  }
}

/** Whether a customer’s value is what it pays, and not what is left of it: by its arguments, or by the definitions. */
function onRevenue(metric: MetricCall | undefined, terms: Terms): boolean {
  if (!metric || !/(^|_)CLV(_|$)/.test(metric.name)) return false
  if (metric.onTables) {
    const declared = metricCalled(metric.name)
    const asks = declared ? termsRead(declared).includes('margin.basis') : false
    return asks && terms['margin.basis'] === 'revenue'
  }
  const [first, second, third] = metric.args
  if (metric.name === 'CLV_SIMPLE') return isOne(second)
  if (metric.name !== 'CLV') return false
  const isLeftOut = first === undefined || isBlankArgument(first)
  return isText(first, 'revenue') || (isLeftOut && terms['clv.variant'] === 'revenue') || isOne(third)
}

function paybackOf(
  [, , margin]: readonly Expression[],
  [cost, added]: readonly (MetricCall | undefined)[],
): Told | undefined {
  if (isOne(margin)) return paybackOnRevenue
  const ofOne = cost?.name === 'CAC' || cost?.name === 'COST_PER_WIN'
  return ofOne && added?.onTables && /^(NEW_MRR|MRR)$/.test(added.name) ? oneBesideAll : undefined
}

function isOne(argument: Expression | undefined): boolean {
  if (argument?.kind === 'unary' && argument.operator === '%') {
    return argument.operand.kind === 'number' && argument.operand.value === 100
  }
  return argument?.kind === 'number' && argument.value === 1
}

function isText(argument: Expression | undefined, text: string): boolean {
  return argument?.kind === 'text' && argument.value.trim().toLowerCase() === text
}

const valueBesideCost: Told = {
  detail:
    'It sets a customer’s value on revenue against a cost: with a margin of 25 % that is four times too good.',
  remedy: 'Give the value the margin that is left after delivery.',
}

const paybackOnRevenue: Told = {
  detail:
    'Its margin is 1, so that revenue pays the cost back before anything is delivered: that is too early.',
  remedy: 'Give the share of revenue that is left after delivery.',
}

const oneBesideAll: Told = {
  detail:
    'It sets the cost of one customer against the recurring revenue of all of them: the months are too few.',
  remedy: 'Give the cost of the whole period, or the recurring revenue of one customer.',
}

const yearlyTimesFour: Told = {
  detail:
    'ARR is a yearly figure already, and is multiplied by 4 as if it were a quarter’s: four times too good.',
  remedy: 'Say so with "arr" as its fourth argument.',
}
