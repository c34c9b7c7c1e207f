import { metric } from '../metric'

export const behaviourRate = metric({
  name: 'BEHAVIOUR_RATE',
  title: 'Behaviour rate',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about:
    'Share of the scored conversations in which a wanted behaviour was observed: the earliest sign there is.',
  questions: ['Are we doing enough of what leads to sales?', 'Whom should we coach?'],
  parameters: {
    observed: {
      unit: 'conversations',
      about: 'Scored conversations that met the rubric; from tables, scores that did',
      measured: { from: 'scored_calls', rows: 'met', at: 'at' },
    },
    scored: {
      unit: 'conversations',
      about: 'Conversations that were scored; from tables, scores by a rubric of behaviour.rubrics',
      measured: { from: 'scored_calls', rows: 'judged', at: 'at' },
    },
  },
  formula: 'observed / scored',
  unit: 'fraction',
  errors: [
    { when: 'scored = 0', error: '#DIV/0!', reason: 'scored is 0: no conversation was scored' },
    {
      when: 'scored < 0 or observed < 0',
      error: '#NUM!',
      reason: 'observed is {observed} of {scored}: a count cannot be below 0',
    },
    {
      when: 'observed > scored',
      error: '#NUM!',
      reason: 'observed is {observed} of {scored}: count only conversations that were scored',
    },
  ],
  examples: [
    {
      given: { observed: 34, scored: 40 },
      answer: 0.85,
      about: 'Messaging kept to in 34 of 40 scored calls',
    },
    { given: { observed: 41, scored: 40 }, answer: '#NUM!', about: 'More met than scored' },
  ],
  sources: [{ label: 'Share of scored conversations: catalogue of Plumbline, section H' }],
  keywords: ['messaging adherence', 'call scoring', 'rubric', 'call review', 'behavior rate'],
  aliases: ['BEHAVIOR_RATE'],
})
