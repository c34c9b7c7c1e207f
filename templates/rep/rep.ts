import { serialOfText } from '../../shared/formula/calendar'
import type { Plan } from '../kit/template'
import { myDeals } from './my-deals'
import { myLeads } from './my-leads'
import { myWeek } from './my-week'

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
  pages: [myWeek, myDeals, myLeads],
}
