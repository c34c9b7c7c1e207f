import { serialOfText } from '../shared/formula/calendar'
import { cohortRecords } from './cohort-records'
import { charts, colours } from './kit/chart'
import { figures, sentence } from './kit/figures'
import { type Asked, f, label, metric } from './kit/formulas'
import { listing } from './kit/listing'
import { notes } from './kit/notes'
import type { Part } from './kit/page'
import { table } from './kit/table'
import type { Plan } from './kit/template'
import { basedOn, heading, section } from './kit/text'
import { waterfall, waterfallChart } from './kit/waterfall'

/** A cohort goes on after its quarter was locked. */
const now: Asked = { basis: 'current' }
const of = (component: string): Asked => ({ ...now, where: `"component=${component}"` })
const tables = {
  leads: ['leads', 'history-leads'],
  deals: ['deals', 'history-deals'],
  costs: ['costs', 'history-costs'],
}
const components = [
  'ad_spend',
  'labour',
  'agency',
  'tools',
  'events',
  'creative',
  'subscriptions',
  'overhead',
]
const monthsSince = [0, 1, 2, 3, 4, 5, 6, 7]
const restated = (version: string) =>
  `RESTATED("COST_PER_NET_LEAD",PERIOD,"${version}","",AS_OF,DEFINITIONS,LEADS,COSTS)`

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

const baseline = (method: string, lastYear = '""'): string =>
  `ORGANIC_BASELINE("${method}",{series.2},3,${lastYear},"","","",DEFINITIONS)`

const methods = [
  ['none', 'All of it is credited', '0'],
  ['pre_average', 'As if nothing had been growing', baseline('pre_average')],
  ['linear', 'A straight line through the months before', baseline('linear')],
  ['cagr', 'The growth of the months before goes on', baseline('cagr')],
  ['sply', 'The same months of last year', baseline('sply', '{year.2}')],
] as const

