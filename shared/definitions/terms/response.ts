import { terms } from '../term'

export const responseTerms = terms({
  'sla.response_hours': {
    type: 'table',
    kind: 'estimate',
    key: 'source',
    keys: 'lower',
    fields: { hours: { type: 'number', above: 0 } },
    single: true,
    default: 4,
    unit: 'hours',
    about: 'How soon a lead must be answered: one number, or one for each source and “other” for the rest.',
    sources: 'Those who ask for a defined time window give no number.',
  },
  'sla.clock_start': {
    type: 'enum',
    kind: 'policy',
    default: 'issued_at',
    choices: {
      issued_at: { about: 'when sales got it: what a rep answers for' },
      created_at: { about: 'when it came in: what the buyer sees' },
      assigned_at: { about: 'when its present owner got it: starts anew with each reassignment' },
    },
    about: 'When the clock starts that measures the response time.',
    sources: 'Some start with the new lead, some with the owned one.',
  },
  'sla.clock_type': {
    type: 'enum',
    kind: 'policy',
    default: 'business',
    choices: {
      business: { about: 'business hours only' },
      elapsed: { about: 'all hours, nights and weekends included' },
    },
    about: 'Which hours the response time counts.',
  },
  'sla.unanswered': {
    type: 'enum',
    kind: 'policy',
    default: 'breach_when_overdue',
    choices: {
      breach_when_overdue: { about: 'it breaks the agreement once its time is up' },
      exclude: { about: 'it is left out: the rate flatters' },
    },
    about: 'What a lead that nobody answered means.',
  },
  'sla.statistic': {
    type: 'enum',
    kind: 'policy',
    default: 'median',
    choices: {
      median: { about: 'half are answered faster' },
      mean: { about: 'the average, which one weekend can move far' },
      p90: { about: 'nine of ten are answered faster' },
    },
    governs: ['LEAD_RESPONSE_TIME'],
    about: 'Which response time stands for all of them.',
    sources: 'Averages are asked for most; a share within the agreed time says more.',
  },
})
