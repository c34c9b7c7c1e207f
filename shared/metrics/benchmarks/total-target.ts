import type { Metric } from '../metric'
import { targetFormula, targetsOfLevels } from './target-levels'

/** What TARGETS hold of one metric for a period. */
function totalTarget(
  rule: string,
  declared: Pick<Metric, 'name' | 'title' | 'category' | 'questions' | 'keywords'> & {
    readonly of: string
    readonly unit: string
  },
): Metric {
  const { of, ...own } = declared
  return {
    ...own,
    indicator: 'neither',
    better: 'neither',
    about:
      `The targets of ${of} in a period added up: those that name nobody, else those of owners, else those of ` +
      'segments, so that a team’s target and its reps’ are not added. One counts where all of its period lies in the ' +
      'one that is asked for; one that does so in part only is refused, since its part would be a guess.',
    parameters: targetsOfLevels(rule, own.unit),
    formula: targetFormula('sum'),
    spoken:
      'the sum of the whole targets, which name nobody; without any, of the owner targets; without any of these, of ' +
      'the segment targets',
    errors: [],
    examples: [],
    sources: [{ label: 'Catalogue of Plumbline, section K' }],
    onTablesOnly: true,
  }
}

export const revenueTarget = totalTarget('revenue_target', {
  name: 'REVENUE_TARGET',
  title: 'Revenue target',
  category: 'pipeline',
  questions: ['Will we make the target?'],
  of: 'TOTAL_REVENUE',
  unit: 'money',
  keywords: ['sales target', 'revenue goal', 'team target', 'plan'],
})

export const activityTarget = totalTarget('activity_target', {
  name: 'ACTIVITY_TARGET',
  title: 'Activity target',
  category: 'people',
  questions: ['Are we doing enough of what leads to sales?'],
  of: 'ACTIVITY_COUNT',
  unit: 'activities',
  keywords: ['activity goal', 'planned activities', 'activity plan'],
})
