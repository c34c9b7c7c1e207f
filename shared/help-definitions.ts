import type { FunctionHelp, FunctionParameter } from './help'
import { categories } from './metrics/metric'

const category = 'Definitions and locks'

const definitions: FunctionParameter = {
  name: 'definitions',
  kind: 'table',
  unit: 'definitions',
  optional: true,
  about: 'DEFINITIONS; left out, the built-in definitions',
}

const date: FunctionParameter = {
  name: 'date',
  kind: 'date',
  unit: 'date',
  optional: true,
  about: 'A day of the period; left out, the definitions that were approved last',
}

const metric: FunctionParameter = {
  name: 'metric',
  kind: 'text',
  unit: 'name',
  optional: false,
  about: 'Name of a metric, such as "WIN_RATE"',
}

const period: FunctionParameter = {
  name: 'period',
  kind: 'text',
  unit: 'period',
  optional: false,
  about: 'Such as "2026-Q1", "FY2026", "2026-03" or "2026-W05"',
}

const segment: FunctionParameter = {
  name: 'segment',
  kind: 'text',
  unit: 'segment',
  optional: true,
  about: 'Such as "region=West"; left out, all',
}

const unreadable = {
  error: '#VALUE!',
  reason: 'a row was put wrong by hand: the message names it and says what to do',
}

/** The help of what speaks of definitions, locks and reported values. */
export const definitionHelps: readonly FunctionHelp[] = [
  {
    name: 'DEFINITION',
    page: 'DEFINITION',
    category,
    about: 'What your team means by a term on a day: which costs count, which leads are net, what a win is.',
    parameters: [
      {
        name: 'term',
        kind: 'text',
        unit: 'name',
        optional: false,
        about: 'Name of a term, such as "win_rate.variant", or a range of names',
      },
      date,
      definitions,
    ],
    example: 'DEFINITION("win_rate.variant")',
    card: {
      title: 'What a term means',
      gives:
        'the value as it is written in the definitions; what nobody has approved is the built-in default',
      errors: [
        unreadable,
        { error: '#VALUE!', reason: 'there is no term of that name: the message gives the nearest' },
        { error: '#N/A', reason: 'the definitions begin later than that day' },
      ],
      examples: [
        { call: 'DEFINITION("win_rate.variant")', answer: 'won_over_decided' },
        { call: 'DEFINITION("sla.response_hours")', answer: '4' },
      ],
      keywords: ['term', 'glossary', 'rule', 'what counts', 'settings'],
    },
  },
  {
    name: 'DEFINITION_VERSION',
    page: 'DEFINITION_VERSION',
    category,
    about: 'Which version of the definitions governs a day, and whether anybody has approved it.',
    parameters: [date, definitions],
    example: 'DEFINITION_VERSION()',
    card: {
      title: 'Version of the definitions',
      gives:
        'a text such as v3; v0 (unratified) are the built-in definitions, (unsealed) is a table without hashes',
      errors: [unreadable, { error: '#N/A', reason: 'the definitions begin later than that day' }],
      examples: [{ call: 'DEFINITION_VERSION()', answer: 'v0 (unratified)' }],
      keywords: ['which definitions', 'audit', 'approved', 'hash'],
    },
  },
  {
    name: 'DEFINITION_DIFF',
    page: 'DEFINITION_DIFF',
    category,
    about: 'What changed between two versions of the definitions, why, and who said so.',
    parameters: [
      { name: 'v1', kind: 'text', unit: 'version', optional: false, about: 'Such as "v1"; "v0" is built in' },
      { name: 'v2', kind: 'text', unit: 'version', optional: false, about: 'Such as "v2"' },
      definitions,
    ],
    example: 'DEFINITION_DIFF("v0", "v0")',
    card: {
      title: 'Changes of the definitions',
      gives:
        'a row {term, before, after, from, kind, reason, changed by} for each change, or the text “no difference”',
      errors: [unreadable, { error: '#N/A', reason: 'there is no such version' }],
      examples: [{ call: 'DEFINITION_DIFF("v0", "v0")', answer: 'no difference' }],
      keywords: ['change log', 'compare', 'history', 'audit', 'restatement'],
    },
  },
  {
    name: 'METRIC_LABEL',
    page: 'METRIC_LABEL',
    category,
    about:
      'The line to put under a number: what it is, on which basis, under which definitions, locked when.',
    parameters: [
      { ...metric, about: 'Name of a metric; a basis may stand behind it, as in "WIN_RATE@restated"' },
      period,
      {
        name: 'basis',
        kind: 'text',
        unit: 'basis',
        optional: true,
        about: '"as_reported", "current", "restated" or a version such as "v3"; left out, as reported',
      },
      definitions,
      {
        name: 'locks',
        kind: 'table',
        unit: 'locks',
        optional: true,
        about: 'LOCKS, for the day on which the period was locked; an open period is then current',
      },
    ],
    example: 'METRIC_LABEL("WIN_RATE", "2026-Q1")',
    card: {
      title: 'Label of a number',
      gives: 'a text with the choices behind the metric, the basis and the version of the definitions',
      errors: [
        unreadable,
        { error: '#N/A', reason: 'there is no such metric or version, or the period is not locked' },
      ],
      examples: [
        {
          call: 'METRIC_LABEL("WIN_RATE", "2026-Q1")',
          answer: 'Win rate (won ÷ decided, count) · as reported, built-in definitions (unratified)',
        },
      ],
      keywords: ['caption', 'footnote', 'as reported', 'restated', 'basis'],
    },
  },
  {
    name: 'IS_LOCKED',
    page: 'IS_LOCKED',
    category,
    about: 'Whether a period is locked, so that its reported numbers and its definitions stay as they are.',
    parameters: [
      { ...period, about: `${period.about}, or a range of such` },
      {
        name: 'locks',
        kind: 'table',
        unit: 'locks',
        optional: true,
        about: 'LOCKS; left out, nothing is locked',
      },
      { ...definitions, about: 'DEFINITIONS, where the fiscal year does not begin in January' },
    ],
    example: 'IS_LOCKED("2026-Q1")',
    card: {
      title: 'Is a period locked?',
      gives: 'TRUE or FALSE; a month of a locked quarter is locked too',
      errors: [{ ...unreadable, reason: `no such period, or ${unreadable.reason}` }],
      examples: [{ call: 'IS_LOCKED("2026-Q1")', answer: 'FALSE' }],
      keywords: ['close', 'closed period', 'freeze', 'quarter end'],
    },
  },
  {
    name: 'AS_REPORTED',
    page: 'AS_REPORTED',
    category,
    about:
      'What a metric was when its period was locked, whatever has changed in the CRM or the definitions since.',
    parameters: [
      metric,
      period,
      segment,
      {
        name: 'snapshot',
        kind: 'table',
        unit: 'snapshot',
        optional: true,
        about: 'SNAPSHOT: the locked values',
      },
    ],
    example: 'AS_REPORTED("WIN_RATE", "2026-Q1", "", SNAPSHOT)',
    card: {
      title: 'The reported value',
      gives: 'the locked number, or the error that stood in its place',
      errors: [
        unreadable,
        { error: '#N/A', reason: 'the metric was not locked for that period and segment' },
      ],
      keywords: ['locked', 'snapshot', 'frozen', 'as reported', 'board deck'],
    },
  },
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
