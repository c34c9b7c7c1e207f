import { charts, colours } from '../kit/chart'
import { metric, prior } from '../kit/formulas'
import type { PlanPage } from '../kit/template'
import { basedOn, heading } from '../kit/text'
import { tiles } from '../kit/tiles'
import { waterfallChart } from '../kit/waterfall'
import { worth } from './asked'

const growth = `SALES_GROWTH(${metric('TOTAL_REVENUE')},${metric('TOTAL_REVENUE', { over: prior })})`

const payback = `CAC_PAYBACK_MONTHS(${metric('ACQUISITION_COST')},${metric('NEW_MRR')},${metric('PROFIT_MARGIN')})`

export const overview: PlanPage = {
  sheet: 'Overview',
  shows: 'Growth, return and retention of the quarter in twelve figures and four charts',
  widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
  print: { landscape: false, headerRows: 0 },
  parts: [
    heading('Executive overview', basedOn),
    tiles(
      { metric: 'TOTAL_REVENUE', title: 'Revenue' },
      { metric: 'SALES_GROWTH', title: 'Growth', formula: growth, beneath: '"on "&PRIOR' },
      { metric: 'PROFIT_MARGIN', title: 'Gross margin' },
      {
        ...{ metric: 'COHORT_ROI', title: 'Return on marketing', basis: 'current' },
        beneath: `ROUND(100*${metric('COHORT_MATURITY', { basis: 'current' })},0)&" % of the cohort mature"`,
      },
    ),
    tiles(
      { metric: 'CAC', title: 'Cost of a new customer' },
      { metric: 'CLV_SIMPLE', title: 'Worth of a customer', formula: worth },
      {
        ...{ metric: 'CLV_CAC_RATIO', title: 'Worth to cost', format: 'decimals' },
        formula: 'CLV_CAC_RATIO({tile.clv_simple},{tile.cac})',
      },
      { metric: 'CAC_PAYBACK_MONTHS', title: 'Months to pay back', formula: payback },
    ),
    tiles(
      { metric: 'NRR', title: 'Net revenue retention' },
      { metric: 'GRR', title: 'Gross revenue retention' },
      { metric: 'NEW_REVENUE_SHARE', title: 'New business share' },
      { metric: 'QUOTA_ATTAINMENT_TEAM', title: 'Quota attainment', beneath: '' },
    ),
    charts(
      3,
      {
        ...{
          kind: 'combo',
          title: 'Revenue and gross margin',
          labels: 'quarters.periods',
          secondFormat: '0%',
        },
        series: [
          { name: 'Revenue', values: 'quarters.total_revenue', colour: colours.accent },
          {
            ...{ name: 'Gross margin', values: 'quarters.profit_margin', as: 'line' },
            ...{ secondAxis: true, colour: colours.second },
          },
        ],
      },
      {
        ...{
          kind: 'combo',
          title: 'Return on marketing by quarter of issue',
          labels: 'quarters.periods',
        },
        ...{ format: '0%', secondFormat: '0%' },
        series: [
          { name: 'Return on investment', values: 'quarters.cohort_roi', colour: colours.accent },
          {
            ...{ name: 'Maturity', values: 'quarters.cohort_maturity', as: 'line' },
            ...{ secondAxis: true, colour: colours.second },
          },
        ],
      },
    ),
    charts(
      3,
      {
        ...{ kind: 'line', title: 'Worth and cost of a customer', labels: 'quarters.periods' },
        series: [
          { name: 'Worth', values: 'worth.2', colour: colours.accent },
          { name: 'Cost', values: 'quarters.cac', colour: colours.second },
        ],
      },
      waterfallChart('From revenue to what is left', 'money'),
    ),
  ],
}
