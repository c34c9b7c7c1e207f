import { serialOfText } from '../shared/formula/calendar'
import { charts, colours } from './kit/chart'
import { metric, prior } from './kit/formulas'
import type { Plan } from './kit/template'
import { basedOn, heading, section } from './kit/text'
import { tiles } from './kit/tiles'
import { trend } from './kit/trend'

export const executive: Plan = {
  name: 'executive',
  title: 'Executive overview',
  forWhom: 'CEO, CFO, CRO and investors, once a quarter',
  shows: 'Is what we spend on selling worth it, and are we growing? Eight figures, eight quarters.',
  start: { asOf: serialOfText('2026-06-30'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables: {
    leads: ['leads', 'history-leads'],
    deals: ['deals', 'history-deals'],
    costs: ['costs', 'history-costs'],
  },
  pages: [
    {
      sheet: 'Overview',
      shows: 'The figures of the quarter, and how they came',
      widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
      parts: [
        heading('Executive overview', basedOn),
        tiles({ metric: 'TOTAL_REVENUE' }, { metric: 'SALES_GROWTH', formula: `SALES_GROWTH(${metric('TOTAL_REVENUE')},${metric('TOTAL_REVENUE', { over: prior })})` }, { metric: 'PROFIT_MARGIN' }, { metric: 'COHORT_ROI', basis: 'current' }),
        tiles({ metric: 'CAC' }, { metric: 'WIN_RATE' }, { metric: 'NEW_REVENUE_SHARE' }, { metric: 'COHORT_MATURITY', basis: 'current' }),
        charts(3, { kind: 'combo', title: 'Revenue and growth', labels: 'q.periods', series: [{ name: 'Revenue', values: 'q.total_revenue', colour: colours.accent }, { name: 'Win rate', values: 'q.win_rate', as: 'line', secondAxis: true, colour: colours.second }] }, { kind: 'line', title: 'CAC', labels: 'q.periods', series: [{ name: 'CAC', values: 'q.cac', colour: colours.accent }] }),
      ],
    },
    {
      sheet: 'Trend',
      shows: 'Eight quarters',
      widths: [2, 40, 12, 12, 12, 12, 12, 12, 12, 12],
      parts: [
        heading('Eight quarters', basedOn),
        section('What each quarter brought'),
        trend({ grain: 'quarter', periods: 8, last: 'REPORT_DAY', anchor: 'q', rows: [{ metric: 'TOTAL_REVENUE' }, { metric: 'PROFIT_MARGIN' }, { metric: 'CAC' }, { metric: 'WIN_RATE' }, { metric: 'COHORT_ROI', basis: 'current' }] }),
      ],
    },
  ],
}
