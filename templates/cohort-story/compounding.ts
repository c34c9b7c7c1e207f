import { f, label, metric } from '../kit/formulas'
import { listing } from '../kit/listing'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { heading, section } from '../kit/text'
import { now } from './asked'

export const compounding: PlanPage = {
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
}
