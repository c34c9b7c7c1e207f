import { metric } from '../metric'

export const repDisparity = metric({
  name: 'REP_DISPARITY',
  title: 'Disparity between reps',
  category: 'people',
  indicator: 'leading',
  better: 'lower',
  about: 'How many times the revenue of the weakest rep the strongest one brings, at comparable activity.',
  questions: ['Do we depend on a few people?', 'Whom should we coach?'],
  parameters: {
    revenues: {
      rangeOf: 'money',
      about: 'Revenue, one cell a rep',
      measured: { metric: 'TOTAL_REVENUE', by: 'rep' },
    },
    activities: {
      rangeOf: 'activities',
      about: 'Activities of the same reps; given, they must be comparable, or the ratio is not shown',
      alongside: 'revenues',
      optional: true,
    },
    tolerance: {
      unit: 'fraction',
      about: 'How far the activity of any rep may lie from the mean of all, such as 0.2 for 20 %',
      optional: true,
    },
  },
  formula: 'max(revenues) / min(revenues)',
  unit: 'fraction',
  errors: [
    {
      when: 'present(activities) and not present(tolerance)',
      error: '#VALUE!',
      reason: 'tolerance is missing: say how far activity may differ from its mean, such as 0.2 for 20 %',
    },
    {
      when: 'present(tolerance) and not present(activities)',
      error: '#VALUE!',
      reason: 'activities is missing: without it there is nothing that the tolerance applies to',
    },
    {
      when: 'count(revenues) = 0',
      error: '#DIV/0!',
      reason: 'revenues is empty: there is no rep to compare',
    },
    { when: 'revenues < 0', error: '#NUM!', reason: 'revenues holds {revenues}: the ratio needs 0 or more' },
    {
      when: 'min(revenues) = 0',
      error: '#DIV/0!',
      reason: 'a rep has a revenue of 0: no ratio to it exists; leave reps out who have only begun',
    },
    {
      when: 'present(tolerance) and tolerance < 0',
      error: '#NUM!',
      reason: 'tolerance is {tolerance}: a share of 0 or more is needed',
    },
    {
      when: 'present(activities) and activities < 0',
      error: '#NUM!',
      reason: 'activities holds {activities}: a count cannot be below 0',
    },
    {
      when: 'present(activities) and present(tolerance) and (max(activities) > mean(activities) * (1 + tolerance) or min(activities) < mean(activities) * (1 - tolerance))',
      error: '#N/A',
      reason:
        'activity differs by more than the tolerance of {tolerance}: the gap may be effort, not skill; compare reps ' +
        'of similar activity',
    },
  ],
  examples: [
    { given: { revenues: [35000, 24000] }, answer: 1.4583333333333333 },
    {
      given: { revenues: [90, 30], activities: [210, 190], tolerance: 0.1 },
      answer: 3,
      about: 'Three times the revenue at the same effort: worth a look at how the two sell',
    },
    {
      given: { revenues: [90, 30], activities: [300, 100], tolerance: 0.1 },
      answer: '#N/A',
      about: 'Three times the effort: no sign of a gap in skill',
    },
  ],
  sources: [{ label: 'Largest over smallest at comparable activity: catalogue of Plumbline, section H' }],
  keywords: ['performance gap', 'rep variance', 'best and worst rep', 'spread', 'coaching'],
})
