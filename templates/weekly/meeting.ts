import { charts, colours, type Drawing } from '../kit/chart'
import { declared, f, metric } from '../kit/formulas'
import { notes } from '../kit/notes'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { dayOf, heading, section } from '../kit/text'
import { trend } from '../kit/trend'
import { fifth, first, formats, fourth, second, six, sixth, third, week } from './asked'

const panel = ({ name, title }: (typeof six)[number], format: string): Drawing => ({
  ...{ kind: 'line', title, labels: 'weeks.periods', format },
  series: [{ name: title, values: `weeks.${name.toLowerCase()}`, colour: colours.accent }],
})

/** Of the meeting's columns. */
const thirds = [2, 4, 3]

export const meeting: PlanPage = {
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
      formats: [undefined, undefined, undefined, undefined, undefined, undefined, 'whole', undefined, 'date'],
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
}

/** By how far it is from its target: within a tenth is near. */
function standing(row: number, isLower: boolean): string {
  const [now, target] = [`{now.2.${row + 1}}`, `{now.5.${row + 1}}`]
  const reached = `TARGET_ATTAINMENT(${now},${target},"${isLower ? 'lower' : 'higher'}")`
  return `IF(${reached}>=1,"on target",IF(${reached}>=0.9,"near","off"))`
}
