import { serialOfText } from '../shared/formula/calendar'
import { charts, colours, type Drawing } from './kit/chart'
import { declared, f, label, metric, type Span } from './kit/formulas'
import { listing } from './kit/listing'
import { notes } from './kit/notes'
import { table } from './kit/table'
import type { Plan } from './kit/template'
import { basedOn, dayOf, heading, section } from './kit/text'
import { tiles } from './kit/tiles'
import { trend } from './kit/trend'

/** The six that marketing and sales look at together, each with a target and with what it is counted of. */
const six = [
  { name: 'NET_LEADS_ISSUED', title: 'Net leads issued', target: 3, of: 'LEADS_ISSUED' },
  { name: 'COST_PER_NET_LEAD', title: 'Cost per net lead', target: 1000, of: 'NET_LEADS_ISSUED' },
  { name: 'LEAD_RESPONSE_TIME', title: 'Hours to answer', target: 2, of: 'NET_LEADS_ISSUED' },
  { name: 'LEAD_TO_OPP_RATE', title: 'Lead to opportunity', target: 0.5, of: 'NET_LEADS_ISSUED' },
  { name: 'OPP_TO_WIN_RATE', title: 'Opportunity to win', target: 0.5, of: 'FUNNEL_OPPORTUNITIES' },
  { name: 'AVG_GROSS_PROFIT_PER_WIN', title: 'Gross profit per win', target: 5000, of: 'COHORT_WINS' },
] as const

const formats = ['whole', 'whole', 'decimals', 'percent', 'percent', 'whole'] as const
const week: Span = { name: '{weeks.periods.7}', from: '{weeks.from.7}', to: '{weeks.to.7}' }

const panel = ({ name, title }: (typeof six)[number], format: string): Drawing => ({
  ...{ kind: 'line', title, labels: 'weeks.periods', format },
  series: [{ name: title, values: `weeks.${name.toLowerCase()}`, colour: colours.accent }],
})
/** Of the meeting's columns. */
const thirds = [2, 4, 3]
const [first, second, third, fourth, fifth, sixth] = six

