import { metric } from '../metric'

export const activityAttainment = metric({
  name: 'ACTIVITY_ATTAINMENT',
  title: 'Activity attainment',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about: 'Activities done as a share of those planned: calls, emails, meetings held.',
  questions: ['Are we doing enough of what leads to sales?'],
  parameters: {
    done: {
      unit: 'activities',
      about: 'Activities done in the period; bulk emails sent by a tool left out',
      measured: { metric: 'ACTIVITY_COUNT' },
    },
    target: {
      unit: 'activities',
      about: 'Activities planned for the same period; in TARGETS, for the metric ACTIVITY_COUNT',
      measured: { metric: 'ACTIVITY_TARGET' },
    },
  },
  formula: 'done / target',
  unit: 'fraction',
  errors: [
    { when: 'target = 0', error: '#DIV/0!', reason: 'target is 0: nothing was planned to measure against' },
    { when: 'target < 0', error: '#NUM!', reason: 'target is {target}: a count cannot be below 0' },
    { when: 'done < 0', error: '#NUM!', reason: 'done is {done}: a count cannot be below 0' },
  ],
  examples: [
    { given: { done: 180, target: 240 }, answer: 0.75, about: '75 %' },
    { given: { done: 0, target: 240 }, answer: 0, about: 'Nothing done yet is 0, not an error' },
  ],
  sources: [{ label: 'Field practice: done over planned' }],
  keywords: ['activity goal', 'calls made', 'meetings booked', 'activity quota'],
})
