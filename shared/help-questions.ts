import type { FunctionHelp, FunctionParameter } from './help'
import { categories } from './metrics/metric'
import { roles } from './metrics/scorecard'

export const metricHelp: FunctionHelp = {
  name: 'METRIC',
  page: 'METRIC',
  category: 'Tables',
  about: 'Any metric of your tables, for one period or many: names down, periods across.',
  parameters: [
    {
      name: 'metric',
      kind: 'text',
      unit: 'name',
      optional: false,
      about: 'Name of a metric, or a column of names',
    },
    { name: 'from', kind: 'date', unit: 'date', optional: false, about: 'First day, or a row of first days' },
    {
      name: 'to',
      kind: 'date',
      unit: 'date',
      optional: false,
      about: 'Last day, counted in, or a row of last days',
    },
    {
      name: 'where',
      kind: 'text',
      unit: 'condition',
      optional: false,
      mayBeBlank: true,
      about: '"" for all rows, or column=value; several joined by “;”',
    },
    {
      name: 'as_of',
      kind: 'date',
      unit: 'date',
      optional: false,
      mayBeBlank: true,
      about: '"" for all that is recorded, or the day up to which things are known',
    },
    {
      name: 'definitions',
      kind: 'table',
      unit: 'definitions',
      optional: false,
      mayBeBlank: true,
      about: '"" for the built-in definitions',
    },
    {
      name: 'table1',
      kind: 'table',
      unit: 'table',
      optional: false,
      repeating: true,
      about: 'A table with its header row: LEADS, DEALS, COSTS, in any order',
    },
  ],
  example: 'METRIC("WIN_RATE", DATE(2026, 1, 1), DATE(2026, 3, 31), "", "", "", DEALS)',
  card: {
    title: 'Any metric of your tables',
    gives: 'the named metric, measured on the rows of the tables that fall into each period',
    errors: [
      {
        error: '#VALUE!',
        reason: 'a metric, column or table is missing or unknown: the message names the nearest',
      },
      { error: '#DIV/0!', reason: 'the period holds nothing to divide by, such as no decided deal' },
      {
        error: '#N/A',
        reason:
          'there is no such number (yet), such as the median of no deals, or the period spans two definitions',
      },
    ],
    keywords: ['pivot', 'report', 'scorecard', 'by month', 'by quarter'],
  },
}

const [, fromHelp, toHelp, whereHelp, asOfHelp, definitionsHelp, tableHelp] =
  metricHelp.parameters as readonly FunctionParameter[] as readonly [
    FunctionParameter,
    ...[
      FunctionParameter,
      FunctionParameter,
      FunctionParameter,
      FunctionParameter,
      FunctionParameter,
      FunctionParameter,
    ],
  ]

export const metricByHelp: FunctionHelp = {
  name: 'METRIC_BY',
  page: 'METRIC_BY',
  category: 'Tables',
  about: 'A metric for each value of a column: a row of key, value and number of rows, the largest first.',
  parameters: [
    { name: 'metric', kind: 'text', unit: 'name', optional: false, about: 'Name of a metric' },
    {
      name: 'column',
      kind: 'text',
      unit: 'name',
      optional: false,
      about: 'Column to divide by, such as owner',
    },
    ...[fromHelp, toHelp, whereHelp, asOfHelp, definitionsHelp, tableHelp],
  ],
  example: 'METRIC_BY("WIN_RATE", "owner", DATE(2026, 1, 1), DATE(2026, 3, 31), "", "", "", DEALS)',
  card: {
    title: 'A metric by owner, source, region …',
    gives: 'a row {key, value, n} for each value of the column, those with most rows first',
    errors: [
      { error: '#VALUE!', reason: 'the column is not in a table that the metric reads' },
      { error: '#N/A', reason: 'no row falls into the period' },
    ],
    keywords: ['group by', 'breakdown', 'per rep', 'by source', 'by campaign', 'segment', 'pivot'],
  },
}

