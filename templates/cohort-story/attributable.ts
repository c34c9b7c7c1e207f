import { charts, colours } from '../kit/chart'
import { f, label } from '../kit/formulas'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { heading, section } from '../kit/text'
import { now } from './asked'

const baseline = (method: string, lastYear = '""'): string =>
  `ORGANIC_BASELINE("${method}",{series.2},3,${lastYear},"","","",DEFINITIONS)`

const methods = [
  ['none', 'All of it is credited', '0'],
  ['pre_average', 'As if nothing had been growing', baseline('pre_average')],
  ['linear', 'A straight line through the months before', baseline('linear')],
  ['cagr', 'The growth of the months before goes on', baseline('cagr')],
  ['sply', 'The same months of last year', baseline('sply', '{year.2}')],
] as const

export const attributable: PlanPage = {
  sheet: 'Attributable',
  shows: 'How much would have come without the campaign, by five methods side by side',
  widths: [2, 26, 50, 18, 22, 44],
  parts: [
    heading(
      'What would have come anyway',
      'Sales of the months before a campaign, and of its three months: type your own.',
    ),
    table({
      headers: ['Month before', 'Sales'],
      rows: [100, 104, 108, 112].map((sales, index) => [`${4 - index} before`, sales]),
      ...{ formats: [undefined, 'whole'], inputs: [1], anchor: 'series' },
    }),
    table({
      headers: ['Same month of last year', 'Sales'],
      rows: [105, 108, 111].map((sales, index) => [`Month ${index + 1}`, sales]),
      ...{ formats: [undefined, 'whole'], inputs: [1], anchor: 'year' },
    }),
    table({
      headers: ['Of the campaign', 'Money'],
      rows: [
        ['Sales in its three months', 420],
        ['What it cost', 40],
      ],
      ...{ formats: [undefined, 'whole'], inputs: [1], anchor: 'campaign' },
    }),
    section(
      'Return by method',
      'The choice of method is a definition: agree on one before the campaign, not after.',
    ),
    table({
      headers: ['Method', 'What it assumes', 'Would have come', 'Return on investment', 'What it is'],
      rows: methods.map(([method, assumes, baseline], row) => [
        method,
        assumes,
        f(baseline),
        f(`ROI_ATTRIBUTABLE({campaign.2.1},{campaign.2.2},{method.3.${row + 1}},"","",DEFINITIONS)`),
        f(label('ROI_ATTRIBUTABLE', now)),
      ]),
      ...{ formats: [undefined, undefined, 'decimals', 'percent'], quiet: [4], anchor: 'method' },
    }),
    charts([2], {
      ...{ kind: 'column', title: 'Return on investment by method', labels: 'method.1', format: '0%' },
      series: [{ name: 'Return on investment', values: 'method.4', colour: colours.accent }],
    }),
  ],
}
