import { charts, colours } from '../kit/chart'
import type { PlanPage } from '../kit/template'
import { basedOn, heading } from '../kit/text'
import { tiles } from '../kit/tiles'
import { ahead } from './asked'

export const team: PlanPage = {
  sheet: 'Team',
  shows: 'The quarter in twelve figures',
  widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
  print: { landscape: false, headerRows: 0 },
  parts: [
    heading('Sales team', basedOn),
    tiles(
      { metric: 'QUOTA_ATTAINMENT_TEAM', title: 'Quota attainment', beneath: '' },
      { metric: 'REPS_AT_QUOTA', title: 'Reps at quota', beneath: '' },
      {
        ...{
          metric: 'PIPELINE_COVERAGE',
          title: 'Coverage of next quarter',
          over: ahead,
          format: 'decimals',
        },
        beneath: '"needed: "&ROUND(REQUIRED_COVERAGE({tile.win_rate}),1)',
      },
      { metric: 'WEIGHTED_PIPELINE', title: 'Weighted pipeline, next quarter', over: ahead, beneath: '' },
    ),
    tiles(
      {
        ...{ metric: 'WIN_RATE', title: 'Win rate' },
        beneath: '"likely between "&ROUND(100*{interval.1.1},0)&" and "&ROUND(100*{interval.2.1},0)&" %"',
      },
      { metric: 'SALES_CYCLE_LENGTH', title: 'Days to close', also: ['leads'], beneath: '' },
      { metric: 'SALES_VELOCITY', title: 'Velocity, money a day', also: ['leads'], beneath: '' },
      { metric: 'STALE_PIPELINE_SHARE', title: 'Pipeline nobody touched', beneath: '' },
    ),
    tiles(
      { metric: 'REP_CONCENTRATION', title: 'Share of the best rep', beneath: '' },
      { metric: 'ACTIVITY_ATTAINMENT', title: 'Activities done of planned', beneath: '' },
      { metric: 'BEHAVIOUR_RATE', title: 'Calls as agreed', beneath: '' },
      { metric: 'RESPONSE_SLA_RATE', title: 'Leads answered in time', beneath: '' },
    ),
    charts(
      3,
      {
        ...{ kind: 'bar', title: 'Quota attainment by rep', labels: 'reps.1', format: '0%' },
        series: [{ name: 'Attainment', values: 'reps.4', colour: colours.accent }],
      },
      {
        ...{
          kind: 'column',
          title: 'Coverage, and what the win rate asks for',
          labels: 'coverage.1',
          format: '0.0',
        },
        series: [{ name: 'Times the target', values: 'coverage.3', colour: colours.accent }],
      },
    ),
    charts(
      3,
      {
        ...{ kind: 'bar', title: 'Share that reaches each stage', labels: 'funnel.1', format: '0%' },
        series: [{ name: 'Reached', values: 'funnel.2', colour: colours.accent }],
      },
      {
        ...{ kind: 'scatter', title: 'Win rate by number of activities', labels: 'reps.6', format: '0%' },
        series: [{ name: 'Rep', values: 'reps.5', colour: colours.accent }],
      },
    ),
  ],
}
