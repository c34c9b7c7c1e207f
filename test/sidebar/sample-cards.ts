import type { Card } from '../../shared/renderings/card'

const plain: Card = {
  name: 'ROI',
  title: 'Return on investment',
  category: 'Return on investment',
  indicator: 'lagging',
  better: 'higher',
  about: 'What every unit of cost earned, after paying for itself.',
  formula: '(returns - cost) / cost',
  words: 'returns minus cost, divided by cost',
  unit: 'fraction',
  typed: true,
  parameters: [
    {
      name: 'returns',
      about: 'Everything that came back, the cost included',
      unit: 'money',
      optional: false,
    },
    { name: 'cost', about: 'Everything paid in', unit: 'money', optional: false },
  ],
  variants: [],
  errors: [{ error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' }],
  examples: [{ call: 'ROI(5000, 1000)', answer: '4' }],
  sources: [{ label: 'Marketing Metrics, 3rd edition' }],
  keywords: ['return on sales cost'],
  insert: 'ROI(5000, 1000)',
}

/** One card that has everything a card can have, in the lengths that occur. */
const full: Card = {
  ...plain,
  name: 'ROI_ANNUALISED',
  title: 'Annualised return on investment',
  about:
    'The yearly rate at which the cost grew into the return, so that investments of unlike length compare.',
  formula: '(returns / cost) ^ (1 / years) - 1',
  words: 'returns divided by cost, to the power of one over the years, minus one',
  unit: 'fraction per year',
  typed: true,
  parameters: [
    ...plain.parameters,
    { name: 'years', about: 'Time between paying and receiving', unit: 'years', optional: false },
    {
      name: 'short_period',
      about: 'What to do with less than a year',
      unit: 'choice',
      optional: true,
      default: 'refuse',
      choices: [
        { value: 'refuse', about: 'gives #NUM!, since a short gain seldom lasts a year' },
        { value: 'annualise', about: 'computes it all the same' },
      ],
    },
  ],
  variants: [
    {
      when: 'Simple yearly rate',
      formula: '((returns - cost) / cost) / years',
      about: 'Adds instead of compounding; only for a rough look.',
    },
  ],
  errors: [
    { error: '#DIV/0!', reason: 'cost is 0: ROI_ANNUALISED needs a cost above 0' },
    { error: '#NUM!', reason: 'years is 0.5: a period under one year is not annualised; pass "annualise"' },
  ],
  examples: [
    { call: 'ROI_ANNUALISED(5000, 1000, 2.5)', answer: '0.9036539387158785', about: '90 % a year' },
    { call: 'ROI_ANNUALISED(5000, 1000, 4)', answer: '0.49534878122122056' },
  ],
  sources: [
    { label: 'GIPS standards, provision 5.A.4', url: 'https://example.com/gips' },
    { label: 'Marketing Metrics, 3rd edition' },
  ],
  keywords: ['CAGR', 'yearly return', 'growth rate'],
  insert: 'ROI_ANNUALISED(5000, 1000, 2.5)',
}

const costPerNetLead: Card = {
  ...plain,
  name: 'COST_PER_NET_LEAD',
  title: 'Cost per net lead',
  category: 'Cost of acquisition',
  indicator: 'leading',
  better: 'lower',
  about: 'What one lead costs that sales accepted and that still counts after disputes.',
  keywords: ['CPNL', 'lead price'],
  insert: 'COST_PER_NET_LEAD(33000, 7)',
}

const nps: Card = {
  ...plain,
  name: 'NPS',
  title: 'Net promoter score',
  category: 'Customers',
  indicator: 'neither',
  better: 'higher',
  about: 'Share of promoters less share of detractors, in points.',
  keywords: ['loyalty', 'survey'],
  insert: 'NPS(A2:A100)',
}

export const sampleCards: readonly Card[] = [plain, full, costPerNetLead, nps]

/** Puts a text wherever a card can hold one. */
export function cardOf(text: string): Card {
  return {
    ...plain,
    name: text,
    title: text,
    category: text,
    about: text,
    formula: text,
    words: text,
    unit: text,
    typed: true,
    parameters: [
      {
        name: text,
        about: text,
        unit: text,
        optional: true,
        default: text,
        choices: [{ value: text, about: text }],
      },
    ],
    variants: [{ when: text, formula: text, about: text }],
    errors: [{ error: text, reason: text }],
    examples: [{ call: text, answer: text, about: text }],
    sources: [{ label: text, url: text }],
    keywords: [text],
    insert: text,
  }
}
