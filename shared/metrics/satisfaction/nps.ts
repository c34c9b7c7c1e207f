import { metric } from '../metric'

export const nps = metric({
  name: 'NPS',
  title: 'Net promoter score',
  category: 'satisfaction',
  indicator: 'leading',
  better: 'higher',
  about: 'Share of promoters (9 and 10) less share of detractors (0 to 6), in points from -100 to 100.',
  questions: ['Would customers recommend us?'],
  parameters: {
    responses: {
      rangeOf: 'score',
      about: 'One answer from 0 to 10 a respondent; blanks are non-responses, a 0 is an answer',
      measured: { from: 'surveys', rows: 'latest_nps', value: 'score' },
    },
  },
  formula: '100 * (count(responses >= 9) - count(responses <= 6)) / count(responses)',
  unit: 'points',
  errors: [
    {
      when: 'responses < 0 or responses > 10 or responses <> floor(responses)',
      error: '#NUM!',
      reason: 'responses holds {responses}: answers are whole numbers from 0 to 10',
    },
    { when: 'count(responses) = 0', error: '#DIV/0!', reason: 'responses is empty: nobody has answered yet' },
  ],
  examples: [
    {
      given: { responses: [10, 9, 9, 8, 7, 6, 5, 10, 3, 9] },
      answer: 20,
      about: '5 promoters and 3 detractors of 10',
    },
    { given: { responses: [10, 11] }, answer: '#NUM!', about: 'There is no 11' },
  ],
  sources: [
    {
      label: 'Bain & Company: measuring your Net Promoter Score',
      url: 'https://nps.bain.com/about/measuring-your-net-promoter-score/',
    },
  ],
  keywords: ['net promoter', 'promoters', 'detractors', 'recommendation'],
})
