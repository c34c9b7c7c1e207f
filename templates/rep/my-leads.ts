import { f, label } from '../kit/formulas'
import { listing } from '../kit/listing'
import { notes } from '../kit/notes'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'

export const myLeads: PlanPage = {
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
}
