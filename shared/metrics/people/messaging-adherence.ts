import { metric } from '../metric'

export const messagingAdherence = metric({
  name: 'MESSAGING_ADHERENCE',
  title: 'Messaging adherence',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about:
    'Share of the scored conversations that met every rubric they were scored by; for one rubric, ask where rubric=….',
  questions: ['Are we doing enough of what leads to sales?', 'Whom should we coach?'],
  parameters: {
    conversations: {
      unit: 'conversations',
      about: 'Conversations scored by a rubric of behaviour.rubrics, by their date',
      measured: { from: 'scored_calls', rows: 'judged', at: 'at', distinct: 'call_id' },
    },
    failed: {
      unit: 'conversations',
      about: 'Those of them that fell short of the pass mark of a rubric',
      measured: { from: 'scored_calls', rows: 'not_met', at: 'at', distinct: 'call_id' },
    },
  },
  formula: '(conversations - failed) / conversations',
  unit: 'fraction',
  errors: [
    {
      when: 'conversations = 0',
      error: '#DIV/0!',
      reason: 'no conversation of the period was scored by a rubric of behaviour.rubrics',
    },
  ],
  examples: [],
  sources: [{ label: 'Share of scored conversations: catalogue of Plumbline, section H' }],
  keywords: ['call scoring', 'rubric', 'call review', 'coaching', 'playbook adherence'],
  onTablesOnly: true,
})