export const scorecardHelp: FunctionHelp = {
  name: 'SCORECARD',
  page: 'SCORECARD',
  category: categories.benchmarks,
  about:
    'The metrics that a role looks at, a row each: name, leading or lagging, value; further periods side by side.',
  parameters: [
    {
      name: 'role',
      kind: 'choice',
      unit: 'text',
      optional: false,
      about: 'Whose scorecard it is',
      choices: Object.keys(roles),
    },
    ...[fromHelp, toHelp, whereHelp, asOfHelp, definitionsHelp, tableHelp],
  ],
  example: 'SCORECARD("executive", DATE(2026, 1, 1), DATE(2026, 3, 31), "", "", "", LEADS, DEALS, COSTS)',
  card: {
    title: 'What a role looks at',
    gives:
      'a row {metric, leading or lagging, value} for each metric of the role whose tables are given, errors in their own cell',
    errors: [
      {
        error: '#VALUE!',
        reason: 'there is no such role, or no metric of it reads the tables that are given',
      },
    ],
    keywords: ['dashboard', 'KPI', 'board report', 'role', 'executive', 'overview'],
  },
}

const argumentsHelp: FunctionParameter = {
  name: 'argument1',
  kind: 'number',
  unit: '',
  optional: false,
  repeating: true,
  about: 'The arguments of the metric, or those that METRIC takes after its name',
}

export const metricPartsHelp: FunctionHelp = {
  name: 'METRIC_PARTS',
  page: 'METRIC_PARTS',
  category: 'Tables',
  about: 'What a number is made of: numerator, denominator and what they were computed from, a row each.',
  parameters: [
    { name: 'metric', kind: 'text', unit: 'name', optional: false, about: 'Name of a metric' },
    argumentsHelp,
  ],
  example: 'METRIC_PARTS("ROI", 5000, 1000)',
  card: {
    title: 'What a number is made of',
    gives: 'rows {part, value, n}: numerator and denominator of a ratio, then each argument, then the result',
    errors: [{ error: '#VALUE!', reason: 'there is no metric of that name: the message gives the nearest' }],
    keywords: ['numerator', 'denominator', 'break down', 'audit', 'reconcile'],
  },
}

export const metricExplainHelp: FunctionHelp = {
  name: 'METRIC_EXPLAIN',
  page: 'METRIC_EXPLAIN',
  category: 'Tables',
  about:
    'Why a number is what it is: the formula with its numbers, the rows that were left out, the definitions; of an error, its cause.',
  parameters: [
    { name: 'metric', kind: 'text', unit: 'name', optional: false, about: 'Name of a metric' },
    argumentsHelp,
  ],
  example: 'METRIC_EXPLAIN("ROI", 5000, 1000)',
  card: {
    title: 'Why a number is what it is',
    gives:
      'a text: the calculation, the rows counted and left out with the reason, the definitions that governed',
    errors: [],
    keywords: ['why', 'explain', 'audit', 'cause of an error', 'trace'],
  },
}

export const metricClassHelp: FunctionHelp = {
  name: 'METRIC_CLASS',
  page: 'METRIC_CLASS',
  category: categories.benchmarks,
  about: 'Whether a metric is leading (speaks of what is coming), lagging (of what has happened) or neither.',
  parameters: [
    {
      name: 'metric',
      kind: 'text',
      unit: 'name',
      optional: false,
      about: 'Name of a metric, or a range of names',
    },
    {
      name: 'definitions',
      kind: 'table',
      unit: 'definitions',
      optional: true,
      about: 'Left out, the built-in definitions',
    },
  ],
  example: 'METRIC_CLASS("WIN_RATE")',
  card: {
    title: 'Leading or lagging',
    gives: 'leading, lagging or neither, as the metric is declared or the definitions say',
    errors: [{ error: '#N/A', reason: 'there is no metric of that name: the message gives the nearest' }],
    examples: [
      { call: 'METRIC_CLASS("WIN_RATE")', answer: 'lagging' },
      { call: 'METRIC_CLASS("NPS")', answer: 'leading' },
    ],
    keywords: ['leading indicator', 'lagging indicator', 'balance', 'Are we only looking back?'],
  },
}
