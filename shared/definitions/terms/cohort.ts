import { terms } from '../term'

export const cohortTerms = terms({
  'cohort.window_days': {
    type: 'rule',
    kind: 'policy',
    default: 180,
    above: 0,
    max: 3650,
    forms: {
      n: { about: 'n days after its issue', label: 'n days' },
      'median x n': { about: 'n times the median cycle of won deals', label: 'n × median cycle' },
      'p90 x n': {
        about: 'n times the cycle within which nine of ten won deals close',
        label: 'n × p90 cycle',
      },
    },
    whole: ['n'],
    unit: 'days',
    governs: ['COHORT_ROI'],
    about: 'How long after its issue a lead may still bring a deal that counts for its cohort.',
    sources: 'The natural sales cycle is what is asked for; a fixed window is easier to check.',
  },
  'cohort.deal_types': {
    type: 'set',
    kind: 'policy',
    default: ['New'],
    about: 'The types of deals that count as a return of a cohort.',
  },
  'cohort.multi_lead_credit': {
    type: 'enum',
    kind: 'policy',
    default: 'first',
    choices: {
      first: { about: 'the first lead gets all of it' },
      last: { about: 'the last lead gets all of it' },
      equal: { about: 'each lead gets the same share' },
      none: { about: 'nobody gets it' },
    },
    about: 'Which lead a deal counts for that several leads brought.',
  },
  'cohort.min_maturity': {
    type: 'fraction',
    min: 0,
    max: 1,
    kind: 'policy',
    default: 0,
    about: 'The share of a cohort that must have had its whole window before its return is shown.',
  },
  'conversion.method': {
    type: 'enum',
    kind: 'policy',
    default: 'cohort',
    choices: {
      cohort: { about: 'what became of the leads of the period', label: 'by cohort' },
      period: { about: 'what happened in the period, whosever it was; can exceed 100 %', label: 'by period' },
    },
    governs: ['LEAD_TO_OPP_RATE', 'OPP_TO_WIN_RATE'],
    about: 'How conversion rates put leads and what comes of them together.',
  },
  'margin.basis': {
    type: 'enum',
    kind: 'policy',
    default: 'gross_profit',
    choices: {
      revenue: { about: 'what was sold: it can hide a loss' },
      gross_profit: { about: 'what was sold less what delivery cost' },
      contribution: { about: 'gross profit less the variable costs of selling' },
    },
    governs: ['COHORT_ROI', 'ROI_BY', 'DEFERRED_ROI'],
    about: 'What a return is counted in.',
    sources: 'Some compute with revenue, some warn that revenue lies; the sign of a return can hang on it.',
  },
  'margin.default_rate': {
    type: 'fraction',
    max: 1,
    kind: 'estimate',
    default: null,
    about: 'The margin of deals whose delivery cost nobody recorded; blank, such a deal gives #N/A.',
  },
  'refund.timing': {
    type: 'enum',
    kind: 'policy',
    default: 'refund_date',
    choices: {
      refund_date: { about: 'when the money went back: locked periods stay as they were' },
      original_period: { about: 'when the deal was won: past periods change' },
    },
    about: 'Which period a refund lowers.',
  },
})
