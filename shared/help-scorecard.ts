import type { FunctionHelp } from './help'
import { definitions, metric, segment, unreadable } from './help-parameters'
import { categories } from './metrics/metric'

/** The help of what judges targets and scorecards. */
export const scorecardHelps: readonly FunctionHelp[] = [
  {
    name: 'BENCHMARK',
    page: 'BENCHMARK',
    category: categories.benchmarks,
    about:
      'A benchmark from your definitions, with its source and year there; Plumbline ships none as a truth.',
    parameters: [
      metric,
      { ...segment, about: 'Such as "smb"; left out, the one that is of no segment' },
      {
        ...segment,
        name: 'size',
        unit: 'size',
        about: 'Such as "51-200"; left out, the one that is of no size',
      },
      {
        name: 'percentile',
        kind: 'choice',
        unit: 'text',
        optional: true,
        choices: ['p25', 'median', 'p75'],
        about: 'Which of the figures; left out, the median',
      },
      definitions,
    ],
    example: 'BENCHMARK("WIN_RATE", "", "", "median", DEFINITIONS)',
    card: {
      title: 'A benchmark',
      gives: 'the figure of the latest year that is set for exactly that metric, segment and size',
      errors: [unreadable, { error: '#N/A', reason: 'no such benchmark is set' }],
      keywords: ['compare', 'peers', 'industry average', 'quartile'],
    },
  },
  {
    name: 'BALANCE',
    page: 'BALANCE',
    category: categories.benchmarks,
    about: 'Whether a scorecard looks ahead as well as back: the share of leading ones among its metrics.',
    parameters: [
      {
        ...metric,
        name: 'metrics',
        kind: 'range',
        about: 'A range of names; those that neither lead nor lag do not count',
      },
      definitions,
    ],
    example: 'BALANCE({"WIN_RATE";"NPS"})',
    card: {
      title: 'Balance of a scorecard',
      gives: 'a fraction; a text where all are of one kind, such as “reports the past only”',
      errors: [
        { error: '#DIV/0!', reason: 'none of them is leading or lagging' },
        { error: '#N/A', reason: 'there is no metric of one of the names: the message gives the nearest' },
      ],
      examples: [
        { call: 'BALANCE({"WIN_RATE";"NPS"})', answer: '0.5' },
        { call: 'BALANCE({"WIN_RATE";"TOTAL_REVENUE"})', answer: 'reports the past only' },
      ],
      keywords: ['leading indicator', 'lagging indicator', 'scorecard', 'Are we only looking back?'],
    },
  },
  {
    name: 'SMART_CHECK',
    page: 'SMART_CHECK',
    category: categories.benchmarks,
    about: 'Whether a target is specific, measurable, achievable, relevant and time-bound, letter by letter.',
    parameters: [
      {
        name: 'target_row',
        kind: 'range',
        unit: 'target',
        optional: false,
        about:
          'TARGETS with its header, or one row: metric, owner, segment, period_start, period_end, target, parent_objective, rationale, direction',
      },
      definitions,
    ],
    example: 'SMART_CHECK(TARGETS, DEFINITIONS)',
    card: {
      title: 'Is a target SMART?',
      gives: 'a text such as “S pass; M pass; A fail (…); R pass; T pass” for each target',
      errors: [{ error: '#VALUE!', reason: 'the range has neither the header of TARGETS nor its columns' }],
      keywords: ['goal', 'objective', 'OKR', 'target setting'],
    },
  },
]
