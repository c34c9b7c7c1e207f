import type { ChoiceParameter, DefinitionsParameter } from '../metric'

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

/** The definitions that say how a year is cut. */
export const calendarTerms = {
  definitions: true,
  about: 'Start of the fiscal year and of the week; left out, January and Monday',
} as const satisfies DefinitionsParameter
