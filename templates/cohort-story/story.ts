import { charts, colours } from '../kit/chart'
import { figures, sentence } from '../kit/figures'
import { f } from '../kit/formulas'
import type { PlanPage } from '../kit/template'
import { basedOn, heading } from '../kit/text'
import { now } from './asked'

export const story: PlanPage = {
  sheet: 'Story',
  shows: 'The quarter in one sentence, five figures and two charts',
  widths: [2, 84, 20],
  print: { landscape: false, headerRows: 0 },
  parts: [
    heading('The story of a quarter', basedOn),
    sentence(f('QUARTER_STORY(LEADS,DEALS,COSTS,PERIOD_FROM,PERIOD_TO,"text",{test.1.1},DEFINITIONS,AS_OF)')),
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
}
