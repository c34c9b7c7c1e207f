import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'

export const deliveryCost: DerivedColumn = {
  money: true,
  about:
    'What is taken off the amount by margin.basis: the cost of delivery, and for contribution that of selling',
  reads: ['amount', 'cogs', 'gross_profit', 'selling_cost', 'margin.basis', 'margin.default_rate'],
  read: costOf,
}

function costOf(rows: Rows): Reader {
  const basis = rows.context.terms['margin.basis']
  if (basis === 'revenue') return () => 0
  const delivery = deliveryOf(rows)
  if (basis !== 'contribution') return delivery
  const selling = rows.read('selling_cost')
  return row => {
    const cost = selling(row)
    if (typeof cost !== 'number') {
      throw cellError('#N/A', `${rows.label(row)} counts, but its selling_cost is blank: fill it in`)
    }
    return worked('delivery + selling', { delivery: delivery(row) as number, selling: cost })
  }
}

/** As recorded; else what the recorded gross profit leaves; else by the margin that the definitions assume. */
function deliveryOf({ read, context, label }: Rows): Reader {
  const rate = context.terms['margin.default_rate']
  const [cogs, grossProfit, amount] = [read('cogs'), read('gross_profit'), read('amount')]
  return row => {
    const recorded = cogs(row)
    if (recorded !== null) return recorded
    const [sold, profit] = [amount(row), grossProfit(row)]
    if (typeof sold === 'number' && typeof profit === 'number')
      return worked('sold - profit', { sold, profit })
    if (typeof sold === 'number' && typeof rate === 'number')
      return worked('sold * (1 - rate)', { sold, rate })
    const remedy = 'fill in cogs or gross_profit, or agree on margin.default_rate'
    throw cellError('#N/A', `${label(row)} was won, but nothing says what its delivery cost: ${remedy}`)
  }
}

function worked(formula: string, numbers: Readonly<Record<string, number>>): RowValue {
  return evaluate(treeOf(formula), numbers) as number
}
