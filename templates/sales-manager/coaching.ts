import { chooser } from '../kit/chooser'
import type { Asked } from '../kit/formulas'
import { notes } from '../kit/notes'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { tiles } from '../kit/tiles'

const ofRep: Asked = { where: '"owner="&REP' }

export const coaching: PlanPage = {
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
}
