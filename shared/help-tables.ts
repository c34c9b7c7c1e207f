import type { FunctionHelp, FunctionParameter } from './help'
import { categories, isOptional, type Metric } from './metrics/metric'
import { signatureOf } from './metrics/on-tables/own-function'
import {
  isLast,
  type OwnParameter,
  type Signature,
  type TableFunction,
} from './metrics/on-tables/table-function'

/** The help of a metric that is a formula over tables. */
export function helpOnTables(metric: Metric): FunctionHelp {
  return helpFrom(signatureOf(metric), metric)
}

export function helpOfTableFunction(declared: TableFunction): FunctionHelp {
  const { title, columns, keywords = [], sources, indicator, better } = declared
  const gives = columns ? `a row {${columns.join(', ')}} each` : 'a text'
  return {
    ...helpFrom(declared, declared),
    card: { title, gives, errors: [], keywords, sources, indicator, better },
  }
}

function helpFrom(
  signature: Signature,
  { name, category, about }: Pick<Metric, 'name' | 'category' | 'about'>,
): FunctionHelp {
  return {
    name,
    page: name,
    category: categories[category],
    about,
    parameters: parametersOf(signature),
    example: exampleOf(signature),
  }
}

function parametersOf({
  tables,
  alsoTables = [],
  period,
  parameters,
}: Signature): readonly FunctionParameter[] {
  const table = (name: string, optional: boolean): FunctionParameter => ({
    name,
    kind: 'table',
    unit: 'table',
    optional,
    about: `The table ${name.toUpperCase()}, with its header row`,
  })
  const date = (name: string, about: string): FunctionParameter => ({
    ...{ name, kind: 'date', unit: 'date', about },
    optional: period === 'optional',
  })
  const own = Object.entries(parameters)
  return [
    ...tables.map(name => table(name, false)),
    ...alsoTables.map(name => table(name, true)),
    ...(period === 'none' ? [] : [date('from', 'First day'), date('to', 'Last day, counted in')]),
    ...own.filter(([, parameter]) => !isLast(parameter)).map(ownParameter),
    { name: 'definitions', kind: 'table', unit: 'definitions', optional: true, about: 'DEFINITIONS' },
    { name: 'as_of', kind: 'date', unit: 'date', optional: true, about: 'Last day that is known' },
    { name: 'where', kind: 'text', unit: 'condition', optional: true, about: 'column=value' },
    ...own.filter(([, parameter]) => isLast(parameter)).map(ownParameter),
  ]
}

function ownParameter([name, parameter]: [string, OwnParameter]): FunctionParameter {
  const { about } = parameter
  if ('numbers' in parameter) {
    return { name, about, kind: 'range', unit: parameter.numbers, optional: parameter.optional === true }
  }
  if ('text' in parameter) return { name, about, kind: 'text', unit: 'text', optional: isOptional(parameter) }
  const optional = parameter.term !== undefined || parameter.default !== undefined
  if ('choices' in parameter) {
    return { name, about, kind: 'choice', unit: 'text', optional, choices: Object.keys(parameter.choices) }
  }
  return { name, about, optional, kind: parameter.date ? 'date' : 'number', unit: parameter.unit }
}

const sampled: readonly string[] = ['leads', 'deals', 'costs']

/** A call on the ranges that a set-up workbook has, of the quarter that holds the samples. */
function exampleOf({ name, tables, alsoTables = [], period, parameters }: Signature): string {
  const between = Object.values(parameters).filter(parameter => !isLast(parameter))
  const own = between.map(parameter => ('example' in parameter ? String(parameter.example) : ''))
  const args = [
    ...tables.map(table => table.toUpperCase()),
    ...alsoTables.map(table => (sampled.includes(table) ? table.toUpperCase() : '""')),
    ...(period === 'none' ? [] : ['DATE(2026, 1, 1)', 'DATE(2026, 3, 31)']),
    ...own,
  ]
  while (args.length > tables.length && /^("")?$/.test(args[args.length - 1] as string)) args.pop()
  return `${name}(${args.join(', ')})`
}
