import { f, label, metric } from '../kit/formulas'
import { listing } from '../kit/listing'
import type { Part } from '../kit/page'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { now } from './asked'

const monthsSince = [0, 1, 2, 3, 4, 5, 6, 7]

export const cohort: PlanPage = {
  sheet: 'Cohort',
  shows: 'The leads of each month, followed month by month',
  widths: [2, 24, 56, 11, 11, 11, 11, 11, 11, 11, 11],
  parts: [
    heading('The cohort, month by month', basedOn),
    section(
      'The months',
      'Columns below are months since the month of issue; what is not over yet is blank.',
    ),
    table({
      headers: ['Issued in', 'What it is', 'From', 'To'],
      rows: [1, 2, 3].map(month => [
        f(`FISCAL_PERIOD({months.3.${month}},"month",DEFINITIONS)`),
        'A month of the fiscal calendar',
        f(`PERIOD_START(${month === 1 ? 'PERIOD_FROM' : `{months.4.${month - 1}}+1`},"month",DEFINITIONS)`),
        f(`PERIOD_END({months.3.${month}},"month",DEFINITIONS)`),
      ]),
      ...{ formats: [undefined, undefined, 'date', 'date'], quiet: [1], anchor: 'months' },
    }),
    section('Opportunities'),
    triangle('FUNNEL_OPPORTUNITIES', 'whole'),
    section('Deals won'),
    triangle('COHORT_WINS', 'whole'),
    section('Gross profit'),
    triangle('COHORT_RETURN', 'whole'),
    section('Return on investment'),
    triangle('COHORT_ROI', 'percent'),
    section('Maturity'),
    triangle('COHORT_MATURITY', 'percent'),
    section('From lead to win'),
    table({
      headers: ['Step', 'What it is', 'Count'],
      rows: (
        [
          ['Net leads', 'NET_LEADS_ISSUED'],
          ['Opportunities', 'FUNNEL_OPPORTUNITIES'],
          ['Wins', 'COHORT_WINS'],
        ] as const
      ).map(([title, name]) => [title, f(label(name, now)), f(metric(name, now))]),
      ...{ formats: [undefined, undefined, 'whole'], quiet: [1], anchor: 'funnel' },
    }),
    section('By quarter of closing', 'A quarter that is not over has no return yet.'),
    listing({
      headers: ['Quarter', 'Return', 'ROI so far'],
      ...{ rows: 5, shown: 2, formats: [undefined, 'whole', 'percent'], anchor: 'deferred' },
      formula: 'DEFERRED_ROI(LEADS,DEALS,COSTS,PERIOD_FROM,PERIOD_TO,4,DEFINITIONS,AS_OF)',
      label: f(label('COHORT_ROI', now)),
    }),
  ],
}

/** Issue month by months since: what was known of the cohort then. */
function triangle(name: string, format: 'whole' | 'percent'): Part {
  return table({
    headers: ['Issued in', 'What it is', ...monthsSince.map(String)],
    rows: [1, 2, 3].map(month => [
      f(`{months.1.${month}}`),
      f(label(name, now)),
      ...monthsSince.map(since => {
        const day = `EOMONTH({months.3.${month}},${since})`
        const over = { name: '', from: `{months.3.${month}}`, to: `{months.4.${month}}` }
        return f(`IF(${day}>AS_OF,"",${metric(name, { ...now, over, asOf: day })})`)
      }),
    ]),
    formats: [undefined, undefined, ...monthsSince.map(() => format)],
    quiet: [1],
  })
}
