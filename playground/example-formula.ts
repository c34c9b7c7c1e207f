import { civilDate, serialOf } from '../shared/formula/calendar'
import { isMatrix, type Matrix } from '../shared/values'
import { computed } from '../shared/workbook/formulas/argument-values'

const firstMetrics: Readonly<Record<string, string>> = {
  LEADS: 'NET_LEADS_ISSUED',
  DEALS: 'WIN_RATE',
  COSTS: 'TOTAL_COST',
}

/** How many quarters are looked through for a number. */
const reach = 8

/** A first formula to type over a table, for the last quarter that gives a number; undefined for no known table. */
export function exampleFormula(rangeName: string, table: Matrix, lastDay: number): string | undefined {
  const metric = firstMetrics[rangeName]
  if (metric === undefined || table.length < 2 || lastDay === 0) return undefined
  const quarters = Array.from({ length: reach }, (_, back) => quarterBefore(lastDay, back))
  const row = (pick: (quarter: Quarter) => number): Matrix => [quarters.map(pick)]
  const found = computed('METRIC', [metric, row(({ from }) => from), row(({ to }) => to), '', '', '', table])
  const values = isMatrix(found) ? (found[0] ?? []) : []
  const counts = values.findIndex(value => typeof value === 'number')
  const { year, month } = quarters[counts] ?? (quarters[0] as Quarter)
  const from = `DATE(${year},${month},1)`
  return `=METRIC("${metric}", ${from}, EOMONTH(${from},2), "", "", "", ${rangeName})`
}

interface Quarter {
  readonly year: number
  /** Its first one, counted from 1. */
  readonly month: number
  readonly from: number
  readonly to: number
}

function quarterBefore(day: number, back: number): Quarter {
  const { year, month } = civilDate(day)
  const begins = Math.floor((month - 1) / 3) * 3 + 1 - back * 3
  const from = serialOf(year, begins, 1)
  const first = civilDate(from)
  return { year: first.year, month: first.month, from, to: serialOf(year, begins + 3, 1) - 1 }
}
