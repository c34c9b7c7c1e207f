import { metric } from '../metric'

export const roiVsHurdle = metric({
  name: 'ROI_VS_HURDLE',
  title: 'Return on investment above the hurdle rate',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'How far the ROI lies above the rate that money has to earn; with years given, both are yearly rates.',
  questions: ['Does it beat the cost of capital?'],
  parameters: {
    roi: { unit: 'fraction', about: 'Return on investment over the whole time' },
    hurdle: {
      unit: 'fraction per year',
      optional: true,
      term: 'roi.hurdle_rate',
      about: 'Rate to beat, such as the cost of capital; a yearly one where years is given',
    },
    years: { unit: 'years', optional: true, about: 'Time between paying and receiving' },
    definitions: { definitions: true, about: 'They say what is left out: roi.hurdle_rate' },
  },
  formula: '(1 + roi) ^ (1 / years) - 1 - hurdle',
  unit: 'fraction per year',
  variants: [
    {
      when: 'not present(years)',
      formula: 'roi - hurdle',
      about: 'Without years: the ROI as it is less the hurdle, both over the same time',
      units: { hurdle: 'fraction' },
    },
  ],
  errors: [
    {
      when: 'not present(hurdle)',
      error: '#N/A',
      reason: 'hurdle is not set: there is no rate to compare with',
    },
    {
      when: 'present(years) and years <= 0',
      error: '#NUM!',
      reason: 'years is {years}: the time must be above 0',
    },
    {
      when: 'present(years) and years < 1',
      error: '#NUM!',
      reason:
        'years is {years}: less than a year must not be annualised (GIPS); leave years out and give the hurdle for ' +
        'the same time',
    },
    {
      when: 'present(years) and roi < -1',
      error: '#NUM!',
      reason: 'roi is {roi}: a loss of more than 100 % has no yearly rate',
    },
  ],
  examples: [
    {
      given: { roi: 0.25, hurdle: 0.1, years: 2 },
      answer: 0.01803398874989485,
      about: '25 % in two years is 11.8 % a year: 1.8 points above 10 %',
    },
    { given: { roi: 0.25, hurdle: 0.1 }, answer: 0.15, about: 'Both over the same time' },
    {
      given: { roi: 0.15, hurdle: 0.1, years: 2 },
      answer: -0.02761947052363917,
      about: 'Positive, and yet short of it',
    },
    { given: { roi: 0.25 }, answer: '#N/A', about: 'Nothing to compare with' },
  ],
  sources: [{ label: 'Field practice: annualised return less the cost of capital' }],
  keywords: ['hurdle rate', 'cost of capital', 'WACC', 'excess return', 'spread'],
})
