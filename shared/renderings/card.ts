import { callText, type FunctionHelp, type FunctionParameter, helps } from '../help'
import { metricsByName } from '../metrics/by-name'
import { metrics } from '../metrics/index'
import {
  categories,
  type Example,
  isOptional,
  type Metric,
  type Parameter,
  type Source,
} from '../metrics/metric'
import { tablesNeeded } from '../metrics/on-tables/dependencies'
import { measuredText } from './measured-text'
import { inWords } from './words'

/** Everything that the sidebar shows about one formula, derived from its declaration. */
export interface Card {
  readonly name: string
  readonly title: string
  readonly category: string
  readonly indicator: 'leading' | 'lagging' | 'neither'
  readonly better: 'higher' | 'lower' | 'neither'
  readonly about: string
  /** As written in the declaration, and in words. */
  readonly formula: string
  readonly words: string
  readonly unit: string
  /** Whether it is typed with these parameters, or reached through METRIC alone, which measures them. */
  readonly typed: boolean
  readonly parameters: readonly {
    readonly name: string
    readonly about: string
    readonly unit: string
    readonly optional: boolean
    /** Has to be given, but `""` stands for what is usual. */
    readonly mayBeBlank?: boolean
    readonly default?: string
    /** The rows of a table, or the metric, that METRIC takes it from. */
    readonly measured?: string
    readonly choices?: readonly { readonly value: string; readonly about: string }[]
  }[]
  /** What a call of it is given, in order, where that is not the parameters: tables, days, definitions. */
  readonly given?: Card['parameters']
  readonly variants: readonly { readonly when: string; readonly formula: string; readonly about: string }[]
  readonly errors: readonly { readonly error: string; readonly reason: string }[]
  readonly examples: readonly { readonly call: string; readonly answer: string; readonly about?: string }[]
  readonly sources: readonly Source[]
  /** Other names that people search by. */
  readonly keywords: readonly string[]
  /** The formula that Insert puts into the cell, without `=` and without a host's prefix. */
  readonly insert: string
}

/** Everything that can be typed has a card; the names of one formula share theirs. */
export const cards: readonly Card[] = [
  ...metrics.map(cardOf),
  ...helps.filter(({ name, page }) => name === page && !metricsByName.has(name)).map(cardOfFunction),
]

/** The card of a formula that is no metric. */
function cardOfFunction(help: FunctionHelp): Card {
  const { name, category, about, parameters, example, card } = help
  return {
    ...{ name, category, about },
    title: card?.title ?? name,
    indicator: card?.indicator ?? 'neither',
    better: card?.better ?? 'neither',
    formula: `${name}(${parameters.map(callPart).join(', ')})`,
    words: card?.gives ?? about,
    unit: 'as described',
    typed: true,
    parameters: rows(help),
    variants: [],
    errors: card?.errors ?? [],
    examples: card?.examples ?? [],
    sources: card?.sources ?? [],
    keywords: card?.keywords ?? [],
    insert: name === 'METRIC' ? callOnTables('TOTAL_REVENUE', ['deals']) : example,
  }
}

function rows({ parameters }: FunctionHelp): Card['parameters'] {
  return parameters.map(({ name, about, unit, optional, mayBeBlank, choices }) => ({
    ...{ name, about, unit, optional },
    ...(mayBeBlank && { mayBeBlank }),
    ...(choices && { choices: choices.map(value => ({ value, about: '' })) }),
  }))
}

export function callPart({ name, optional, repeating }: FunctionParameter): string {
  return `${optional ? `[${name}]` : name}${repeating ? ', …' : ''}`
}

function readOut({ formula, results }: Metric): string {
  if (!results) return inWords(formula)
  return Object.entries(results)
    .map(([result, own]) => `${result} is ${inWords(own)}`)
    .join('; ')
}

function cardOf(metric: Metric): Card {
  const { name, title, indicator, better, about, formula, unit, errors, sources } = metric
  const typed = helps.find(declared => declared.name === name)
  const results = metric.results && Object.entries(metric.results)
  return {
    ...{ name, title, indicator, better, about, unit, sources },
    category: categories[metric.category],
    formula: results ? results.map(([result, own]) => `${result} = ${own}`).join('\n') : formula,
    words: metric.spoken ?? readOut(metric),
    typed: typed !== undefined,
    parameters: Object.entries(metric.parameters).map(([parameter, declared]) => row(parameter, declared)),
    ...(metric.onTablesOnly && typed && { given: rows(typed) }),
    variants: metric.variants ?? [],
    errors: errors.map(({ error, reason }) => ({ error, reason: readable(reason) })),
    examples: metric.examples.map(({ given, answer, ...rest }) => ({
      call: callText(metric, given),
      answer: answerText(answer),
      ...rest,
    })),
    keywords: [...(metric.aliases ?? []), ...(metric.keywords ?? []), ...metric.questions],
    insert: metric.onTablesOnly || !typed ? callOnTables(name, tablesNeeded(metric)) : typed.example,
  }
}

/** The year so far, of the workbook's named ranges. */
function callOnTables(name: string, tables: readonly string[]): string {
  const named = tables.map(table => table.toUpperCase()).join(', ')
  return `METRIC("${name}", DATE(YEAR(AS_OF), 1, 1), AS_OF, "", AS_OF, "", ${named})`
}

/** Several results, side by side. */
export function answerText(answer: Example['answer']): string {
  return [answer].flat().join(' | ')
}

/** A reason before there is an argument to put in: `cost is …`. */
function readable(reason: string): string {
  return reason.replace(/\{\w+\}/g, '…')
}

function row(name: string, parameter: Parameter): Card['parameters'][number] {
  const measured = measuredText(parameter)
  const shared = {
    name,
    about: parameter.about,
    optional: isOptional(parameter),
    ...(measured && { measured }),
  }
  const usual =
    'default' in parameter && parameter.default !== undefined ? { default: String(parameter.default) } : {}
  if ('rangeOf' in parameter) return { ...shared, unit: `range of ${parameter.rangeOf}` }
  if ('definitions' in parameter) return { ...shared, unit: 'definitions' }
  if ('text' in parameter) return { ...shared, ...usual, unit: 'text' }
  const words = 'choices' in parameter ? parameter.choices : parameter.words
  const choices = Object.entries(words ?? {}).map(([value, meaning]) => ({ value, about: meaning }))
  const unit = 'choices' in parameter ? 'choice' : parameter.date ? 'date' : parameter.unit
  return { ...shared, ...usual, unit, ...(choices.length > 0 ? { choices } : {}) }
}
