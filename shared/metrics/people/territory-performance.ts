import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, isCellError, type Matrix } from '../../values'
import { metricsByName } from '../by-name'
import type { Metric } from '../metric'
import { answersTo } from '../on-tables/answer'
import { type TableFunction, tableFunction } from '../on-tables/table-function'

const measured = ['TOTAL_REVENUE', 'WIN_RATE', 'SALES_HEADCOUNT', 'REVENUE_PER_REP']

export const territoryPerformance: TableFunction = tableFunction({
  name: 'TERRITORY_PERFORMANCE',
  title: 'Performance of territories',
  category: 'people',
  indicator: 'lagging',
  better: 'neither',
  about:
    'A row for each territory: revenue, its share of the whole, win rate, average headcount and revenue per rep. A ' +
    'deal is of the territory of its own column Territory, else of that of its owner in REPS.',
  questions: ['Where do we sell best?', 'How productive is the sales team?'],
  keywords: ['region', 'territory planning', 'sales by territory', 'area'],
  sources: [{ label: 'Catalogue of Plumbline, section H' }],
  tables: ['deals', 'reps'],
  period: 'required',
  parameters: {},
  columns: ['territory', 'revenue', 'share of revenue', 'win rate', 'headcount', 'revenue per rep'],
  compute: question => {
    const wanted = measured.map(name => ({
      metric: metricsByName.get(name) as Metric,
      basis: undefined,
      overrides: {},
    }))
    const whole = answersTo(question, wanted).at(0, 0, 0).value
    const { groups, at } = answersTo(question, wanted, 'territory')
    if (groups.length === 0) return whole
    const rows = groups.map((territory, group): readonly Cell[] => {
      const [revenue = null, winRate = null, headcount = null, perRep = null] = wanted.map(
        (_, index) => at(index, 0, group).value,
      )
      return [territory, revenue, shareOf(revenue, whole), winRate, headcount, perRep]
    })
    return inOrder(rows)
  },
})

function shareOf(revenue: Cell, whole: Cell): Cell {
  if (isCellError(revenue) || isCellError(whole)) return isCellError(revenue) ? revenue : whole
  return evaluate(treeOf('revenue / whole'), { revenue: Number(revenue), whole: Number(whole) })
}

/** The most revenue first, then by name; a revenue that is an error last. */
function inOrder(rows: Matrix): Matrix {
  const worth = ([, revenue]: readonly Cell[]): number =>
    typeof revenue === 'number' ? revenue : Number.NEGATIVE_INFINITY
  const name = ([territory]: readonly Cell[]): string => String(territory).toLowerCase()
  return [...rows].sort((a, b) => worth(b) - worth(a) || (name(a) < name(b) ? -1 : 1))
}
