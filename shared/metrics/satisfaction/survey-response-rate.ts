import { metric } from '../metric'

export const surveyResponseRate = metric({
  name: 'SURVEY_RESPONSE_RATE',
  title: 'Survey response rate',
  category: 'satisfaction',
  indicator: 'neither',
  better: 'higher',
  about: 'Share of those asked who answered: a score from the few who did says little of the rest.',
  questions: ['Are customers satisfied?'],
  parameters: {
    responses: {
      unit: 'responses',
      about: 'People who answered',
      measured: { from: 'surveys', rows: 'asked and present(score)', at: 'at', distinct: 'respondent' },
    },
    sent: {
      unit: 'responses',
      about: 'People who were asked, bounced messages left out',
      measured: { from: 'surveys', rows: 'asked', at: 'at', distinct: 'respondent' },
    },
  },
  formula: 'responses / sent',
  unit: 'fraction',
  errors: [
    { when: 'sent = 0', error: '#DIV/0!', reason: 'sent is 0: nobody was asked' },
    {
      when: 'sent < 0 or responses < 0',
      error: '#NUM!',
      reason: 'responses is {responses} of {sent}: a count cannot be below 0',
    },
    {
      when: 'responses > sent',
      error: '#NUM!',
      reason: 'responses is {responses} of {sent}: count one response a person, and everybody who was asked',
    },
  ],
  examples: [
    { given: { responses: 107, sent: 428 }, answer: 0.25, about: 'A quarter answered' },
    { given: { responses: 0, sent: 428 }, answer: 0, about: 'Nobody has answered yet' },
    { given: { responses: 3, sent: 0 }, answer: '#DIV/0!' },
  ],
  sources: [
    {
      label: 'Delighted: how is CSAT calculated?',
      url: 'https://help.delighted.com/article/240-how-is-csat-calculated',
    },
  ],
  keywords: ['completion rate', 'survey participation', 'feedback rate'],
})
