import { metric } from '../metric'

export const trustSignalFrequency = metric({
  name: 'TRUST_SIGNAL_FREQUENCY',
  title: 'Trust signals per conversation',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about:
    'How often a conversation holds a sign of trust, such as a shared budget or an introduction to others.',
  questions: ['Are we doing enough of what leads to sales?'],
  parameters: {
    signals: { unit: 'signals', about: 'Signs of trust that were noted' },
    conversations: { unit: 'conversations', about: 'Conversations that were listened to' },
  },
  formula: 'signals / conversations',
  unit: 'signals per conversation',
  errors: [
    {
      when: 'conversations = 0',
      error: '#DIV/0!',
      reason: 'conversations is 0: none was listened to',
    },
    {
      when: 'conversations < 0 or signals < 0',
      error: '#NUM!',
      reason: '{signals} signals in {conversations} conversations: a count cannot be below 0',
    },
  ],
  examples: [
    { given: { signals: 52, conversations: 40 }, answer: 1.3, about: 'It may exceed 1: it is no share' },
    { given: { signals: 52, conversations: 0 }, answer: '#DIV/0!' },
  ],
  sources: [{ label: 'Signals over conversations: catalogue of Plumbline, section H' }],
  keywords: ['trust', 'buying signals', 'conversation intelligence'],
})
