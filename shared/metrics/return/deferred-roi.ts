import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { evaluate } from '../../formula/evaluate'
import { fiscalPeriod, periodEnd, periodStart } from '../../formula/periods'
import { treeOf } from '../../formula/trees'
import { latestEvent } from '../../tables/latest-event'
import { contextOf } from '../../tables/rows'
import { type Cell, cellError, isCellError } from '../../values'
import { compute } from '../compute'
import { totalCost } from '../cost/total-cost'
import { answersTo } from '../on-tables/answer'
import { tableFunction } from '../on-tables/table-function'
import { cohortReturn } from './cohort-return'
import { roi } from './roi'

/** The quarters that are followed stand in the place of the window. */
const wheneverClosed = { 'cohort.window_days': Number.MAX_SAFE_INTEGER }

export const deferredRoi = tableFunction({
  name: 'DEFERRED_ROI',
  title: 'Deferred return on investment',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What the leads issued in a period brought, quarter by quarter of closing: the gross profit of each fiscal ' +
    'quarter, and the return on the investment of the period up to its end. Quarters that have not begun are blank.',
  questions: ['Is marketing working?', 'When does a campaign pay for itself?'],
  keywords: ['payback', 'multi-quarter attribution', 'cumulative ROI', 'cohort curve', 'delayed return'],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  tables: ['leads', 'deals', 'costs'],
  period: 'required',
  parameters: {
    horizon_quarters: {
      unit: 'quarters',
      about: 'How many quarters after its own the cohort is followed',
      term: 'attribution.horizon_quarters',
    },
  },
  columns: ['quarter', 'return', 'cumulative return on investment'],
  compute: (question, own) => {
    const wanted = [
      { metric: totalCost, basis: undefined, overrides: {} },
      { metric: cohortReturn, basis: undefined, overrides: wheneverClosed },
    ]
    const answers = answersTo(question, wanted)
    const [cost, whole] = [answers.at(0, 0, 0), answers.at(1, 0, 0)]
    if (isCellError(cost.value)) return cost.value
    if (isCellError(whole.value)) return whole.value
    const terms = whole.regimes[0]?.terms ?? {}
    const horizon = Number(own.horizon_quarters ?? terms['attribution.horizon_quarters'])
    if (horizon < 0 || horizon !== Math.floor(horizon)) {
      return cellError('#NUM!', `horizon_quarters is ${horizon}: a whole number is needed, 0 or more`)
    }
    const calendar = fiscalCalendarOf(terms)
    const known = question.asOf ?? latestEvent(contextOf(question.tables, terms, undefined))
    const rows: Cell[][] = []
    let start = periodStart(question.periods[0]?.from as number, 'quarter', calendar)
    let before: Cell = 0
    for (let quarter = 0; quarter <= horizon; quarter++) {
      const end = periodEnd(start, 'quarter', calendar)
      const name = fiscalPeriod(start, 'quarter', calendar)
      if (start > known) rows.push([name, null, null])
      else {
        const returns: Cell = end < known ? returnedBy(end) : (whole.value as Cell)
        rows.push([name, less(returns, before), onCost(returns)])
        before = returns
      }
      start = end + 1
    }
    return rows

    function returnedBy(asOf: number): Cell {
      return answersTo({ ...question, asOf }, wanted).at(1, 0, 0).value
    }

    function onCost(returns: Cell): Cell {
      return isCellError(returns)
        ? returns
        : compute(roi, { returns: Number(returns), cost: Number(cost.value), margin: 1 })
    }
  },
})

function less(returns: Cell, before: Cell): Cell {
  if (isCellError(returns)) return returns
  if (isCellError(before)) return before
  return evaluate(treeOf('returns - before'), { returns: Number(returns), before: Number(before) })
}
