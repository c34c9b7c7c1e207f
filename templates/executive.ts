import { serialOfText } from '../shared/formula/calendar'
import { approved } from './kit/approved'
import { charts, colours } from './kit/chart'
import { declared, f, label, metric, prior, type Span } from './kit/formulas'
import { listing } from './kit/listing'
import { table } from './kit/table'
import type { Plan } from './kit/template'
import { basedOn, heading, section } from './kit/text'
import { tiles } from './kit/tiles'
import { trend } from './kit/trend'
import { waterfall, waterfallChart } from './kit/waterfall'

const eightQuarters: Span = { name: 'PERIOD', from: '{quarters.from.0}', to: 'PERIOD_TO' }

/** A customer's worth by what accounts pay a month, its margin, and how many leave a month. */
const worth = `CLV_SIMPLE(${metric('ARPA')},${metric('PROFIT_MARGIN')},CHURN_ANNUALISE(${metric('CUSTOMER_CHURN_RATE')},1/3))`
const growth = `SALES_GROWTH(${metric('TOTAL_REVENUE')},${metric('TOTAL_REVENUE', { over: prior })})`
const payback = `CAC_PAYBACK_MONTHS(${metric('ACQUISITION_COST')},${metric('NEW_MRR')},${metric('PROFIT_MARGIN')})`
const yearly = `ROI_ANNUALISED(${metric('GROSS_PROFIT', { over: eightQuarters })},${metric('ACQUISITION_COST', { over: eightQuarters })},2,"",DEFINITIONS)`

export const executive: Plan = {
  name: 'executive',
  title: 'Executive overview',
  forWhom: 'Chief executives, finance and investors, once a quarter',
  shows: 'Whether the company grows, whether it earns on what selling costs, and whether customers stay.',
  start: { asOf: serialOfText('2026-06-30'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables: {
    leads: ['leads', 'history-leads'],
    deals: ['deals', 'history-deals'],
    costs: ['costs', 'history-costs'],
    subscriptions: ['subscriptions'],
    quotas: ['quotas'],
  },
  records: () => ({
    definitions: approved('2024-04-01', {
      'cost.rep_allocation': ['equal', 'Costs that name nobody are shared out evenly'],
    }).rows,
  }),
  pages: [
    {
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
          { metric: 'NEW_REVENUE_SHARE', title: 'Share of new customers' },
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
    },
    {
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
    },
    {
      sheet: 'ROI levels',
      shows: 'Where the return was made: the team, each rep, each kind of deal',
      widths: [2, 30, 40, 16, 22, 12, 12, 12, 12],
      parts: [
        heading('Return on investment by level', basedOn),
        section('The team', 'What was sold against all that marketing and sales cost.'),
        listing({
          ...{ headers: ['Level', 'Return', 'Cost', 'Return on investment'], rows: 1 },
          formats: [undefined, 'whole', 'whole', 'percent'],
          formula: 'ROI_BY(DEALS,COSTS,LEADS,PERIOD_FROM,PERIOD_TO,"team","",DEFINITIONS,AS_OF)',
          label: f(label('ROI')),
        }),
        section('From revenue to what is left'),
        waterfall('money', [
          {
            title: 'Revenue',
            amount: metric('TOTAL_REVENUE'),
            isTotal: true,
            label: f(label('TOTAL_REVENUE')),
          },
          {
            title: 'Cost of what was sold',
            amount: `${metric('GROSS_PROFIT')}-${metric('TOTAL_REVENUE')}`,
            label: f(label('GROSS_PROFIT')),
          },
          {
            title: 'Marketing and sales',
            amount: `-${metric('ACQUISITION_COST')}`,
            label: f(label('ACQUISITION_COST')),
          },
          {
            title: 'Left',
            amount: '{money.ends.2}',
            isTotal: true,
            label: 'Gross profit less what selling it cost',
          },
        ]),
        section('Over eight quarters', 'The yearly rate at which what was spent grew into gross profit.'),
        tiles({ metric: 'ROI_ANNUALISED', title: 'Return a year', formula: yearly }),
        section('Each rep'),
        listing({
          ...{ headers: ['Rep', 'Return', 'Cost', 'Return on investment'], rows: 12 },
          formats: [undefined, 'whole', 'whole', 'percent'],
          formula: 'ROI_BY(DEALS,COSTS,LEADS,PERIOD_FROM,PERIOD_TO,"rep","",DEFINITIONS,AS_OF)',
          label: f(label('ROI')),
        }),
      ],
    },
    {
      sheet: 'Benchmarks',
      shows: 'The quarter against what you hold it to, and against the forecast',
      widths: [2, 26, 48, 14, 14, 14, 34],
      parts: [
        heading('Benchmarks', basedOn),
        section(
          'Held against',
          'Type the figure and where it is from: none is shipped as truth, these are made up.',
        ),
        table({
          headers: [
            'Metric',
            'What it is',
            'This quarter',
            'Benchmark',
            'Gap',
            'Where the benchmark is from',
          ],
          rows: [
            ['WIN_RATE', 0.5],
            ['PROFIT_MARGIN', 0.65],
            ['CAC', 25_000],
            ['GRR', 0.9],
            ['NRR', 1],
          ].map(([name, benchmark], row) => [
            declared(name as string).title,
            f(label(name as string)),
            f(metric(name as string)),
            benchmark as number,
            f(`BENCHMARK_GAP({held.3.${row + 1}},{held.4.${row + 1}},"${declared(name as string).better}")`),
            'made up: type your own',
          ]),
          rowFormats: ['percent', 'percent', 'whole', 'percent', 'percent'],
          formats: [undefined, undefined, undefined, undefined, 'percent'],
          ...{ inputs: [3, 5], quiet: [1], wrapped: [5], anchor: 'held' },
          colours: [
            { column: 4, when: '{cell}<0', look: 'watch' },
            { column: 4, when: '{cell}>=0', look: 'good' },
          ],
        }),
        section('Forecast', 'What was forecast for the quarter, and how near it came.'),
        table({
          headers: ['Metric', 'What it is', 'Revenue', 'Forecast', 'Accuracy', 'Too high or low by'],
          rows: [
            [
              'Forecast accuracy',
              f(label('FORECAST_ACCURACY')),
              f(metric('TOTAL_REVENUE')),
              60_000,
              f('FORECAST_ACCURACY({forecast.4.1},{forecast.3.1})'),
              f('FORECAST_BIAS({forecast.4.1},{forecast.3.1})'),
            ],
          ],
          formats: [undefined, undefined, 'whole', 'whole', 'percent', 'percent'],
          ...{ inputs: [3], quiet: [1], anchor: 'forecast' },
        }),
      ],
    },
  ],
}
