import { serialOfText } from '../../shared/formula/calendar'
import { approved } from '../kit/approved'
import type { Plan } from '../kit/template'
import { coaching } from './coaching'
import { pipeline } from './pipeline'
import { reps } from './reps'
import { team } from './team'

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
  pages: [team, pipeline, reps, coaching],
}
