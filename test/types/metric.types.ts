/** Compiled, never run: what the compiler has to refuse. */
import { metric } from '../../shared/metrics/metric'

const rest = {
  name: 'RATIO',
  title: 'Ratio',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'A ratio.',
  questions: [],
  parameters: { revenue: { unit: 'money', about: 'Revenue' }, cost: { unit: 'money', about: 'Cost' } },
  unit: 'fraction',
  examples: [],
  sources: [],
} as const

metric({ ...rest, formula: 'revenue / cost', errors: [] })
metric({ ...rest, formula: 'if(revenue > 2.5, max(revenue, 1), 0.5) / cost', errors: [] })

// @ts-expect-error a misspelt parameter
metric({ ...rest, formula: 'revenu / cost', errors: [] })

// @ts-expect-error a function that the language does not have
metric({ ...rest, formula: 'sqrt(revenue) / cost', errors: [] })

metric({
  ...rest,
  formula: 'revenue / cost',
  // @ts-expect-error a misspelt parameter in a rule
  errors: [{ when: 'costs = 0', error: '#DIV/0!', reason: 'cost is 0' }],
})

metric({
  ...rest,
  formula: 'revenue / cost',
  errors: [],
  // @ts-expect-error a misspelt parameter in a variant
  variants: [{ when: 'cost > 1', formula: 'revenue / csot', about: 'A variant' }],
})

metric({
  ...rest,
  formula: 'revenue / cost',
  errors: [
    {
      when: 'cost = 0',
      // @ts-expect-error an error that no spreadsheet knows
      error: '#OOPS!',
      reason: 'cost is 0',
    },
  ],
})

metric({
  ...rest,
  formula: 'revenue / cost',
  // @ts-expect-error a misspelt parameter in one of several results
  results: { ratio: 'revenue / cost', inverse: 'csot / revenue' },
  errors: [],
})

// @ts-expect-error a formula that the compiler cannot read
metric({ ...rest, formula: 'revenue ' + '/ cost', errors: [] })