export const cohortStory: Plan = {
  name: 'cohort-story',
  title: 'The story of a quarter',
  forWhom: 'Marketing, sales and finance after a quarter, and whoever decides on the next budget',
  shows:
    'What was invested, what came of those same leads, what of it would have come anyway, and what to test next.',
  start: { asOf: serialOfText('2026-06-30'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables,
  records: samples => cohortRecords(samples, tables),
  pages: [
    {
      sheet: 'Story',
      shows: 'The quarter in one sentence, five figures and two charts',
      widths: [2, 84, 20],
      print: { landscape: false, headerRows: 0 },
      parts: [
        heading('The story of a quarter', basedOn),
        sentence(
          f('QUARTER_STORY(LEADS,DEALS,COSTS,PERIOD_FROM,PERIOD_TO,"text",{test.1.1},DEFINITIONS,AS_OF)'),
        ),
        figures(
          'story',
          { metric: 'TOTAL_COST', title: 'Invested', ...now },
          { metric: 'NET_LEADS_ISSUED', title: 'Net sales leads issued', ...now },
          { metric: 'FUNNEL_OPPORTUNITIES', title: 'Opportunities of them', ...now },
          { metric: 'COHORT_WINS', title: 'Deals won of them', ...now },
          { metric: 'COHORT_RETURN', title: 'Gross profit of them', ...now },
          { metric: 'COHORT_ROI', title: 'Return on investment so far', ...now },
          { metric: 'COHORT_MATURITY', title: 'Of the cohort mature', ...now },
        ),
        charts(2, {
          ...{ kind: 'bar', title: 'From lead to win', labels: 'funnel.1' },
          series: [{ name: 'Count', values: 'funnel.3', colour: colours.accent }],
        }),
        charts(2, {
          ...{ kind: 'combo', title: 'Return of the cohort, quarter by quarter: above 0 it has paid back' },
          ...{ labels: 'deferred.1', secondFormat: '0%' },
          series: [
            { name: 'Return of the quarter', values: 'deferred.2', colour: colours.third },
            {
              ...{ name: 'Return on investment so far', values: 'deferred.3', as: 'line' },
              ...{ secondAxis: true, colour: colours.accent },
            },
          ],
        }),
      ],
    },
    {
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
            f(
              `PERIOD_START(${month === 1 ? 'PERIOD_FROM' : `{months.4.${month - 1}}+1`},"month",DEFINITIONS)`,
            ),
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
    },
    {
      sheet: 'Cost build',
      shows: 'What the investment is made of, and what a look at ad spend alone would say',
      widths: [2, 30, 54, 16, 12, 12, 12, 12, 12],
      parts: [
        heading('What the investment is made of', basedOn),
        waterfall('cost', [
          ...components.map(component => ({
            title: component.replace('_', ' '),
            amount: metric('TOTAL_COST', of(component)),
            label: f(label('TOTAL_COST', now)),
          })),
          {
            title: 'invested',
            amount: metric('TOTAL_COST', now),
            isTotal: true as const,
            label: f(label('TOTAL_COST', now)),
          },
        ]),
        charts([2], waterfallChart('From ad spend to the whole investment', 'cost')),
        section('If only ad spend counted'),
        table({
          headers: ['Question', 'What it is', 'Ad spend alone', 'All of it'],
          rows: [
            [
              'Cost per net lead',
              f(label('COST_PER_NET_LEAD', now)),
              f(`COST_PER_NET_LEAD(${metric('TOTAL_COST', of('ad_spend'))},{story.net_leads_issued})`),
              f(metric('COST_PER_NET_LEAD', now)),
            ],
            [
              'Return on investment',
              f(label('COHORT_ROI', now)),
              f(`ROI({story.cohort_return},${metric('TOTAL_COST', of('ad_spend'))})`),
              f(metric('COHORT_ROI', now)),
            ],
            [
              'Share of the cost that is seen',
              f(label('COST_COVERAGE', now)),
              f('COST_COVERAGE(COSTS,PERIOD_FROM,PERIOD_TO,"ad_spend","",DEFINITIONS,AS_OF)'),
              1,
            ],
          ],
          ...{ rowFormats: ['decimals', 'percent', 'percent'], quiet: [1] },
        }),
      ],
    },
    {
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
    },
    {
      sheet: 'Compounding',
      shows: 'What small improvements come to together',
      widths: [2, 34, 16, 16, 16, 50],
      parts: [
        heading(
          'Small improvements compound',
          'Change the yellow cells: what would each step of the funnel have to gain?',
        ),
        table({
          headers: ['Step', 'Now', 'Change', 'Then'],
          rows: [
            ['Net leads', f('{story.net_leads_issued}'), 0.03],
            ['Lead to opportunity', f(metric('LEAD_TO_OPP_RATE', now)), 0.03],
            ['Opportunity to win', f(metric('OPP_TO_WIN_RATE', now)), 0.03],
            ['Gross profit per win', f(metric('AVG_GROSS_PROFIT_PER_WIN', now)), 0.03],
          ].map((cells, row) => [...cells, f(`{step.2.${row + 1}}*(1+{step.3.${row + 1}})`)]),
          rowFormats: ['decimals', 'percent', 'percent', 'decimals'],
          ...{ formats: [undefined, undefined, 'percent'], inputs: [2], anchor: 'step' },
        }),
        section('Together'),
        listing({
          ...{ headers: ['Gross profit then', 'Gross profit now', 'Change'], rows: 1 },
          ...{ formats: ['whole', 'whole', 'percent'], formula: 'FUNNEL_WHAT_IF({step.2},{step.3})' },
          label: f(label('FUNNEL_WHAT_IF', now)),
        }),
        listing({
          ...{ headers: ['The changes multiplied'], rows: 1, formats: ['percent'] },
          ...{ formula: 'COMPOUND_UPLIFT({step.3})', label: f(label('COMPOUND_UPLIFT', now)) },
        }),
      ],
    },
    {
      sheet: 'Restated',
      shows: 'What was reported first, what is reported now, and why they differ',
      widths: [2, 34, 50, 16, 16, 14, 14, 14, 14],
      parts: [
        heading('Reported, and reported again', basedOn),
        table({
          headers: ['Cost per net lead', 'What it is', 'Money'],
          rows: [
            [
              'As reported last',
              f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"as_reported",DEFINITIONS,LOCKS)'),
              f('AS_REPORTED("COST_PER_NET_LEAD",PERIOD,"",SNAPSHOT)'),
            ],
            [
              'By the first rules',
              f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"v1",DEFINITIONS,LOCKS)'),
              f(restated('v1')),
            ],
            [
              'By the rules of today',
              f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"restated",DEFINITIONS,LOCKS)'),
              f(restated('')),
            ],
          ],
          ...{ formats: [undefined, undefined, 'decimals'], quiet: [1], anchor: 'reported' },
        }),
        section('The bridge, term by term'),
        listing({
          headers: ['Step', 'Before', 'After', 'Difference'],
          ...{ rows: 6, formats: [undefined, 'decimals', 'decimals', 'decimals'], anchor: 'bridge' },
          formula:
            'RESTATEMENT_BRIDGE("COST_PER_NET_LEAD",PERIOD,"v1","v2","",AS_OF,DEFINITIONS,LEADS,COSTS)',
          label: f(label('COST_PER_NET_LEAD', now)),
        }),
        section('Since it was reported', 'Whether rows or rules have changed since the quarter was locked.'),
        listing({
          ...{ headers: ['Part', 'Money', 'Why'], rows: 4, formats: [undefined, 'decimals'], centred: [2] },
          formula: 'DRIFT("COST_PER_NET_LEAD",PERIOD,"","",DEFINITIONS,SNAPSHOT,LEADS,DEALS,COSTS)',
          label: f(label('COST_PER_NET_LEAD')),
        }),
        section('As a chart'),
        waterfall('change', [
          {
            title: 'By the first rules',
            amount: '{reported.3.2}',
            isTotal: true,
            label: 'Version 1 of the definitions',
          },
          {
            title: 'Changed rules',
            amount: '{reported.3.3}-{reported.3.2}',
            label: 'All terms that changed since',
          },
          {
            title: 'By the rules of today',
            amount: '{reported.3.3}',
            isTotal: true,
            label: 'The latest version',
          },
        ]),
        charts([2], waterfallChart('From the first report to this one', 'change')),
      ],
    },
    {
      sheet: 'Next tests',
      shows: 'What will be tried, and how it will be judged',
      widths: [2, 64, 30, 16, 16, 30],
      parts: [
        heading('Next tests', 'The first one is told in the story.'),
        table({
          headers: ['What we will test', 'Judged by', 'Target', 'Until', 'Owner'],
          rows: [
            [
              'Answer every lead within one business hour.',
              'Lead to opportunity',
              0.8,
              serialOfText('2026-09-30'),
              'Sales',
            ],
          ],
          ...{ formats: [undefined, undefined, 'percent', 'date'], inputs: [0, 1, 2, 3, 4], anchor: 'test' },
        }),
        notes(['Further tests', 'Judged by', 'Target', 'Until', 'Owner'], 8),
      ],
    },
  ],
}
