import { latestOf } from '../../definitions/governing'
import { findsColumn } from '../../tables/any-column'
import type { Table } from '../../tables/table'
import { type Cell, cellError, type Result } from '../../values'
import { acquisitionCost } from '../cost/acquisition-cost'
import type { Metric } from '../metric'
import { answersTo, type Wanted } from '../on-tables/answer'
import type { Question } from '../on-tables/question'
import { tableFunction } from '../on-tables/table-function'
import { grossProfit } from '../revenue/gross-profit'
import { totalRevenue } from '../revenue/total-revenue'
import { roiRow, sharedBy, shareOut, whole } from './cost-shares'

/** The column of a level, and the term that says how costs without one are shared out; other levels are columns. */
const levels: Readonly<Record<string, { readonly column: string; readonly term: string }>> = {
  rep: { column: 'owner', term: 'cost.rep_allocation' },
  campaign: { column: 'campaign', term: 'cost.campaign_allocation' },
}

/** A row {key, return, cost, ROI} each; the returns and costs of all rows add up to those of the team. */
export const roiBy = tableFunction({
  name: 'ROI_BY',
  title: 'Return on investment by rep, campaign or segment',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What was sold in the period against all that marketing and sales cost in it: for the team, each rep, each ' +
    'campaign, or each value of another column. Costs that name nobody are shared out as the definitions say, else ' +
    'they stand in a row of their own.',
  questions: ['Did this campaign pay for itself?', 'Who earns what they cost?'],
  keywords: ['ROI per rep', 'campaign ROI', 'team ROI', 'segment ROI', 'cost allocation'],
  sources: [{ label: 'Catalogue of Plumbline, section A: levels of return' }],
  tables: ['deals', 'costs'],
  alsoTables: ['leads', 'activities'],
  period: 'required',
  parameters: {
    level: {
      text: true,
      about: 'team, rep, campaign, or a column of deals such as region',
      example: '"rep"',
    },
    basis: {
      about: 'What counts as the return',
      choices: { revenue: 'what was sold, less refunds', gross_profit: 'the gross profit of it' },
      default: 'revenue',
    },
  },
  columns: ['key', 'return', 'cost', 'return on investment'],
  compute: (question, own) => {
    const returns = asked(own.basis === 'gross_profit' ? grossProfit : totalRevenue)
    const level = String(own.level ?? '').toLowerCase()
    if (level === 'team') {
      const { at } = answersTo(question, [returns, asked(acquisitionCost)])
      return [roiRow('team', at(0, 0, 0).value, whole(at(1, 0, 0).value))]
    }
    const column = levels[level]?.column ?? String(own.level)
    if (!findsColumn(question.tables.get('deals') as Table, column)) {
      const usual = latestOf(question.definitions.rows)['segment.columns'] as readonly string[]
      const such = usual.length === 0 ? '' : `, such as ${usual.join(', ')}`
      const remedy = `write team, rep, campaign or a column of deals${such}`
      return cellError('#VALUE!', `level is “${column}”, and deals has no such column: ${remedy}`)
    }
    return rowsBy(question, returns, column, levels[level]?.term)
  },
})

/** Deals of the period: whoever worked on one is there to bear a share, with or without a win. */
const worked: Metric = {
  ...totalRevenue,
  parameters: {
    created: {
      unit: 'deals',
      about: '',
      measured: { from: 'deals', rows: 'present(stage)', at: 'created_at' },
    },
    closed: { unit: 'deals', about: '', measured: { from: 'deals', rows: 'closed', at: 'closed_at' } },
  },
  formula: 'created + closed',
  variants: [],
}

function rowsBy(question: Question, returns: Wanted, column: string, term: string | undefined): Result {
  const all = answersTo(question, [asked(acquisitionCost)]).at(0, 0, 0)
  const [regime] = all.regimes
  if (!regime) return all.value
  const rule = term === undefined ? 'none' : String(regime.terms[term])
  const isTagged = findsColumn(question.tables.get('costs') as Table, column)
  const [weight, costs] = [sharedBy[rule], isTagged ? [asked(acquisitionCost)] : []]
  const wanted = [returns, asked(worked), ...costs, ...(weight ? [asked(weight)] : [])]
  const { groups, at } = answersTo(question, wanted, column)
  const keys = groups.map((_, group) => group).filter(group => groups[group] !== nobody)
  const blank = groups.indexOf(nobody)

  const pool = !isTagged ? all.value : blank < 0 ? 0 : at(2, 0, blank).value
  const own = keys.map(group => (isTagged ? at(2, 0, group).value : 0))
  const weights = keys.map(group =>
    weight ? at(wanted.length - 1, 0, group).value : rule === 'equal' ? 1 : 0,
  )
  const shared = pool === 0 ? own.map(whole) : shareOut(pool, own, weights)
  const rows = keys.map((group, index) => {
    const bears = shared?.[index] ?? whole(own[index] as Cell)
    return roiRow(groups[group] as string, at(0, 0, group).value, bears)
  })
  if (blank >= 0) {
    const returned = at(0, 0, blank).value
    if (returned !== 0) rows.push(roiRow(nobody, returned, whole(0)))
  }
  rows.sort(byReturn)
  if (!shared) rows.push(['(unallocated)', 0, pool, null])
  return rows.length > 0 ? rows : cellError('#N/A', 'nothing was sold or spent in the period')
}

/** The group of the rows that have no value in the column. */
const nobody = '(blank)'

function asked(metric: Metric): Wanted {
  return { metric, basis: undefined, overrides: {} }
}

/** The largest return first, of equal ones by key. */
function byReturn([key, returns]: readonly Cell[], [other, others]: readonly Cell[]): number {
  const [left, right] = [returns, others].map(cell => (typeof cell === 'number' ? cell : 0)) as [
    number,
    number,
  ]
  return right - left || (String(key).toLowerCase() < String(other).toLowerCase() ? -1 : 1)
}
