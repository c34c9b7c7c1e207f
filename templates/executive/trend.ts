import { f } from '../kit/formulas'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { trend } from '../kit/trend'

export const quarters: PlanPage = {
  sheet: 'Trend',
  shows: 'Eight quarters side by side',
  widths: [2, 46, 12, 12, 12, 12, 12, 12, 12, 12],
  frozen: { rows: 0, columns: 2 },
  parts: [
    heading('Eight quarters', basedOn),
    trend({
      ...{ grain: 'quarter', periods: 8, last: 'REPORT_DAY', anchor: 'quarters' },
      rows: [
        { metric: 'TOTAL_REVENUE' },
        { metric: 'PROFIT_MARGIN' },
        { metric: 'NEW_REVENUE_SHARE' },
        { metric: 'CAC' },
        { metric: 'WIN_RATE' },
        { metric: 'COHORT_ROI', basis: 'current' },
        { metric: 'COHORT_MATURITY', basis: 'current' },
        { metric: 'NRR' },
        { metric: 'GRR' },
        { metric: 'ARPA' },
        { metric: 'CUSTOMER_CHURN_RATE' },
      ],
    }),
    section('Worth of a customer'),
    table({
      ...{ headers: ['Quarter', 'Worth'], anchor: 'worth', formats: [undefined, 'whole'] },
      rows: Array.from({ length: 8 }, (_, index) => [
        f(`{quarters.periods.${index}}`),
        f(
          `CLV_SIMPLE({quarters.arpa.${index}},{quarters.profit_margin.${index}},CHURN_ANNUALISE({quarters.customer_churn_rate.${index}},1/3))`,
        ),
      ]),
    }),
  ],
}
