import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, cellError, isCellError } from '../../values'
import { metric } from '../metric'
import { answersTo } from '../on-tables/answer'
import { listedRows } from '../on-tables/listed-rows'
import { overridesOf } from '../on-tables/own-function'
import { tableFunction } from '../on-tables/table-function'
import { creditedDeals } from './credited-deals'

const own = {
  model: {
    about: 'How the amount of a deal is credited to the touches before it',
    choices: {
      none: 'not at all: a cohort tells more',
      first: 'all to the first touch',
      last: 'all to the last touch',
      linear: 'the same to each',
      u: '40 % each to the first and the last, 20 % to those between',
      w: '30 % each to the first, that of the lead and that of the opportunity, 10 % to the others; needs LEADS',
      decay: 'the later the more, half as much for each half-life before the closing',
    },
    default: 'none',
    term: 'attribution.model',
    example: '"linear"',
  },
  lookback_days: {
    unit: 'days',
    about: 'How many days before the closing a touch may lie, counted in',
    default: 90,
    term: 'attribution.lookback_days',
  },
  half_life_days: {
    unit: 'days',
    about: 'For model decay: after how many days a touch is worth half',
    default: 7,
    term: 'attribution.half_life_days',
    callOnly: true,
  },
} as const

/** The whole of what is credited. */
const sold = metric({
  name: 'ATTRIBUTED_REVENUE',
  title: 'Attributed revenue',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Amounts of the deals won in the period by the campaigns whose touches went before them, as a model credits them. ' +
    'It is a way to allot credit, not a measurement; what no touch went before stands in a row of its own, so that ' +
    'all rows add up to all deals.',
  questions: ['Which campaigns go before our sales?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals won',
      measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
    },
    ...own,
  },
  formula: 'sum(amounts)',
  unit: 'money',
  errors: [
    {
      when: 'model = "none"',
      error: '#N/A',
      reason: 'attribution is off: name a model, or set attribution.model; COHORT_ROI needs none',
    },
    {
      when: 'half_life_days <= 0',
      error: '#NUM!',
      reason: 'half_life_days is {half_life_days}: days above 0 are needed',
    },
    {
      when: 'lookback_days < 0',
      error: '#NUM!',
      reason: 'lookback_days is {lookback_days}: 0 days or more are needed',
    },
  ],
  examples: [],
  sources: [
    {
      label: 'Position-based and time-decay attribution',
      url: 'https://adriennevermorel.com/articles/sql-attribution-position-based-time-decay',
    },
    {
      label: 'Attribution as a way to allot credit',
      url: 'https://ooligo.pages.dev/en/learn/revenue-attribution/',
    },
  ],
  keywords: ['multi-touch attribution', 'first click', 'last click', 'touchpoints', 'W-shaped', 'U-shaped'],
  onTablesOnly: true,
})

/** A row {campaign, money} each, the most first; `(unattributed)` last. */
export const attributedRevenue = tableFunction({
  ...sold,
  tables: ['deals', 'touches'],
  alsoTables: ['leads'],
  period: 'required',
  parameters: own,
  columns: ['campaign', 'money'],
  compute: (question, given) => {
    const wanted = { metric: sold, basis: undefined, overrides: overridesOf(sold, given) }
    const { value } = answersTo(question, [wanted]).at(0, 0, 0)
    if (isCellError(value)) return value
    const deals = listedRows(question, wanted, creditedDeals)
    if (isCellError(deals)) return deals
    const campaigns = new Map<
      string,
      { name: string; amounts: number[]; weights: number[]; totals: number[] }
    >()
    for (const { amount, credits, total } of deals) {
      for (const { campaign, weight } of credits) {
        const key = campaign.toLowerCase()
        const own = campaigns.get(key) ?? { name: campaign, amounts: [], weights: [], totals: [] }
        campaigns.set(key, own)
        own.amounts.push(amount)
        own.weights.push(weight)
        own.totals.push(total)
      }
    }
    if (campaigns.size === 0)
      return cellError('#N/A', 'no deal was won in the period: there is nothing to credit')
    return [...campaigns.values()]
      .map(({ name, ...lists }): [string, Cell] => [
        name,
        evaluate(treeOf('sum(amounts * weights / totals)'), lists),
      ])
      .sort(byMoney)
  },
})

function byMoney([name, money]: [string, Cell], [other, others]: [string, Cell]): number {
  const last = Number(name === '(unattributed)') - Number(other === '(unattributed)')
  return last || Number(others) - Number(money) || (name.toLowerCase() < other.toLowerCase() ? -1 : 1)
}
