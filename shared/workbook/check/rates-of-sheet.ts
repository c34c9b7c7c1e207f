import type { OwnCall } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { metricCalled } from '../formulas/values-told'
import type { Block } from '../steps'
import type { Inspected, MetricCall } from './flaw'
import { isRate, type RatesWithin } from './flaws-of-rates'

/** Finds the rates within an area; by columns, so that thousands of averages do not go through them again. */
export function ratesOfSheet(inspected: readonly Inspected[], block: Block): RatesWithin {
  const columns = new Map<number, { rows: number[]; name: string }>()
  const add = (name: string, row: number, column: number): void => {
    const found = columns.get(column) ?? { rows: [], name }
    columns.set(column, found)
    found.rows.push(row)
  }
  for (const { area, calls, expression, metricOf } of inspected) {
    if (calls.length === 0) continue
    const differs = calls.some(namesByCell)
    const grouped = groupedBy(calls[0])
    const everywhere = differs ? undefined : (grouped ?? metricOf(expression))
    if (!differs && !everywhere) continue
    for (let column = area.left; column <= area.right; column++) {
      for (let row = area.top; row <= area.bottom; row++) {
        const metric = everywhere ?? metricOf(readFormula(formulaAt(block, row, column)))
        const declared = metric && metricCalled(metric.name)
        if (!declared || !isRate(declared)) continue
        // METRIC_BY fills three columns: key, value and how many rows.
        if (grouped) addBelow(declared.name, row, column + 1)
        else {
          add(declared.name, row, column)
          addSpilled(declared.name, row, column, differs)
        }
      }
    }
  }
  for (const { rows } of columns.values()) rows.sort((a, b) => a - b)
  return ({ sheet, top, bottom, left, right }) => {
    if (sheet !== block.area.sheet) return undefined
    let count = 0
    let name: string | undefined
    for (const [column, { rows, name: rate }] of columns) {
      if (column < left || column > right) continue
      const within = firstFrom(rows, bottom + 1) - firstFrom(rows, top)
      count += within
      if (within > 0) name ??= rate
    }
    return name === undefined ? undefined : { count, name }
  }

  /** Numbers without a formula beside one of ours are what it fills. */
  function addSpilled(name: string, row: number, column: number, differs: boolean): void {
    for (let next = column + 1; isFilled(row, next); next++) add(name, row, next)
    if (!differs && isFilled(row + 1, column)) addBelow(name, row + 1, column)
  }

  function addBelow(name: string, row: number, column: number): void {
    for (let next = row; isFilled(next, column); next++) add(name, next, column)
  }

  function isFilled(row: number, column: number): boolean {
    const { top, left } = block.area
    return (
      formulaAt(block, row, column) === '' && typeof block.values[row - top]?.[column - left] === 'number'
    )
  }
}

function formulaAt({ area, formulas }: Block, row: number, column: number): string {
  return formulas[row - area.top]?.[column - area.left] ?? ''
}

/** The metric of METRIC_BY, which gives many values of it. */
function groupedBy(own: OwnCall | undefined): MetricCall | undefined {
  const [first] = own?.name === 'METRIC_BY' && own.depth === 0 ? own.call.args : []
  const metric = first?.kind === 'text' ? metricCalled(first.value.trim().toUpperCase()) : undefined
  return metric && { name: metric.name, args: [], onTables: true }
}

/** Whether its cells may be of different metrics, since the name stands in another cell. */
function namesByCell({ name, call }: OwnCall): boolean {
  const isNamed = name === 'METRIC' || name === 'RESTATED' || name === 'AS_REPORTED'
  return isNamed && call.args[0]?.kind !== 'text' && call.args[0]?.kind !== 'array'
}

/** How many of the sorted rows come before one. */
function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}
