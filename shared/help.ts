import { serialOfText } from './formula/calendar'
import { helpOfTableFunction, helpOnTables } from './help-tables'
import { metrics } from './metrics/index'
import { categories, type Given, isOptional, type Metric, type Parameter } from './metrics/metric'
import { tableFunctions } from './metrics/table-functions'

export interface FunctionParameter {
  readonly name: string
  readonly about: string
  /** `number` and `choice` take a cell or, element by element, a range; `range` and `table` take a range whole. */
  readonly kind: 'number' | 'choice' | 'range' | 'table' | 'text' | 'date'
  readonly unit: string
  readonly optional: boolean
  readonly choices?: readonly string[]
  /** Only the last parameter may repeat. */
  readonly repeating?: boolean
}

/** What people are shown of a function while they type it. */
export interface FunctionHelp {
  readonly name: string
  /** The name under which its page and card stand: another one for an alias. */
  readonly page: string
  readonly category: string
  readonly about: string
  readonly parameters: readonly FunctionParameter[]
  /** A call that can be typed as it stands, without the equals sign. */
  readonly example: string
}

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
      about: '"" for all rows, or column=value; several joined by “;”',
    },
    {
      name: 'as_of',
      kind: 'date',
      unit: 'date',
      optional: false,
      about: '"" for all that is recorded, or the day up to which things are known',
    },
    {
      name: 'definitions',
      kind: 'table',
      unit: 'definitions',
      optional: false,
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
}

/** The help of everything that can be typed in a cell, in the order of the catalogue. */
export const helps: readonly FunctionHelp[] = [
  ...metrics.flatMap(metric => (metric.onTablesOnly ? [helpOnTables(metric)] : helpsOf(metric))),
  ...tableFunctions.map(helpOfTableFunction),
  metricClassHelp,
  metricHelp,
  metricByHelp,
  metricPartsHelp,
  metricExplainHelp,
]

/** Under each of its names. */
function helpsOf(metric: Metric): readonly FunctionHelp[] {
  return [metric.name, ...(metric.aliases ?? [])].map(name => ({
    name,
    page: metric.name,
    category: categories[metric.category],
    about: name === metric.name ? metric.about : `The same as ${metric.name}. ${metric.about}`,
    parameters: Object.entries(metric.parameters).map(([parameter, declared]) =>
      parameterOf(parameter, declared),
    ),
    example: callText(metric, metric.examples[0]?.given ?? {}, name),
  }))
}

function parameterOf(name: string, parameter: Parameter): FunctionParameter {
  const shared = { name, about: parameter.about, optional: isOptional(parameter) }
  if ('rangeOf' in parameter) return { ...shared, kind: 'range', unit: parameter.rangeOf }
  if ('choices' in parameter)
    return { ...shared, kind: 'choice', unit: 'text', choices: Object.keys(parameter.choices) }
  if ('definitions' in parameter) return { ...shared, kind: 'table', unit: 'definitions' }
  return {
    ...shared,
    kind: parameter.date ? 'date' : 'number',
    unit: parameter.date ? 'date' : parameter.unit,
  }
}

/** A call with its arguments written out: ranges as array constants, choices in quotes, skipped ones left empty. */
export function callText(metric: Metric, given: Given, name = metric.name): string {
  const args = Object.entries(metric.parameters).map(([parameter, declared]) => {
    const value = given[parameter]
    if (value === undefined) return ''
    if ('date' in declared)
      return Array.isArray(value) ? `{${value.map(serialText).join(';')}}` : dateText(value as string)
    if (value === 'true' || value === 'false') return value.toUpperCase()
    if (typeof value === 'string') return `"${value}"`
    return Array.isArray(value) ? `{${value.join(';')}}` : String(value)
  })
  while (args[args.length - 1] === '') args.pop()
  return `${name}(${args.join(', ')})`
}

function dateText(text: number | string): string {
  if (typeof text === 'number') return String(text)
  const [date = '', time] = text.split(' ')
  const day = `DATE(${date.split('-').map(Number).join(', ')})`
  return time === undefined ? day : `${day}+TIME(${time.split(':').map(Number).join(', ')}, 0)`
}

/** Excel's array constants hold no functions. */
function serialText(date: number | string): string {
  return String(typeof date === 'number' ? date : serialOfText(date))
}
