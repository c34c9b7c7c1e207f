import { unitOf, unitOfFormula, unitWords } from '../../formula/units'
import type { Given, Metric } from '../../metrics/metric'
import type { Asked } from '../../renderings/asked'
import { calculation } from '../../renderings/calculation'
import { formulaText, worked } from '../../renderings/explanation'
import { fractionOf, partRows } from '../../renderings/metric-parts'
import { type Argument, isBlank, isCellError } from '../../values'
import { first, valueTold } from '../formulas/values-told'
import type { Level } from '../questions'

/** The calculation with its numbers put in; of an error, the formula. */
export function calculationOf(asked: Asked, args: readonly Argument[]): string {
  const { metric, inputs, value, onTables } = asked
  const reported = onTables?.answer.reported
  if (reported) {
    const { numerator, denominator } = reported
    return numerator === null || denominator === null || isCellError(value)
      ? ''
      : `${numerator} / ${denominator} = ${value}`
  }
  if (isCellError(value)) return formulaText(metric, inputs)
  const given = onTables ? undefined : plainlyGiven(asked, args)
  return `${given ? calculation(metric, given) : worked(metric, inputs)} = ${value}`
}

/**
 * What a call of single numbers says itself: what it leaves out, such as a margin of 1, only clutters the calculation.
 * Undefined where ranges or definitions are among its arguments.
 */
function plainlyGiven({ metric, inputs }: Asked, args: readonly Argument[]): Given | undefined {
  const given: Record<string, number | string> = {}
  for (const [index, [name, parameter]] of Object.entries(metric.parameters).entries()) {
    const input = inputs[name]
    const isLeftOut = isBlank(first(args[index]))
    if ('rangeOf' in parameter || ('definitions' in parameter && !isLeftOut)) return undefined
    if (isLeftOut && 'default' in parameter) continue
    if (typeof input === 'number' || typeof input === 'string') given[name] = input
  }
  return given
}

/**
 * What the number is made of, as METRIC_PARTS says it, with units. The result itself stands above, and a numerator that
 * is one of the parts is told by its own name.
 */
export function partsTold(asked: Asked): Level['parts'] {
  const rows = partRows(asked)
  const isTold = ([name, value]: (typeof rows)[number]): boolean => {
    if (name === 'result') return true
    if (name !== 'numerator' && name !== 'denominator') return false
    return rows.some(([other, same]) => String(other) in asked.metric.parameters && same === value)
  }
  return rows
    .filter(row => !isTold(row))
    .map(([name, value, n]) => {
      const told = { name: String(name), value: valueTold(value, partUnit(asked, String(name))) }
      // Of a single number there is nothing to count.
      return Array.isArray(asked.inputs[told.name]) && typeof n === 'number' ? { ...told, n } : told
    })
}

function partUnit({ metric, inputs }: Asked, part: string): string {
  const parameter = metric.parameters[part]
  if (parameter)
    return 'rangeOf' in parameter ? parameter.rangeOf : 'unit' in parameter ? parameter.unit : 'text'
  const side = fractionOf(metric, inputs)?.[part === 'numerator' ? 'left' : 'right']
  if (!side) return 'number'
  try {
    return unitWords(unitOfFormula(side, unitsOf(metric)))
  } catch {
    // Some formulas reckon with bare numbers; then no unit is told.
    return 'number'
  }
}

function unitsOf({ parameters }: Metric) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => {
      const unit = 'rangeOf' in parameter ? parameter.rangeOf : 'unit' in parameter ? parameter.unit : 'text'
      return [name, unitOf(unit)]
    }),
  )
}
