import { f, label, metric } from '../kit/formulas'
import { listing } from '../kit/listing'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { trend } from '../kit/trend'
import { mine, weeks } from './asked'

/** Revenue of the quarter by the end of its months, the last of them not after AS_OF. */
const monthEnds = [0, 1, 2].map(
  month =>
    `MIN(AS_OF,PERIOD_END(${month === 0 ? 'PERIOD_FROM' : `{pace.2.${month}}+1`},"month",DEFINITIONS))`,
)

export const myDeals: PlanPage = {
  sheet: 'My deals',
  shows: 'What is open and what it may bring, week by week and month by month',
  widths: [2, 34, 12, 12, 12, 12, 12, 12, 12, 12],
  parts: [
    heading('My deals', basedOn),
    section('Open deals', 'By what they may bring: the amount times its chance.'),
    listing({
      ...{ headers: ['Deal', 'Weighted', 'Rows'], rows: 12, formats: [undefined, 'whole', 'whole'] },
      formula:
        'METRIC_BY("WEIGHTED_PIPELINE","deal_id",PERIOD_FROM,PERIOD_TO+366,"owner="&REP,AS_OF,DEFINITIONS,DEALS)',
      label: f(label('WEIGHTED_PIPELINE')),
    }),
    section('The quarter so far'),
    table({
      headers: ['Month', 'Until', 'Booked', 'Even pace'],
      rows: monthEnds.map((end, row) => [
        f(`FISCAL_PERIOD({pace.2.${row + 1}},"month",DEFINITIONS)`),
        f(end),
        f(
          metric('TOTAL_REVENUE', {
            ...mine,
            over: { name: '', from: 'PERIOD_FROM', to: `{pace.2.${row + 1}}` },
          }),
        ),
        f(
          `${metric('TOTAL_QUOTA', { where: '"rep="&REP' })}*({pace.2.${row + 1}}-PERIOD_FROM+1)/(PERIOD_TO-PERIOD_FROM+1)`,
        ),
      ]),
      ...{ formats: [undefined, 'date', 'whole', 'whole'], anchor: 'pace' },
    }),
    section('Eight weeks'),
    trend({
      ...{ grain: 'week', periods: weeks, last: 'AS_OF', anchor: 'weeks' },
      rows: [
        { metric: 'ACTIVITY_COUNT', ...mine },
        { metric: 'TOTAL_REVENUE', ...mine },
      ],
    }),
    corner => ({
      cells: [['Activities planned a week', ...Array<number>(weeks).fill(3)]],
      inputs: [{ ...corner, bottom: corner.top, left: corner.left + 1, right: corner.left + weeks }],
      anchors: {
        'plan.row': { ...corner, bottom: corner.top, left: corner.left + 1, right: corner.left + weeks },
      },
    }),
    section('Reps'),
    listing({
      ...{ headers: ['Rep', 'Opportunities', 'Rows'], rows: 20, formats: [undefined, 'whole', 'whole'] },
      formula: 'METRIC_BY("OPPS_CREATED","owner",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,DEALS)',
      ...{ label: f(label('OPPS_CREATED')), anchor: 'reps' },
    }),
  ],
}
