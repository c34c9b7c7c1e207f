import type { Measure, RangeParameter } from '../metric'

/**
 * The parts of a cost by its days: an amount counts for the share of its days that lie in the period, which whole
 * months hold all of. Kept side by side, so that the shares are computed exactly.
 */
export function spreadCost<const Names extends readonly [string, string, string]>(
  [amounts, inside, span]: Names,
  rows: string,
  lag?: string,
): { readonly [Name in Names[number]]: RangeParameter } {
  const measured = (value: string): Measure => ({
    ...{ from: 'costs', rows: `booked and ${rows}`, over: ['incurred_from', 'incurred_to'], value },
    ...(lag !== undefined && { lag }),
  })
  return {
    [amounts]: { rangeOf: 'money', about: 'Amounts of these components', measured: measured('amount') },
    [inside]: {
      rangeOf: 'days',
      about: 'Days of each that lie in the period',
      measured: measured('days_inside'),
    },
    [span]: { rangeOf: 'days', about: 'Days that each is spread over', measured: measured('span_days') },
  } as { readonly [Name in Names[number]]: RangeParameter }
}

export const componentSets: Readonly<Record<string, string>> = {
  marketing_investment: 'all of marketing: media, people, tools, overhead',
  cost_of_sales: 'what selling costs, and marketing that is tied to a sale',
  cac_cost: 'all of marketing and sales',
  investment_other: 'hardware, operations, production',
  unmapped: 'components that no definition knows yet',
}
