import { metric } from '../metric'

export const issueCompleteness = metric({
  name: 'ISSUE_COMPLETENESS',
  title: 'Issue completeness',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Of the leads that have a moment of issue in the period, the share that also has an owner and what else an issued lead needs.',
  questions: ['Is the handoff clean?'],
  parameters: {
    complete_leads: {
      unit: 'leads',
      about: 'Leads with a moment of issue and all that an issued lead needs',
      measured: { from: 'leads', rows: 'present(issued_at) and complete', at: 'issued_at' },
    },
    handed_over: {
      unit: 'leads',
      about: 'Leads with a moment of issue in the period',
      measured: { from: 'leads', rows: 'present(issued_at)', at: 'issued_at' },
    },
  },
  formula: 'complete_leads / handed_over',
  unit: 'fraction',
  errors: [
    {
      when: 'handed_over = 0',
      error: '#DIV/0!',
      reason: 'no lead has a moment of issue in the period: nothing was handed over',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: owned, timestamped, next action' }],
  keywords: ['handoff quality', 'lead ownership', 'data quality'],
  onTablesOnly: true,
})
