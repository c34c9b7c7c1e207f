import { metric } from '../metric'

export const nextActionRate = metric({
  name: 'NEXT_ACTION_RATE',
  title: 'Next action rate',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Of the net leads issued in the period whose next action is due by now, the share whose action was done by its due day.',
  questions: ['Does sales follow up?'],
  parameters: {
    done: {
      unit: 'leads',
      about: 'Leads whose next action was done on its due day at the latest',
      measured: { from: 'leads', rows: 'action_due and action_done', at: 'issued_at' },
    },
    due: {
      unit: 'leads',
      about: 'Net leads with a next action that is due; those due later do not count yet',
      measured: { from: 'leads', rows: 'action_due', at: 'issued_at' },
    },
  },
  formula: 'done / due',
  unit: 'fraction',
  errors: [
    {
      when: 'due = 0',
      error: '#DIV/0!',
      reason: 'no next action is due yet: fill in next_action_due, or ask later',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: the expected next action' }],
  keywords: ['next step', 'follow-up discipline', 'task completion'],
  onTablesOnly: true,
})