export const weekly: Plan = {
  name: 'weekly',
  title: 'Marketing and sales, this week',
  forWhom: 'Marketing and sales in one weekly meeting',
  shows: 'Six numbers that both sides answer for, what was agreed between them, and where the system broke.',
  start: { asOf: serialOfText('2026-06-28'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables: {
    leads: ['leads', 'weeks-leads'],
    deals: ['deals', 'weeks-deals'],
    costs: ['costs', 'weeks-costs'],
  },
  pages: [
    {
      sheet: 'Meeting',
      shows: 'The six numbers against target and last week, and eight weeks of each',
      widths: [2, 34, 14, 14, 14, 14, 14, 14, 14, 14],
      print: { landscape: false, headerRows: 0 },
      parts: [
        heading(
          'Marketing and sales, this week',
          f(`"Week "&{weeks.periods.7}&", as known on "&${dayOf('AS_OF')}`),
        ),
        table({
          headers: ['', 'This week', 'Last week', 'Change', 'Target', 'Standing', 'Of', 'Owner', 'Due'],
          rows: six.map(({ name, title, target, of }, row) => [
            title,
            f(`{weeks.${name.toLowerCase()}.7}`),
            f(`{weeks.${name.toLowerCase()}.6}`),
            f(`METRIC_CHANGE({now.2.${row + 1}},{now.3.${row + 1}},"text","${declared(name).better}")`),
            target,
            f(standing(row, declared(name).better === 'lower')),
            f(metric(of, { over: week })),
            row % 2 === 0 ? 'Marketing' : 'Sales',
            null,
          ]),
          ...{ rowFormats: [...formats], inputs: [4, 7, 8], centred: [3, 5, 7], anchor: 'now' },
          formats: [
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            'whole',
            undefined,
            'date',
          ],
          choices: { 7: ['Marketing', 'Sales', 'Both'] },
          colours: [
            { column: 5, when: '{cell}="on target"', look: 'good' },
            { column: 5, when: '{cell}="near"', look: 'watch' },
            { column: 5, when: '{cell}="off"', look: 'bad' },
          ],
        }),
        section('Where did the system break?', 'Not who: which step, and what is done about it.'),
        notes(['What broke', 'Owner', 'Due'], 3),
        section('Eight weeks'),
        trend({
          ...{ grain: 'week', periods: 8, last: 'AS_OF', anchor: 'weeks' },
          rows: six.map(({ name, title }, index) => ({
            metric: name,
            title,
            format: formats[index] as 'whole',
          })),
        }),
        charts(thirds, panel(first, '0'), panel(second, '#,##0'), panel(third, '0.0')),
        charts(thirds, panel(fourth, '0%'), panel(fifth, '0%'), panel(sixth, '#,##0')),
      ],
    },
    {
      sheet: 'Handoff',
      shows: 'What marketing and sales promised each other, and whether it was kept',
      widths: [2, 27, 2, 27, 2, 27, 2, 27, 2],
      print: { landscape: false, headerRows: 0 },
      parts: [
        heading('The handoff', basedOn),
        section('Marketing promises leads that meet what was agreed'),
        tiles(
          { metric: 'ISSUE_COMPLETENESS', title: 'Issued with all that is needed', beneath: '' },
          { metric: 'NET_LEAD_YIELD', title: 'Net of those issued', beneath: '' },
          { metric: 'LEAD_REJECTION_RATE', title: 'Sent back', beneath: '' },
        ),
        section('Sales promises to answer in time, and to say what became of it'),
        tiles(
          { metric: 'RESPONSE_SLA_RATE', title: 'Answered in time', beneath: '' },
          { metric: 'FOLLOW_UP_RATE', title: 'Answered at all', beneath: '' },
          { metric: 'OUTCOME_CODING_RATE', title: 'With an outcome', beneath: '' },
        ),
        charts(
          3,
          {
            ...{
              kind: 'stacked column',
              title: 'Answered in time, week by week',
              labels: 'sla.1',
              format: '0%',
            },
            series: [
              { name: 'In time', values: 'sla.3', colour: colours.accent },
              { name: 'Late or not', values: 'sla.5', colour: colours.second },
            ],
          },
          {
            ...{
              kind: 'line',
              title: 'Leads decay: converted by time to answer',
              labels: 'decay.1',
              format: '0%',
            },
            series: [{ name: 'Converted', values: 'decay.4', colour: colours.accent }],
          },
        ),
        section('Week by week'),
        table({
          headers: ['Week', '', 'In time', '', 'Late or not'],
          rows: Array.from({ length: 8 }, (_, index) => [
            f(`{weeks.periods.${index}}`),
            null,
            f(
              metric('RESPONSE_SLA_RATE', {
                over: { name: '', from: `{weeks.from.${index}}`, to: `{weeks.to.${index}}` },
              }),
            ),
            null,
            f(`1-{sla.3.${index + 1}}`),
          ]),
          ...{ formats: [undefined, undefined, 'percent', undefined, 'percent'], anchor: 'sla' },
        }),
      ],
    },
    {
      sheet: 'Sources',
      shows: 'How soon leads were answered and what came of it; where leads come from',
      widths: [2, 30, 16, 16, 16, 16],
      parts: [
        heading('Response and sources', basedOn),
        section('Leads decay', 'The later the first answer, the fewer become opportunities.'),
        listing({
          headers: ['First answer', 'Net leads', 'Converted', 'Share'],
          ...{ rows: 5, shown: 4, formats: [undefined, 'whole', 'whole', 'percent'], anchor: 'decay' },
          formula: 'CONVERSION_BY_RESPONSE(LEADS,DEALS,{1;4;24},DEFINITIONS,AS_OF)',
          label: f(label('LEAD_TO_OPP_RATE')),
        }),
        section('Where leads come from'),
        listing({
          headers: ['Source', 'Created', 'Issued', 'Net'],
          ...{ rows: 12, formats: [undefined, 'whole', 'whole', 'whole'] },
          formula: 'LEADS_BY(LEADS,{weeks.from.0},AS_OF,"source",DEFINITIONS,AS_OF)',
          label: f(label('NET_LEADS_ISSUED')),
        }),
      ],
    },
    {
      sheet: 'Actions log',
      shows: 'What was decided, week after week',
      widths: [2, 14, 50, 18, 14, 14],
      parts: [
        heading('Actions log', 'One line for each thing that was decided; nothing is deleted.'),
        notes(['Week', 'What', 'Owner', 'Due', 'Done?'], 24, { 4: ['open', 'done', 'dropped'] }),
      ],
      print: { landscape: false, headerRows: 5 },
      frozen: { rows: 5, columns: 0 },
    },
    {
      sheet: 'Definitions changes',
      shows: 'Which rules changed this week: a number may move because its meaning did',
      widths: [2, 34, 24, 24, 14, 14, 40, 16],
      parts: [
        heading('Definitions changes this week', f(`"Since "&${dayOf('{weeks.from.7}')}`)),
        listing({
          headers: ['Term', 'Before', 'After', 'From', 'Kind', 'Reason', 'By'],
          ...{ rows: 30, formats: [undefined, undefined, undefined, 'date'], centred: [4] },
          formula:
            'DEFINITION_DIFF(DEFINITION_VERSION({weeks.from.7}-1,DEFINITIONS),DEFINITION_VERSION(AS_OF,DEFINITIONS),DEFINITIONS)',
        }),
      ],
    },
  ],
}

/** By how far it is from its target: within a tenth is near. */
function standing(row: number, isLower: boolean): string {
  const [now, target] = [`{now.2.${row + 1}}`, `{now.5.${row + 1}}`]
  const reached = `TARGET_ATTAINMENT(${now},${target},"${isLower ? 'lower' : 'higher'}")`
  return `IF(${reached}>=1,"on target",IF(${reached}>=0.9,"near","off"))`
}
