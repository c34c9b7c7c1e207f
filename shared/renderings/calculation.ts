import { type Constants, simplify } from '../formula/simplify'
import { treeOf } from '../formula/trees'
import { formulaFor } from '../metrics/compute'
import { type Given, type Metric, withDefaults } from '../metrics/metric'
import { isCellError } from '../values'
import { type Dialect, render } from './render'
import { formulaLanguage } from './source'

/** The calculation with its numbers put in: `(5000 - 1000) / 1000`. What was left out has its default. */
export function calculation(metric: Metric, given: Given): string {
  const inputs = withDefaults(metric, given)
  const formula = formulaFor(metric, inputs)
  if (isCellError(formula)) return formula.reason
  const settled = Object.fromEntries(Object.entries(inputs).filter(([name]) => given[name] === undefined))
  const leftOut = Object.keys(metric.parameters).filter(name => inputs[name] === undefined)
  return render(simplify(treeOf(formula), settled as Constants, leftOut), withNumbers(given))
}

function withNumbers(given: Given): Dialect {
  return {
    ...formulaLanguage,
    name: name => {
      const value = given[name]
      if (Array.isArray(value)) return `{${value.join('; ')}}`
      if (typeof value === 'string') return `"${value}"`
      return typeof value === 'number' && value < 0 ? `(${value})` : String(value)
    },
  }
}
