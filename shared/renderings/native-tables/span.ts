import { civilDate } from '../../formula/calendar'
import type { Measure } from '../../metrics/metric'
import type { Period } from '../../tables/rows'
import { allDays, type Span } from './measured'
import type { State } from './source'

/** Cells that hold a whole day, by their addresses as formulas name them; what stands in no such cell is left out. */
export interface Cells {
  readonly from?: string
  readonly to?: string
  readonly asOf?: string
}

/** The period in which a measure looks for its rows: moved back, and up to the last day that is known. */
export function spanOf({ at, over, ahead, lag }: Measure, period: Period, cells: Cells, state: State): Span {
  const { context, asOf } = state
  const isStanding = at === undefined && over === undefined && !ahead
  const isAllTime = !Number.isFinite(period.to)
  if (isAllTime && isStanding) {
    const day = asOf ?? String(context.rows([...context.tables.keys()][0] as never).read('as_of')(1))
    return { bounds: { from: day, to: day }, isAllTime: false, isCut: false }
  }
  if (isAllTime) return { bounds: allDays, isAllTime, isCut: false }
  const back = lag === undefined ? 0 : Number(context.terms[lag])
  const [from, to] = moved(period, cells, back)
  if (asOf === undefined || ahead) return { bounds: { from, to }, isAllTime, isCut: false }
  return { bounds: { from, to: `MIN(${to},${asOf})` }, isAllTime, isCut: true }
}

/** Whole months are moved by months, other periods by their days. */
function moved(period: Period, cells: Cells, times: number): readonly [string, string] {
  const from = cells.from ?? String(period.from)
  const to = cells.to ?? String(period.to)
  if (times === 0) return [from, to]
  const [start, end] = [civilDate(period.from), civilDate(period.to + 1)]
  if (start.day === 1 && end.day === 1) {
    const months = ((end.year - start.year) * 12 + end.month - start.month) * times
    return [`EDATE(${from},-${months})`, `(EDATE(${to}+1,-${months})-1)`]
  }
  const days = `(${to}-${from}+1)*${times}`
  return [`(${from}-${days})`, `(${to}-${days})`]
}
