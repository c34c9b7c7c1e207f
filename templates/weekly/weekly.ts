import { serialOfText } from '../../shared/formula/calendar'
import type { Plan } from '../kit/template'
import { actionsLog } from './actions-log'
import { definitionsChanges } from './definitions-changes'
import { handoff } from './handoff'
import { meeting } from './meeting'
import { sources } from './sources'

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
  pages: [meeting, handoff, sources, actionsLog, definitionsChanges],
}
