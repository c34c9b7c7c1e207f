import type { Expression } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import { ownName } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { metricCalled } from '../formulas/values-told'
import type { Block, Overview } from '../steps'
import type { MetricCall } from './flaw'

/** What leaves a number what it is: a rate that is rounded, or shown as blank where it fails, is a rate. */
const wrappers = /^(_xlfn\.)?(ROUND|ROUNDUP|ROUNDDOWN|IFERROR|IFNA|ARRAYFORMULA|SINGLE|ABS|N|VALUE)$/i

/** Tells which metric an expression of a sheet's formulas gives, looking into the cells of that sheet. */
export function metricsOfSheet(
  { area, formulas, values }: Block,
  overview: Overview,
): (expression: Expression) => MetricCall | undefined {
  const known = new Map<string, MetricCall | undefined>()
  return expression => metricOf(expression, 0)

  function metricOf(expression: Expression, hops: number): MetricCall | undefined {
    if (expression.kind === 'reference' || expression.kind === 'name') return metricAt(expression, hops)
    if (expression.kind === 'unary') return metricOf(expression.operand, hops)
    if (expression.kind !== 'call') return undefined
    const [first] = expression.args
    if (first && wrappers.test(expression.name)) return metricOf(first, hops)
    const name = ownName(expression.name)
    if (name === undefined) return undefined
    if (name === 'METRIC' || name === 'RESTATED' || name === 'AS_REPORTED') {
      const metric = first && metricCalled(nameIn(first))
      return metric && { name: metric.name, args: expression.args.slice(1), onTables: true }
    }
    const metric = metricCalled(name)
    return metric && { name: metric.name, args: expression.args, onTables: metric.onTablesOnly === true }
  }

  function metricAt(expression: Expression, hops: number): MetricCall | undefined {
    const place = hops < 3 ? placeOf(expression) : undefined
    if (!place) return undefined
    const formula = formulas[place.row]?.[place.column] ?? ''
    if (formula === '') return undefined
    const key = `${place.row} ${place.column}`
    if (!known.has(key)) known.set(key, metricOf(readFormula(formula), hops + 1))
    return known.get(key)
  }

  /** The first cell of a reference, if it is one of this sheet. */
  function placeOf(expression: Expression): { row: number; column: number } | undefined {
    const found = locate(expression, area.sheet, overview)
    if (found?.sheet !== area.sheet) return undefined
    return { row: found.top - area.top, column: found.left - area.left }
  }

  /** The name that stands in METRIC: a text, the first of an array, or what a cell holds. */
  function nameIn(expression: Expression): string {
    if (expression.kind === 'text') return bare(expression.value)
    if (expression.kind === 'array') return expression.rows[0]?.[0] ? nameIn(expression.rows[0][0]) : ''
    const place = placeOf(expression)
    return place ? bare(String(values[place.row]?.[place.column] ?? '')) : ''
  }
}

/** Without the basis behind it. */
const bare = (text: string): string => (text.split('@')[0] as string).trim().toUpperCase()
