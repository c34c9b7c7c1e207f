import { stageClasses } from './stages'
import { builtInTerms } from './terms'
import { calendarTerms } from './terms/calendar'

export type { TermValue } from './term'

export type CalendarTerm = keyof typeof calendarTerms

/** How time is cut, and when a company is open; formulas over dates name these terms. */
export const calendarDefaults = Object.fromEntries(
  Object.entries(calendarTerms).map(([id, term]) => [id, term.default]),
) as { readonly [Id in CalendarTerm]: (typeof calendarTerms)[Id]['default'] }

/** The built-in definitions with each stage's class alone, which is all that rows ask of it. */
export const defaults = { ...builtInTerms, 'stage.map': stageClasses(builtInTerms) }
