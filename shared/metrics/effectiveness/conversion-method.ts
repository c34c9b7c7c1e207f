import type { ChoiceParameter } from '../metric'

/** Whether what is counted came of the leads of the period, or is all that happened in it. */
export const conversionMethod = {
  about: 'Whose opportunities',
  choices: {
    cohort: 'those of the leads of the period',
    period: 'all of the period, whether they were a lead or not',
  },
  default: 'cohort',
  term: 'conversion.method',
} as const satisfies ChoiceParameter
