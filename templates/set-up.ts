import type { Plan } from './kit/template'

export const setUp: Plan = {
  name: 'set-up',
  title: 'Empty workbook, set up',
  forWhom: 'Teams that build their own sheets',
  shows: 'Nothing made up: empty tables, the definitions to agree on, and the days that numbers go by.',
  start: { reports: 'AS_OF' },
  tables: { leads: ['leads'], deals: ['deals'], costs: ['costs'] },
  isEmpty: true,
  pages: [],
}
