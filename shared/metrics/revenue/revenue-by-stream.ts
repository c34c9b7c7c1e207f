import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, cellError, isCellError } from '../../values'
import { answersTo } from '../on-tables/answer'
import { tableFunction } from '../on-tables/table-function'
import { totalRevenue } from './total-revenue'

/** A row {stream, revenue, share} each, the largest first; all revenues together are TOTAL_REVENUE. */
export const revenueByStream = tableFunction({
  name: 'REVENUE_BY_STREAM',
  title: 'Revenue by stream',
  category: 'revenue',
  indicator: 'lagging',
  better: 'neither',
  about:
    'The revenue of the period by what kind of revenue it is, such as subscriptions, retainers or projects: by the ' +
    'column revenue_type where the table has one, else by the type of the deal.',
  questions: ['Where does revenue come from?', 'How much of our revenue is predictable?'],
  keywords: ['revenue streams', 'revenue mix', 'revenue split'],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  tables: ['deals'],
  period: 'required',
  parameters: {},
  columns: ['stream', 'revenue', 'share'],
  compute: question => {
    const wanted = [{ metric: totalRevenue, basis: undefined, overrides: {} }]
    const total = answersTo(question, wanted).at(0, 0, 0).value
    if (isCellError(total)) return total
    const { groups, at } = answersTo(question, wanted, 'revenue_stream')
    if (groups.length === 0) return cellError('#N/A', 'nothing was won or refunded in the period')
    return groups
      .map((stream, group): Cell[] => [stream, at(0, 0, group).value])
      .sort(
        ([stream, revenue], [other, another]) =>
          Number(another) - Number(revenue) || (String(stream) < String(other) ? -1 : 1),
      )
      .map(([stream, revenue]) => [stream as Cell, revenue as Cell, shareOf(revenue as Cell, Number(total))])
  },
})

function shareOf(revenue: Cell, total: number): Cell {
  if (isCellError(revenue)) return revenue
  if (total === 0)
    return cellError('#DIV/0!', 'the revenue of the period is 0: there is nothing to take a share of')
  return evaluate(treeOf('revenue / total'), { revenue: Number(revenue), total })
}
