import { type Token, tokenise } from '../../shared/formula/tokens'
import { type functionArity, isFunctionName } from '../../shared/formula/tree'
import type { Metric } from '../../shared/metrics/metric'

/** A metric with one fault planted into its declaration, and what was changed. */
export interface PlantedFault {
  readonly what: string
  readonly metric: Metric
}

/**
 * A metric with every small fault that its computing parts can have, one at a time: another operator, comparison,
 * number, name, function or text in a formula or condition, a rule left out or of another error, another default.
 */
export function plantedFaults(metric: Metric): readonly PlantedFault[] {
  const { errors, variants = [], results, parameters } = metric
  const faults: PlantedFault[] = []
  const plant = (what: string, change: Partial<Metric>): void => {
    faults.push({ what, metric: { ...metric, ...change } })
  }

  for (const formula of changed(metric, metric.formula)) {
    // What a metric of several results computes are those.
    if (!results) plant(formula, { formula })
  }
  for (const [name, written] of Object.entries(results ?? {})) {
    for (const formula of changed(metric, written)) {
      plant(`${name}: ${formula}`, { results: { ...results, [name]: formula } })
    }
  }
  variants.forEach((variant, place) => {
    for (const formula of changed(metric, variant.formula)) {
      plant(`${variant.when}: ${formula}`, { variants: replaced(variants, place, { ...variant, formula }) })
    }
    for (const when of changed(metric, variant.when)) {
      plant(`variant when ${when}`, { variants: replaced(variants, place, { ...variant, when }) })
    }
  })
  errors.forEach((rule, place) => {
    const { when, error } = rule
    plant(`no rule ${when}`, { errors: errors.filter(other => other !== rule) })
    const other = error === '#NUM!' ? '#N/A' : '#NUM!'
    plant(`${other} when ${when}`, { errors: replaced(errors, place, { ...rule, error: other }) })
    for (const condition of changed(metric, when)) {
      plant(`error when ${condition}`, { errors: replaced(errors, place, { ...rule, when: condition }) })
    }
  })
  for (const [name, parameter] of Object.entries(parameters)) {
    if (!('default' in parameter) || parameter.default === undefined) continue
    for (const other of otherDefaults(parameter)) {
      const changedDefault = { ...parameter, default: other } as typeof parameter
      plant(`${name} is ${other} unless given`, { parameters: { ...parameters, [name]: changedDefault } })
    }
  }
  return faults
}

function replaced<Item>(items: readonly Item[], place: number, by: Item): Item[] {
  return items.map((item, index) => (index === place ? by : item))
}

function otherDefaults(parameter: { default?: number | string; choices?: object }): (number | string)[] {
  if (parameter.choices) return Object.keys(parameter.choices).filter(choice => choice !== parameter.default)
  return [Number(parameter.default) + 1]
}

const operators: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '^': '*',
  and: 'or',
  or: 'and',
  '=': '<>',
  '<>': '=',
}
const bounds: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
}

function changed({ parameters }: Metric, formula: string): readonly string[] {
  return changedFormulas(formula, Object.keys(parameters))
}

/** A formula with one word changed, in every way; a name is taken for the next one. */
export function changedFormulas(formula: string, names: readonly string[]): readonly string[] {
  const tokens = tokenise(formula)
  if ('message' in tokens) throw new SyntaxError(tokens.message)
  return tokens.flatMap((token, place) =>
    others(token, tokens[place + 1], names).map(
      other => formula.slice(0, token.at) + other + formula.slice(token.at + token.text.length),
    ),
  )
}

function others({ kind, text }: Token, next: Token | undefined, names: readonly string[]): readonly string[] {
  if (kind === 'number') return [String(Number(text) + 1)]
  if (kind === 'text') return [`"${text.slice(1, -1)}, another"`]
  if (text === 'not') return ['']
  if (text in bounds) return bounds[text] as readonly string[]
  const operator = operators[text]
  if (operator) return [operator]
  if (kind !== 'name') return []
  if (next?.text === '(' && isFunctionName(text)) return otherFunctions(text)
  const place = names.indexOf(text)
  return place >= 0 && names.length > 1 ? [names[(place + 1) % names.length] as string] : []
}

/** A function that takes as many arguments and is easily mistaken for it. */
const mistaken: Partial<Record<keyof typeof functionArity, keyof typeof functionArity>> = {
  min: 'max',
  max: 'min',
  sum: 'mean',
  mean: 'sum',
  median: 'mean',
  count: 'sum',
  product: 'sum',
  first: 'last',
  last: 'first',
  largest: 'latest',
  latest: 'largest',
  floor: 'ceil',
  ceil: 'floor',
  period_start: 'period_end',
  period_end: 'period_start',
}

function otherFunctions(name: keyof typeof functionArity): readonly string[] {
  const other = mistaken[name]
  return other ? [other] : []
}
