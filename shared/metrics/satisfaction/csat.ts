import { metric } from '../metric'

export const csat = metric({
  name: 'CSAT',
  title: 'Customer satisfaction',
  category: 'satisfaction',
  indicator: 'leading',
  better: 'higher',
  about: 'Share of respondents who answered 4 or 5 out of 5 (the top two boxes). Not the mean score.',
  questions: ['Are customers satisfied?'],
  parameters: {
    responses: {
      rangeOf: 'score',
      about: 'One answer a respondent (or the average of its answers); blanks are non-responses',
      measured: { from: 'surveys', rows: 'present(csat_score)', value: 'csat_score' },
    },
    threshold: {
      unit: 'score',
      about: 'From which answer on a respondent counts as satisfied',
      default: 4,
      term: 'csat.threshold',
    },
    scale: { unit: 'score', about: 'The best answer; the worst is 1', default: 5, term: 'csat.scale' },
  },
  formula: 'count(responses >= threshold) / count(responses)',
  unit: 'fraction',
  errors: [
    {
      when: 'threshold < 1 or threshold > scale',
      error: '#NUM!',
      reason: 'threshold is {threshold}: it lies on the scale from 1 to {scale}',
    },
    {
      when: 'responses < 1 or responses > scale',
      error: '#NUM!',
      reason: 'responses holds {responses}: answers lie on the scale from 1 to {scale}',
    },
    { when: 'count(responses) = 0', error: '#DIV/0!', reason: 'responses is empty: nobody has answered yet' },
  ],
  examples: [
    { given: { responses: [5, 5, 4, 3, 1] }, answer: 0.6, about: '3 of 5 answered 4 or 5' },
    { given: { responses: [7, 6, 5, 2], threshold: 6, scale: 7 }, answer: 0.5, about: 'On a scale of 7' },
    { given: { responses: [5, 0] }, answer: '#NUM!', about: 'A 0 is not on the scale' },
  ],
  sources: [
    {
      label: 'Delighted: how is CSAT calculated?',
      url: 'https://help.delighted.com/article/240-how-is-csat-calculated',
    },
  ],
  keywords: ['customer satisfaction score', 'top two box', 'satisfied customers'],
})
