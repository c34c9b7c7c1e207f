import { charts } from '../kit/chart'
import { f, label, metric } from '../kit/formulas'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { waterfall, waterfallChart } from '../kit/waterfall'
import { now, of } from './asked'

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

export const costBuild: PlanPage = {
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
}
