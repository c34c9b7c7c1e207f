import { evaluate, type Inputs } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, type CellError, isCellError } from '../../values'
import { compute } from '../compute'
import { netLeadsIssued } from '../leads/net-leads-issued'
import type { Metric } from '../metric'
import { activityCount } from '../people/activity-count'
import { totalRevenue } from '../revenue/total-revenue'
import { roi } from './roi'

/** By what a cost that names nobody is shared out, by the rule of the definitions; equal shares need no metric. */
export const sharedBy: Readonly<Record<string, Metric>> = {
  pro_rata_leads: netLeadsIssued,
  pro_rata_revenue: totalRevenue,
  pro_rata_activity: activityCount,
}

/** What somebody bears of a cost: its own, and its part of what is shared out of a total of parts. */
export type Borne = Inputs & Readonly<Record<'own' | 'pool' | 'part' | 'total', number>>

const borne = 'own + pool * part / total'

/**
 * What each bears of the pool by its weight; undefined where there is nothing to share by, so that the pool stays
 * whole. Whoever weighs less than nothing bears none of it.
 */
export function shareOut(
  pool: Cell,
  own: readonly Cell[],
  weights: readonly Cell[],
): readonly (Borne | CellError)[] | undefined {
  const wrong = [pool, ...weights].find(isCellError)
  if (wrong) return own.map(() => wrong)
  const parts = weights.map(weight => Math.max(0, Number(weight)))
  const total = Number(evaluate(treeOf('sum(parts)'), { parts }))
  if (total === 0) return undefined
  return own.map((cost, index) => {
    if (isCellError(cost)) return cost
    return { own: Number(cost), pool: Number(pool), part: parts[index] as number, total }
  })
}

/** A row {key, return, cost, ROI}, each rounded once. */
export function roiRow(key: string, returns: Cell, cost: Borne | CellError): readonly Cell[] {
  if (isCellError(cost)) return [key, returns, cost, isCellError(returns) ? returns : cost]
  const spent = evaluate(treeOf(borne), cost)
  if (isCellError(returns)) return [key, returns, spent, returns]
  const plain = compute(roi, { returns: Number(returns), cost: Number(spent), margin: 1 })
  const exact = (): Cell =>
    evaluate(treeOf(`(returns - (${borne})) / (${borne})`), { ...cost, returns: Number(returns) })
  return [key, returns, spent, isCellError(plain) ? plain : exact()]
}

/** A cost that is borne whole. */
export function whole(cost: Cell): Borne | CellError {
  return isCellError(cost) ? cost : { own: Number(cost), pool: 0, part: 0, total: 1 }
}
