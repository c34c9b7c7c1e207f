import type { ChoiceParameter } from '../metric'

/** How long a period is; PERIOD_START, PERIOD_END and FISCAL_PERIOD ask for it alike. */
export const grain = {
  about: 'How long the period is',
  choices: {
    week: 'a week, cut where a quarter ends: weeks add up to quarters',
    month: 'a month',
    quarter: 'three months of the fiscal year',
    year: 'a fiscal year',
  },
} as const satisfies ChoiceParameter
