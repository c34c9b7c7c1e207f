import { metric } from '../metric'

export const averageDealSize = metric({
  name: 'AVERAGE_DEAL_SIZE',
  title: 'Average deal size',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Mean amount of the deals won in the period, before refunds; or their median, which one huge deal cannot move.',
  questions: ['How large is a typical deal?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of deals won, by closing date; a deal of 0 counts, a blank does not',
      measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
    },
    statistic: {
      about: 'What “average” means',
      choices: { mean: 'all amounts divided by their number', median: 'the amount in the middle' },
      default: 'mean',
      term: 'deal_size.statistic',
    },
    definitions: { definitions: true, about: 'They say what is left out: deal_size.statistic' },
  },
  formula: 'mean(amounts)',
  unit: 'money',
  variants: [
    {
      when: 'statistic = "median"',
      formula: 'median(amounts)',
      about: 'With statistic “median”: half of the deals are larger, half smaller',
    },
  ],
  errors: [
    {
      when: 'statistic = "mean" and count(amounts) = 0',
      error: '#DIV/0!',
      reason: 'there is no won deal: an average divides by their number',
    },
    {
      when: 'count(amounts) = 0',
      error: '#N/A',
      reason: 'there is no won deal: nothing lies in the middle of none',
    },
  ],
  examples: [
    { given: { amounts: [20000, 15000, 24000] }, answer: 19666.666666666668 },
    { given: { amounts: [20000, 15000, 24000], statistic: 'median' }, answer: 20000 },
    {
      given: { amounts: [20000, 15000, 24000, 500000], statistic: 'median' },
      answer: 22000,
      about: 'One huge deal: the mean would be 139,750',
    },
    { given: { amounts: [] }, answer: '#DIV/0!', about: 'Nothing was won' },
    { given: { amounts: [], statistic: 'median' }, answer: '#N/A', about: 'Nothing was won' },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['average order value', 'ACV', 'deal size', 'basket size', 'typical deal'],
  aliases: ['AOV', 'AVERAGE_ORDER_VALUE'],
})
