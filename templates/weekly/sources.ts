import { f, label } from '../kit/formulas'
import { listing } from '../kit/listing'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'

export const sources: PlanPage = {
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
}
