import { nearest } from '../nearest'
import { worded } from '../tables/derived/words'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isCellError,
  isMatrix,
  type Matrix,
  type Result,
  shown,
} from '../values'
import { metricsByName } from './by-name'
import type { Metric } from './metric'
import { metricClass } from './metric-class'
import { tablesNeeded } from './on-tables/dependencies'
import { metricOnTables } from './on-tables/metric-function'
import { readQuestion, single } from './on-tables/question'

/** What each role looks at: few metrics, of what is coming and of what has happened. */
export const roles: Readonly<Record<string, readonly string[]>> = {
  executive: [
    ...['TOTAL_REVENUE', 'PROFIT_MARGIN', 'COHORT_ROI', 'COHORT_MATURITY', 'CAC', 'WIN_RATE'],
    ...['NET_LEADS_ISSUED', 'NEW_REVENUE_SHARE', 'PIPELINE_COVERAGE', 'QUOTA_ATTAINMENT_TEAM', 'NRR', 'GRR'],
  ],
  sales_manager: [
    ...['QUOTA_ATTAINMENT_TEAM', 'REPS_AT_QUOTA', 'PIPELINE_COVERAGE', 'WEIGHTED_PIPELINE', 'SALES_VELOCITY'],
    ...['WIN_RATE', 'SALES_CYCLE_LENGTH', 'STALE_PIPELINE_SHARE', 'REP_CONCENTRATION', 'ACTIVITY_COUNT'],
    ...['MESSAGING_ADHERENCE'],
  ],
  rep: [
    ...['OPPS_CREATED', 'WIN_RATE', 'AVERAGE_DEAL_SIZE', 'LEAD_RESPONSE_TIME', 'RESPONSE_SLA_RATE'],
    ...['NEXT_ACTION_RATE', 'OUTCOME_CODING_RATE', 'ACTIVITY_COUNT', 'QUOTA_ATTAINMENT'],
  ],
  finance: [
    ...['TOTAL_REVENUE', 'GROSS_PROFIT', 'PROFIT_MARGIN', 'TOTAL_COST', 'CAC', 'ROI', 'COHORT_ROI'],
    ...['COHORT_MATURITY', 'WEIGHTED_PIPELINE', 'MRR', 'NRR'],
  ],
  marketing: [
    ...['NET_LEADS_ISSUED', 'NET_LEAD_YIELD', 'LEAD_REJECTION_RATE', 'COST_PER_NET_LEAD', 'COST_COVERAGE'],
    ...['LEAD_TO_OPP_RATE', 'OPP_TO_WIN_RATE', 'AVG_GROSS_PROFIT_PER_WIN', 'COHORT_ROI', 'COHORT_MATURITY'],
  ],
  hr: [
    ...['REVENUE_PER_REP', 'REP_CONCENTRATION', 'REP_DISPARITY', 'REPS_AT_QUOTA', 'SALES_TURNOVER_RATE'],
    ...['RAMP_TIME', 'MESSAGING_ADHERENCE'],
  ],
  product: [
    ...['NEW_REVENUE_SHARE', 'COMPETITIVE_LOSS_SHARE', 'NO_DECISION_RATE', 'UPSELL_RATE'],
    ...['CUSTOMER_CHURN_RATE', 'CSAT', 'NPS'],
  ],
  investor: [
    ...[
      'TOTAL_REVENUE',
      'PROFIT_MARGIN',
      'CAC',
      'PIPELINE_COVERAGE',
      'REP_CONCENTRATION',
      'ARR',
      'NRR',
      'GRR',
    ],
    ...['QUICK_RATIO', 'NPS'],
  ],
}

/**
 * SCORECARD(role, from, to, where, as_of, definitions, table1, [table2], …): a row {metric, leading or lagging, value}
 * for each metric that a role looks at, a further value for each further period. Metrics of tables that are not given
 * are left out; one that cannot be computed is an error in its own cell.
 */
export function scorecard(args: readonly Argument[]): Result {
  const [role, from, to, where, asOf, definitions, ...tables] = args
  const names = namesFor(single(role))
  if (isCellError(names)) return names
  const question = readQuestion({ tables, from, to, where, asOf, definitions })
  if (isCellError(question)) return question
  const lacking = (name: string) =>
    tablesNeeded(metricsByName.get(name) as Metric).filter(table => !question.tables.has(table))
  const computed = names.filter(name => lacking(name).length === 0)
  if (computed.length === 0) {
    const wanted = [...new Set(names.flatMap(lacking))].map(table => table.toUpperCase())
    return cellError('#VALUE!', `no metric of this scorecard reads these tables: give ${wanted.join(', ')}`)
  }
  const column = computed.map(name => [name])
  const values = metricOnTables([column, across(from), across(to), where, asOf, definitions, ...tables])
  const classes = rowsOf(metricClass([column, definitions]))
  return rowsOf(values).map((row, index): Cell[] => [
    computed[index] as string,
    (classes[index] ?? classes[0])?.[0] as Cell,
    ...row,
  ])
}

/** Periods stand side by side, however they were given. */
function across(dates: Argument): Argument {
  return isMatrix(dates) ? [dates.flat()] : dates
}

function rowsOf(result: Result): Matrix {
  return isMatrix(result) ? result : [[result]]
}

function namesFor(role: Cell | undefined): readonly string[] | CellError {
  if (isCellError(role)) return role
  const word = worded(role ?? null)
  const names = Object.keys(roles).includes(word) ? roles[word] : undefined
  if (names) return names
  const [close] = word === '' ? [] : nearest(word, Object.keys(roles))
  const hint = close ? `did you mean ${close}?` : `choose one of ${Object.keys(roles).join(', ')}`
  return cellError('#VALUE!', `role is ${shown(role ?? null)}: ${hint}`)
}
