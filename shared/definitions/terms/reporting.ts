import { terms } from '../term'

export const reportingTerms = terms({
  'segment.columns': {
    type: 'set',
    words: true,
    kind: 'policy',
    default: ['region', 'product_line', 'customer_size'],
    about: 'The columns by which numbers are usually split, as help names them; any other does as well.',
  },
  'benchmark.*': {
    type: 'record',
    kind: 'estimate',
    default: null,
    anyOf: ['p25', 'median', 'p75'],
    fields: {
      metric: { type: 'text', required: true },
      segment: { type: 'text' },
      size: { type: 'text' },
      p25: { type: 'number' },
      median: { type: 'number' },
      p75: { type: 'number' },
      source: { type: 'text', required: true },
      year: { type: 'int', min: 1990, max: 2200, required: true },
      direction: {
        type: 'enum',
        choices: { higher: { about: 'higher is better' }, lower: { about: 'lower is better' } },
      },
    },
    about: 'One benchmark, such as benchmark.win_rate_smb; none is shipped, since none is true everywhere.',
  },
  'display.percent_decimals': {
    type: 'int',
    min: 0,
    max: 10,
    kind: 'policy',
    default: 2,
    unit: 'decimals',
    about: 'How many decimals percentages show; nothing is computed with them.',
  },
  'display.money_decimals': {
    type: 'int',
    min: 0,
    max: 10,
    kind: 'policy',
    default: 0,
    unit: 'decimals',
    about: 'How many decimals money shows; nothing is computed with them.',
  },
  'display.rounding_mode': {
    type: 'enum',
    kind: 'policy',
    default: 'half_up',
    choices: {
      half_up: { about: 'a half goes up, as at school' },
      half_even: { about: 'a half goes to the even digit, as banks do' },
    },
    about: 'Which way a half is rounded where numbers are shown.',
  },
  'currency.reporting': {
    type: 'text',
    kind: 'policy',
    default: 'workbook',
    pattern: /^(workbook|[A-Z]{3})$/,
    wanted: 'write workbook or a code such as EUR',
    about:
      'The currency that amounts are reported in, as texts name it; none is converted, and two are never added.',
  },
  'currency.rate_basis': {
    type: 'enum',
    kind: 'policy',
    default: 'close_date',
    choices: {
      close_date: { about: 'the rate of the day on which the deal closed' },
      month_average: { about: 'the average rate of that month' },
      constant: { about: 'one rate for all periods: growth without the exchange' },
    },
    about: 'Which rate converted the amounts before they came into the tables; nothing is converted here.',
  },
  'metric.class': {
    type: 'table',
    kind: 'policy',
    key: 'metric',
    keys: 'upper',
    fields: {
      class: {
        type: 'enum',
        choices: {
          leading: { about: 'it speaks of what is coming' },
          lagging: { about: 'it speaks of what has happened' },
          neither: { about: 'it does neither' },
        },
      },
    },
    default: {},
    about: 'Metrics that are leading or lagging here, other than usual.',
    sources: 'Deal size, win rate and cycle are called leading by some and lagging by others.',
  },
  'metric.direction': {
    type: 'table',
    kind: 'policy',
    key: 'metric',
    keys: 'upper',
    fields: {
      direction: {
        type: 'enum',
        choices: {
          higher: { about: 'higher is better' },
          lower: { about: 'lower is better' },
          target: { about: 'nearer to its target is better' },
        },
      },
    },
    default: {},
    about: 'Metrics that are better another way than usual.',
  },
  'metric.owner': {
    type: 'table',
    kind: 'policy',
    key: 'metric',
    keys: 'upper',
    fields: { owner: { type: 'text' } },
    default: {},
    about: 'Who answers for a metric, and for a target of it that names nobody else.',
  },
  'metric.*': {
    type: 'formula',
    kind: 'policy',
    default: null,
    about: 'A metric of your own, such as metric.wins_per_rep, as a formula over other metrics.',
  },
  'lock.grain': {
    type: 'enum',
    kind: 'policy',
    default: 'quarter',
    choices: {
      month: { about: 'month by month' },
      quarter: { about: 'quarter by quarter' },
      year: { about: 'year by year' },
    },
    about: 'How long a definition holds at least, and which periods are locked.',
  },
  'lock.approvers': {
    type: 'set',
    kind: 'policy',
    default: ['finance', 'marketing', 'sales'],
    about:
      'Who may approve a definition, or lock and unlock a period: once you have set it, one of these names must stand as who does.',
  },
  'change.notice_days': {
    type: 'int',
    min: 0,
    max: 365,
    kind: 'policy',
    default: 0,
    unit: 'days',
    about: 'How long before it takes effect a change must be approved.',
  },
})
