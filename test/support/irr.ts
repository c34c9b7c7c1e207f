import { evaluate } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isCellError } from '../../shared/values'

/** The rate of flows at days from a first one. */
export function irr(flows: readonly number[], days: readonly number[]): number | string {
  const result = evaluate(treeOf('irr(flows, dates)'), { flows, dates: days.map(day => 45_000 + day) })
  return isCellError(result) ? result.error : result
}
