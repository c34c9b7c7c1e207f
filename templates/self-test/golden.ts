import type { Expected } from './expectations'

const [leads, deals, costs] = [`'Test leads'!A1:L13`, `'Test deals'!A1:N11`, `'Test costs'!A1:E14`]
const quarter = 'DATE(2026,1,1),DATE(2026,3,31)'
const june = 'DATE(2026,6,30)'

const own = (name: string, tables: string, more = '') => `${name}(${tables},${quarter}${more})`
const asked = (name: string, tables: string, asOf = '""') =>
  `METRIC("${name}",${quarter},"",${asOf},"",${tables})`

/** The first quarter of 2026 of the sample tables, each value computed by hand as a fraction. */
const values: readonly (readonly [call: string, answer: number, about: string])[] = [
  [own('TOTAL_COST', costs), 33_000, 'Marketing investment'],
  [own('TOTAL_COST', costs, ',"cost_of_sales"'), 27_000, 'Cost of sales'],
  [own('TOTAL_COST', costs, ',"cac_cost"'), 60_000, 'All of sales and marketing'],
  [own('COST_COVERAGE', costs, ',"ad_spend"'), 4 / 11, 'What ad spend alone would see'],
  [own('LEADS_CREATED', leads), 12, ''],
  [own('LEADS_ISSUED', leads), 9, 'L07, L11 and L12 are not'],
  [own('NET_LEADS_ISSUED', leads), 7, 'L08 is a duplicate, L09 invalid'],
  [asked('NET_LEAD_YIELD', leads), 7 / 9, ''],
  [asked('COST_PER_NET_LEAD', `${leads},${costs}`), 33_000 / 7, ''],
  [own('ISSUE_COMPLETENESS', leads), 0.9, 'L11 has no owner'],
  [own('OUTCOME_CODING_RATE', leads), 6 / 7, ''],
  [own('LEAD_REJECTION_RATE', leads), 2 / 9, ''],
  [own('LEAD_RESPONSE_TIME', leads, ',"mean","elapsed"'), 379 / 24, 'In hours, round the clock'],
  [own('LEAD_RESPONSE_TIME', leads, ',"median","elapsed"'), 2.5, ''],
  [own('LEAD_RESPONSE_TIME', leads, ',"p90","elapsed"'), 44.25, ''],
  [own('LEAD_RESPONSE_TIME', leads, ',"mean"'), 2.375, 'In business hours'],
  [own('LEAD_RESPONSE_TIME', leads), 0.625, 'The median, as the definitions say'],
  [own('RESPONSE_SLA_RATE', leads, ',4'), 5 / 7, 'Within 4 business hours'],
  [own('FOLLOW_UP_RATE', leads), 6 / 7, ''],
  [asked('LEAD_TO_OPP_RATE', `${leads},${deals}`), 5 / 7, 'By cohort'],
  [asked('OPP_TO_WIN_RATE', `${leads},${deals}`, june), 0.4, 'Won by the end of June'],
  [own('COHORT_ROI', `${leads},${deals},${costs}`, `,"",${june}`), -2 / 11, ''],
  [own('COHORT_MATURITY', leads, ',"",DATE(2026,7,31)'), 4 / 7, ''],
  [own('AVG_GROSS_PROFIT_PER_WIN', `${leads},${deals}`, `,"",${june}`), 13_500, ''],
  [asked('WIN_RATE', deals), 0.6, 'Won of those decided'],
  [asked('WIN_LOSS_RATIO', deals), 1.5, ''],
  [own('NO_DECISION_RATE', deals), 0.2, ''],
  [own('SALES_CYCLE_LENGTH', deals), 59, 'The median'],
  [own('SALES_CYCLE_LENGTH', deals, ',"mean"'), 158 / 3, ''],
  [own('TOTAL_REVENUE', deals), 59_000, ''],
  [asked('AVERAGE_DEAL_SIZE', deals), 59_000 / 3, ''],
  [own('GROSS_PROFIT', deals), 37_000, ''],
  [own('PROFIT_MARGIN', deals), 37 / 59, ''],
  [own('PROFIT_MARGIN', deals, ',"simple"'), 227 / 360, 'The mean of the deals’ margins'],
  [own('NEW_REVENUE_SHARE', deals), 44 / 59, ''],
  [asked('CAC', `${deals},${costs}`), 30_000, 'Two new customers'],
  [asked('REP_CONCENTRATION', deals), 35 / 59, ''],
  [asked('REP_DISPARITY', deals), 35 / 24, ''],
]

export const golden: readonly Expected[] = values.map(([call, answer, about]) => ({
  ...{ group: 'Sample tables', call, answer, about },
}))
