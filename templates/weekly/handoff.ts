import { charts, colours } from '../kit/chart'
import { f, metric } from '../kit/formulas'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { tiles } from '../kit/tiles'

export const handoff: PlanPage = {
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
}
