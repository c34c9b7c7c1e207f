import { serialOfText } from '../shared/formula/calendar'
import { charts, colours } from './kit/chart'
import { chooser } from './kit/chooser'
import { type Asked, f, label, metric } from './kit/formulas'
import { listing } from './kit/listing'
import { notes } from './kit/notes'
import { table } from './kit/table'
import type { Plan } from './kit/template'
import { basedOn, heading, section } from './kit/text'
import { tiles } from './kit/tiles'
import { trend } from './kit/trend'

const mine: Asked = { where: '"owner="&REP' }
const weeks = 8
/** Revenue of the quarter by the end of its months, the last of them not after AS_OF. */
const monthEnds = [0, 1, 2].map(
  month =>
    `MIN(AS_OF,PERIOD_END(${month === 0 ? 'PERIOD_FROM' : `{pace.2.${month}}+1`},"month",DEFINITIONS))`,
)

export const rep: Plan = {
  name: 'rep',
  title: 'My week',
  forWhom: 'Whoever sells, on Monday morning',
  shows: 'Whether I am on course, which deals and leads wait for me, and how much is still to do.',
  start: { asOf: serialOfText('2026-03-31'), reports: 'AS_OF' },
  tables: {
    leads: ['march-leads'],
    deals: ['march-deals'],
    quotas: ['quotas'],
    targets: ['targets'],
    activities: ['activities'],
  },
  pages: [
    {
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
    },
    {
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
    },
    {
      sheet: 'My leads',
      shows: 'Leads that wait, and what became of the others',
      widths: [2, 30, 16, 16, 16, 30],
      parts: [
        heading('My leads', basedOn),
        section('Waiting for an answer', 'Overdue by the agreed response time, the longest wait first.'),
        listing({
          ...{
            headers: ['Lead', 'Owner', 'Hours waited'],
            rows: 8,
            formats: [undefined, undefined, 'decimals'],
          },
          formula: 'OVERDUE_LEADS(LEADS,DEFINITIONS,AS_OF,"owner="&REP)',
        }),
        section('How soon leads were answered, and what came of it'),
        listing({
          headers: ['Answered', 'Net leads', 'Converted', 'Share'],
          ...{ rows: 5, formats: [undefined, 'whole', 'whole', 'percent'], anchor: 'answers' },
          formula: 'CONVERSION_BY_RESPONSE(LEADS,DEALS,{1;4;24},DEFINITIONS,AS_OF,"owner="&REP)',
          label: f(label('LEAD_RESPONSE_TIME')),
        }),
        section(
          'Outcomes',
          'Code a lead in the sheet Leads: the cells of outcome_code have a list to choose from.',
        ),
        listing({
          ...{ headers: ['Code', 'Leads', 'Share'], rows: 8, formats: [undefined, 'whole', 'percent'] },
          formula: 'OUTCOME_MIX(LEADS,PERIOD_FROM,PERIOD_TO,DEFINITIONS,AS_OF,"owner="&REP)',
          label: f(label('OUTCOME_CODING_RATE')),
        }),
        section('What I will do this week'),
        notes(['What', 'By when', 'Done?'], 5, { 2: ['open', 'done'] }),
      ],
    },
  ],
}
