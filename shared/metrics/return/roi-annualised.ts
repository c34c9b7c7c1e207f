import { metric } from '../metric'

export const roiAnnualised = metric({
  name: 'ROI_ANNUALISED',
  title: 'Return on investment, annualised',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'The yearly rate at which the cost grew into the return, so that investments of different length compare.',
  questions: ['Which investment paid best per year?', 'Does it beat the cost of capital?'],
  parameters: {
    returns: { unit: 'money', about: 'Everything that came back, the cost included' },
    cost: { unit: 'money', about: 'Everything paid in' },
    years: { unit: 'years', about: 'Time between paying and receiving' },
    short_period: {
      about: 'What to do with less than a year',
      choices: {
        error: 'refuse, as GIPS asks: a good quarter is not a good year',
        simple: 'give the return as it is, not annualised',
        allow: 'extrapolate to a year all the same',
      },
      default: 'error',
      term: 'roi.annualise_short',
    },
    definitions: { definitions: true, about: 'They say what is left out: roi.annualise_short' },
  },
  formula: '(returns / cost) ^ (1 / years) - 1',
  unit: 'fraction per year',
  variants: [
    {
      when: 'years < 1 and short_period = "simple"',
      formula: '(returns - cost) / cost',
      about: 'Under a year with short_period “simple”: ROI as it is, not annualised',
    },
  ],
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and ROI needs a cost above 0',
    },
    { when: 'years <= 0', error: '#NUM!', reason: 'years is {years}: the time must be above 0' },
    {
      when: 'years < 1 and short_period = "error"',
      error: '#NUM!',
      reason:
        'years is {years}: less than a year must not be annualised (GIPS); set short_period to “simple” for the ' +
        'return as it is, or to “allow” to extrapolate',
    },
    {
      when: 'returns < 0 and not (years < 1 and short_period = "simple")',
      error: '#NUM!',
      reason: 'returns is {returns}: a loss of more than 100 % has no yearly rate; use ROI',
    },
  ],
  examples: [
    { given: { returns: 5000, cost: 1000, years: 2.5 }, answer: 0.9036539387158785, about: '90.37 % a year' },
    { given: { returns: 5000, cost: 1000, years: 4 }, answer: 0.49534878122122056, about: '49.53 % a year' },
    {
      given: { returns: 1500, cost: 1000, years: 0.25, short_period: 'allow' },
      answer: 4.0625,
      about: '50 % in one quarter becomes 406.25 % a year: why the default refuses',
    },
    { given: { returns: 0, cost: 1000, years: 2 }, answer: -1, about: 'A total loss stays a total loss' },
    { given: { returns: -500, cost: 1000, years: 2 }, answer: '#NUM!', about: 'No real root' },
    { given: { returns: 1250, cost: 1000, years: 1 }, answer: 0.25, about: 'Over one year it equals ROI' },
  ],
  sources: [
    {
      label: 'GIPS: returns for periods of less than one year must not be annualised',
      url: 'https://gipsstandards.org/?GIPSID=370',
    },
  ],
  keywords: ['annualized ROI', 'annual return', 'CAGR of an investment', 'RRI', 'yearly return'],
  aliases: ['ROI_ANNUALIZED'],
})
