import { charts, colours } from '../kit/chart'
import { chooser } from '../kit/chooser'
import { metric } from '../kit/formulas'
import type { PlanPage } from '../kit/template'
import { basedOn, heading } from '../kit/text'
import { tiles } from '../kit/tiles'
import { mine } from './asked'

export const myWeek: PlanPage = {
  sheet: 'My week',
  shows: 'Where I stand, in twelve figures and three charts',
  widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
  print: { landscape: false, headerRows: 0 },
  parts: [
    heading('My week', basedOn),
    chooser('Rep: choose here', 'REP', 'Ana', 'reps.1'),
    tiles(
      { metric: 'QUOTA_ATTAINMENT', title: 'Quota attainment', ...mine, beneath: '' },
      {
        ...{ metric: 'TARGET_PACE', title: 'Pace: 1 is on course', format: 'decimals' },
        formula: `TARGET_PACE(${metric('TOTAL_REVENUE', mine)},${metric('TOTAL_QUOTA', { where: '"rep="&REP' })},AS_OF-PERIOD_FROM+1,PERIOD_TO-PERIOD_FROM+1)`,
      },
      {
        ...{ metric: 'DEALS_NEEDED', title: 'Deals still needed' },
        formula: `DEALS_NEEDED(MAX(0,${metric('TOTAL_QUOTA', { where: '"rep="&REP' })}-${metric('TOTAL_REVENUE', mine)}),${metric('AVERAGE_DEAL_SIZE', mine)})`,
        beneath: `"at "&ROUND(${metric('AVERAGE_DEAL_SIZE', mine)},0)&" a deal"`,
      },
      { metric: 'WIN_RATE', title: 'Win rate', ...mine, beneath: '' },
    ),
    tiles(
      { metric: 'ACTIVITY_COUNT', title: 'Activities', ...mine, beneath: '' },
      { metric: 'ACTIVITY_ATTAINMENT', title: 'Of those planned', ...mine, beneath: '' },
      { metric: 'LEAD_RESPONSE_TIME', title: 'Hours to answer a lead', ...mine, beneath: '' },
      { metric: 'RESPONSE_SLA_RATE', title: 'Leads answered in time', ...mine, beneath: '' },
    ),
    tiles(
      { metric: 'NEXT_ACTION_RATE', title: 'Next actions done', ...mine, beneath: '' },
      { metric: 'OUTCOME_CODING_RATE', title: 'Leads with an outcome', ...mine, beneath: '' },
      { metric: 'OPPS_CREATED', title: 'Opportunities opened', ...mine, beneath: '' },
      { metric: 'AVERAGE_DEAL_SIZE', title: 'Average deal', ...mine, beneath: '' },
    ),
    charts(
      3,
      {
        ...{ kind: 'line', title: 'Booked so far, and an even pace', labels: 'pace.1' },
        series: [
          { name: 'Booked', values: 'pace.3', colour: colours.accent },
          { name: 'Even pace', values: 'pace.4', colour: colours.second },
        ],
      },
      {
        ...{ kind: 'combo', title: 'Activities a week, and the plan', labels: 'weeks.periods' },
        series: [
          { name: 'Done', values: 'weeks.activity_count', colour: colours.accent },
          { name: 'Plan', values: 'plan.row', as: 'line', colour: colours.second },
        ],
      },
    ),
    charts(7, {
      ...{ kind: 'column', title: 'How soon leads were answered', labels: 'answers.1' },
      series: [{ name: 'Net leads', values: 'answers.2', colour: colours.accent }],
    }),
  ],
}
