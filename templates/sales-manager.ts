import { serialOfText } from '../shared/formula/calendar'
import { approved } from './kit/approved'
import { byKey } from './kit/by-key'
import { charts, colours } from './kit/chart'
import { chooser } from './kit/chooser'
import { type Asked, f, label, metric, type Span } from './kit/formulas'
import { listing } from './kit/listing'
import { notes } from './kit/notes'
import { table } from './kit/table'
import type { Plan } from './kit/template'
import { basedOn, heading, section } from './kit/text'
import { tiles } from './kit/tiles'

/** What is to be covered by the deals that are open now. */
const ahead: Span = {
  name: 'PERIOD',
  from: 'PERIOD_TO+1',
  to: 'PERIOD_END(PERIOD_TO+1,"quarter",DEFINITIONS)',
}
const ofRep: Asked = { where: '"owner="&REP' }

const revenueBy = `METRIC_BY("TOTAL_REVENUE","owner",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,DEALS)`
const stages = ['Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review', 'Closed Won']

export const salesManager: Plan = {
  name: 'sales-manager',
  title: 'Sales team',
  forWhom: 'Whoever leads a sales team, before the team meets',
  shows: 'Who is on course, whether there is enough in the pipeline, where deals stall, and whom to coach.',
  start: { asOf: serialOfText('2026-03-31'), reports: 'AS_OF' },
  tables: {
    leads: ['march-leads'],
    deals: ['march-deals'],
    quotas: ['quotas'],
    targets: ['targets'],
    activities: ['activities'],
    stage_history: ['stage-history'],
    scored_calls: ['scored-calls'],
  },
  records: () => ({
    definitions: approved('2025-01-01', {
      'behaviour.rubrics': ['messaging: 4; next step: 4', 'Calls are scored from 1 to 5, and 4 passes'],
    }).rows,
  }),
  pages: [
    {
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
    },
    {
      sheet: 'Pipeline',
      shows: 'Whether it is enough, and where it stalls',
      widths: [2, 34, 50, 16],
      print: { landscape: false, headerRows: 0 },
      parts: [
        heading('Pipeline', basedOn),
        section('Is there enough for next quarter?'),
        table({
          headers: ['Of the target', 'What it is', 'Times'],
          rows: [
            [
              'The whole target',
              f(label('PIPELINE_COVERAGE')),
              f(metric('PIPELINE_COVERAGE', { over: ahead })),
            ],
            [
              'What is still to go of it',
              'Open pipeline by what is left of the target after what is won',
              f(
                `PIPELINE_COVERAGE(${metric('PIPELINE_VALUE', { over: ahead })},{target.3.1},${metric('TOTAL_REVENUE', { over: ahead })},"to_go",DEFINITIONS)`,
              ),
            ],
            [
              'Needed at this win rate',
              f(label('REQUIRED_COVERAGE')),
              f('REQUIRED_COVERAGE({tile.win_rate})'),
            ],
          ],
          ...{ formats: [undefined, undefined, 'decimals'], quiet: [1], anchor: 'coverage' },
        }),
        table({
          headers: ['Target of next quarter', 'Where it is from', 'Money'],
          rows: [['Revenue', 'As in TARGETS; type it here too', 70_000]],
          ...{ formats: [undefined, undefined, 'whole'], inputs: [2], quiet: [1], anchor: 'target' },
        }),
        section('Where do deals stall?'),
        table({
          headers: ['The longest stay', 'In words'],
          rows: [['', f('BOTTLENECK(STAGE_HISTORY,PERIOD_FROM,PERIOD_TO,DEFINITIONS,AS_OF)')]],
        }),
        table({
          headers: ['Stage reached', 'Of those that began'],
          rows: stages.map((stage, index) => [
            stage,
            index === 0
              ? 1
              : f(
                  `STAGE_CONVERSION(STAGE_HISTORY,PERIOD_FROM,PERIOD_TO,"${stages[0]}","${stage}",DEFINITIONS,AS_OF)`,
                ),
          ]),
          ...{ formats: [undefined, 'percent'], anchor: 'funnel' },
        }),
        listing({
          ...{
            headers: ['Stage', 'Median days', 'Stays'],
            rows: 10,
            formats: [undefined, 'decimals', 'whole'],
          },
          formula:
            'METRIC_BY("DAYS_IN_STAGE","stage",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,STAGE_HISTORY)',
          label: f(label('DAYS_IN_STAGE')),
        }),
        section('How sure is the win rate?', 'Of few deals the true rate may lie anywhere between the two.'),
        listing({
          ...{ headers: ['Lowest likely', 'Highest likely'], rows: 1, formats: ['percent', 'percent'] },
          formula: 'RATE_INTERVAL({parts.2.1},{parts.2.2})',
          ...{ label: f(label('RATE_INTERVAL')), anchor: 'interval' },
        }),
        listing({
          ...{
            headers: ['Made of', 'Value', 'Rows'],
            rows: 8,
            formats: [undefined, 'general', 'whole'],
            anchor: 'parts',
          },
          formula: 'METRIC_PARTS("WIN_RATE",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,DEALS)',
          label: f(label('WIN_RATE')),
        }),
      ],
    },
    {
      sheet: 'Reps',
      shows: 'Everybody side by side',
      widths: [2, 30, 14, 10, 14, 12, 12, 16, 14],
      parts: [
        heading('Reps', basedOn),
        byKey({
          ...{ headers: ['Rep', 'Revenue', 'Deals'], formula: revenueBy, column: 'owner', format: 'whole' },
          beside: [
            {
              header: 'Attainment',
              formula: where => metric('QUOTA_ATTAINMENT', { where }),
              format: 'percent',
            },
            { header: 'Win rate', formula: where => metric('WIN_RATE', { where }), format: 'percent' },
            { header: 'Activities', formula: where => metric('ACTIVITY_COUNT', { where }), format: 'whole' },
            {
              header: 'Days to close',
              formula: where => metric('SALES_CYCLE_LENGTH', { where }),
              format: 'decimals',
            },
            {
              header: 'Weighted',
              formula: where => metric('WEIGHTED_PIPELINE', { where, over: ahead }),
              format: 'whole',
            },
          ],
          ...{ rows: 12, shown: 2, label: f(label('TOTAL_REVENUE')), anchor: 'reps' },
        }),
        section('Leads: who answers, and how fast'),
        listing({
          ...{ headers: ['Rep', 'Net leads', 'Hours', 'In time'], rows: 12 },
          formats: [undefined, 'whole', 'decimals', 'percent'],
          formula: 'RESPONSE_BY_REP(LEADS,PERIOD_FROM,PERIOD_TO,DEFINITIONS,AS_OF)',
          label: f(label('LEAD_RESPONSE_TIME')),
        }),
      ],
    },
    {
      sheet: 'Coaching',
      shows: 'One rep, for the talk between two',
      widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
      parts: [
        heading('One on one', basedOn),
        chooser('Rep: choose here', 'REP', 'Ana', 'reps.keys'),
        tiles(
          { metric: 'QUOTA_ATTAINMENT', title: 'Quota attainment', ...ofRep, beneath: '' },
          { metric: 'WIN_RATE', title: 'Win rate', ...ofRep, beneath: '' },
          { metric: 'AVERAGE_DEAL_SIZE', title: 'Average deal', ...ofRep, beneath: '' },
          { metric: 'ACTIVITY_ATTAINMENT', title: 'Activities done of planned', ...ofRep, beneath: '' },
        ),
        tiles(
          { metric: 'LEAD_RESPONSE_TIME', title: 'Hours to answer a lead', ...ofRep, beneath: '' },
          { metric: 'NEXT_ACTION_RATE', title: 'Next actions done', ...ofRep, beneath: '' },
          { metric: 'OUTCOME_CODING_RATE', title: 'Leads with an outcome', ...ofRep, beneath: '' },
          { metric: 'BEHAVIOUR_RATE', title: 'Calls as agreed', where: '"rep="&REP', beneath: '' },
        ),
        section('What we agreed'),
        notes(['What', '', 'Who', '', 'Until', '', 'Done?'], 5, { 6: ['open', 'done'] }),
      ],
    },
  ],
}
