import type { Checked } from '../formula/names'
import type { TableName } from '../tables/schema'
import type { ErrorCode } from '../values'

/** One declaration a metric; value, help, native formula, SQL, words and pages are derived from it. */
export interface Metric {
  /** As typed in a cell: capitals and underscores, no built-in's name. */
  readonly name: string
  readonly title: string
  readonly category: Category
  /** Whether it speaks of what is coming or of what has happened. */
  readonly indicator: 'leading' | 'lagging'
  readonly better: 'higher' | 'lower'
  /** What it means, in one sentence. */
  readonly about: string
  /** The questions that people ask when they want it. */
  readonly questions: readonly string[]
  /** In the order of the call. */
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly formula: string
  /** Of the result, in the words of `formula/units.ts`. */
  readonly unit: string
  /** Other formulas under a condition; the first whose condition holds is used instead. */
  readonly variants?: readonly Variant[]
  /** Checked in order before anything is computed. */
  readonly errors: readonly DomainRule[]
  readonly examples: readonly Example[]
  readonly sources: readonly Source[]
  /** Other names that people search by. */
  readonly keywords?: readonly string[]
  /** Only reached through METRIC: its parameters are measured on tables, never typed. */
  readonly onTablesOnly?: boolean
}

export const categories = {
  return: 'Return on investment',
  cost: 'Cost and acquisition',
  leads: 'Leads and handoff',
  effectiveness: 'Sales effectiveness',
  revenue: 'Revenue and margin',
  pipeline: 'Pipeline and velocity',
  customers: 'Customer value',
  satisfaction: 'Satisfaction',
} as const

export type Category = keyof typeof categories

export type Parameter = NumberParameter | ChoiceParameter | RangeParameter

export interface NumberParameter {
  readonly unit: string
  readonly about: string
  /** Makes the argument optional. */
  readonly default?: number
  /** How it is found in tables, when METRIC asks for the metric. */
  readonly measured?: Measure | { readonly metric: string }
}

export interface ChoiceParameter {
  /** Each value with what it means. */
  readonly choices: Readonly<Record<string, string>>
  readonly about: string
  readonly default: string
}

/** Takes a whole range, blanks left out. */
export interface RangeParameter {
  readonly rangeOf: string
  readonly about: string
  readonly measured?: Measure
}

/** Rows of a table: how many there are or, where `value` is given, that value of each. */
export interface Measure {
  readonly from: TableName
  /** A rule over columns, named rules and definition terms. */
  readonly rows: string
  /** The date that puts a row into a period. */
  readonly at: string
  readonly value?: string
}

export interface Variant {
  readonly when: string
  readonly formula: string
  readonly about: string
  /** Parameters that have another unit under this variant. */
  readonly units?: Readonly<Record<string, string>>
}

export interface DomainRule {
  readonly when: string
  readonly error: ErrorCode
  /** What was wrong and what to do; `{name}` stands for the argument's value. */
  readonly reason: string
}

/** The arguments of a call by name; those that are left out are not there. */
export type Given = Readonly<Record<string, number | string | readonly number[]>>

export interface Example {
  readonly given: Given
  readonly answer: number | ErrorCode
  readonly about?: string
}

export interface Source {
  readonly label: string
  readonly url?: string
}

/**
 * Gives a declaration back as it is. The compiler refuses a formula or condition that speaks of a name which is
 * neither a parameter nor a function of the formula language.
 */
export function metric<const Declared extends Metric['parameters'], const Formula extends string>(
  declaration: Metric & {
    readonly parameters: Declared
    readonly formula: Formula & Checked<Formula, keyof Declared & string>
    readonly errors: readonly (DomainRule & {
      readonly when: Formula & Checked<Formula, keyof Declared & string>
    })[]
    readonly variants?: readonly (Variant & {
      readonly when: Formula & Checked<Formula, keyof Declared & string>
      readonly formula: Formula & Checked<Formula, keyof Declared & string>
    })[]
  },
): Metric {
  return declaration
}

/** The arguments of a call, with the defaults of those that were left out. */
export function withDefaults(metric: Metric, given: Given): Given {
  const defaults = Object.entries(metric.parameters).flatMap(([name, parameter]) =>
    'default' in parameter && parameter.default !== undefined ? [[name, parameter.default] as const] : [],
  )
  return { ...Object.fromEntries(defaults), ...given }
}
