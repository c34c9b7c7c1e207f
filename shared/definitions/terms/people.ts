import { terms } from '../term'

export const peopleTerms = terms({
  'quota.ramp_curve': {
    type: 'table',
    kind: 'policy',
    key: 'month',
    keys: 'count',
    fields: { share: { type: 'fraction', above: 0, max: 1 } },
    default: {},
    about: 'The share of the full quota that a new rep has in each month from the first; empty, all of it.',
  },
  'quota.credit_split': {
    type: 'enum',
    kind: 'policy',
    default: 'single_owner',
    choices: {
      single_owner: { about: 'the owner gets all' },
    },
    about: 'Who gets the credit for a deal.',
  },
  'activity.types': {
    type: 'set',
    words: true,
    kind: 'policy',
    default: ['call', 'email', 'meeting_held'],
    about: 'The activities that count; a meeting that was booked is not one that was held.',
  },
  'behaviour.rubrics': {
    type: 'table',
    kind: 'estimate',
    key: 'rubric',
    keys: 'lower',
    fields: { pass_mark: { type: 'number' } },
    default: {},
    about: 'The rubrics that conversations are scored by, each with the score that passes.',
  },
})
