import { serialOfText } from './formula/calendar'
import { dataCheckHelp } from './help-data-check'
import { definitionHelps } from './help-definitions'
import { lockHelps } from './help-locks'
import {
  metricByHelp,
  metricClassHelp,
  metricExplainHelp,
  metricHelp,
  metricPartsHelp,
  scorecardHelp,
} from './help-questions'
import { restatedHelps } from './help-restated'
import { scorecardHelps } from './help-scorecard'
import { helpOfTableFunction, helpOnTables } from './help-tables'
import { metrics } from './metrics/index'
import {
  categories,
  type Given,
  isOptional,
  type Metric,
  type Parameter,
  type Source,
} from './metrics/metric'
import { tableFunctions } from './metrics/table-functions'

export interface FunctionParameter {
  readonly name: string
  readonly about: string
  /** `number` and `choice` take a cell or, element by element, a range; `range` and `table` take a range whole. */
  readonly kind: 'number' | 'choice' | 'range' | 'table' | 'text' | 'date'
  readonly unit: string
  readonly optional: boolean
  readonly choices?: readonly string[]
  /** Has to be given, but `""` stands for what is usual. */
  readonly mayBeBlank?: boolean
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
  /** Of a formula that is no metric, whose card and page show it. */
  readonly card?: {
    readonly title: string
    /** What it gives, in a clause: `the named metric, measured on …`. */
    readonly gives: string
    readonly errors: readonly { readonly error: string; readonly reason: string }[]
    /** Calls with their answers. */
    readonly examples?: readonly { readonly call: string; readonly answer: string }[]
    readonly keywords: readonly string[]
    readonly sources?: readonly Source[]
    readonly indicator?: Metric['indicator']
    readonly better?: Metric['better']
  }
}

/** The help of everything that can be typed in a cell, in the order of the catalogue. */
export const helps: readonly FunctionHelp[] = [
  ...metrics.flatMap(metric => (metric.onTablesOnly ? [helpOnTables(metric)] : helpsOf(metric))),
  ...tableFunctions.map(helpOfTableFunction),
  metricClassHelp,
  ...definitionHelps,
  ...lockHelps,
  ...restatedHelps,
  ...scorecardHelps,
  metricHelp,
  metricByHelp,
  scorecardHelp,
  metricPartsHelp,
  metricExplainHelp,
  dataCheckHelp,
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
  if ('text' in parameter) return { ...shared, kind: 'text', unit: 'text' }
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
