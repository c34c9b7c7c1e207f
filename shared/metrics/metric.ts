import { serialOfText } from '../formula/calendar'
import type { Input, Inputs } from '../formula/evaluate'
import type { Checked } from '../formula/names'
import type { RowSource } from '../tables/rows'
import type { TableName } from '../tables/schema'
import type { ErrorCode } from '../values'
import { builtInInputs } from './governed-call'

/** One declaration a metric; value, help, native formula, SQL, words and pages are derived from it. */
export interface Metric {
  /** As typed in a cell: capitals and underscores, no built-in's name. */
  readonly name: string
  readonly title: string
  readonly category: Category
  /** Whether it speaks of what is coming or of what has happened; a calculation on any metric does neither. */
  readonly indicator: 'leading' | 'lagging' | 'neither'
  readonly better: 'higher' | 'lower' | 'neither'
  /** What it means, in one sentence. */
  readonly about: string
  /** The questions that people ask when they want it. */
  readonly questions: readonly string[]
  /** In the order of the call. */
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly formula: string
  /** In words, where the formula read out would be too long to follow. */
  readonly spoken?: string
  /** Of the result, in the words of `formula/units.ts`. */
  readonly unit: string
  /** Other formulas under a condition; the first whose condition holds is used instead. */
  readonly variants?: readonly Variant[]
  /** Checked in order before anything is computed. */
  readonly errors: readonly DomainRule[]
  /** What METRIC_EXPLAIN adds under a condition: the number stands, but means less than it seems to. */
  readonly warnings?: readonly Warning[]
  readonly examples: readonly Example[]
  readonly sources: readonly Source[]
  /** Other names that people search by. */
  readonly keywords?: readonly string[]
  /** Other names under which it can be typed. */
  readonly aliases?: readonly string[]
  /** Only reached through METRIC: its parameters are measured on tables, never typed. */
  readonly onTablesOnly?: boolean
  /** Tables that it needs besides those that it is measured on, since rules look into them. */
  readonly tables?: readonly TableName[]
  /** Tables that it reads besides those that it needs, where they are given. */
  readonly alsoTables?: readonly TableName[]
  /** Terms, besides those that its formula names, under which all of a period must be measured. */
  readonly steady?: readonly string[]
  /** Several results, side by side, each with its formula; `formula` is then the first of them. */
  readonly results?: Readonly<Record<string, string>>
  /** Why no formula of built-in functions gives the same, where none does. */
  readonly noTwin?: string
  /** Why no SQL over columns gives the same, where none does. */
  readonly noSql?: string
}

export const categories = {
  return: 'Return on investment',
  cost: 'Cost and acquisition',
  leads: 'Leads and handoff',
  effectiveness: 'Sales effectiveness',
  revenue: 'Revenue and margin',
  pipeline: 'Pipeline and velocity',
  people: 'People and quota',
  customers: 'Customer value',
  satisfaction: 'Satisfaction',
  benchmarks: 'Targets and change',
  calendar: 'Calendar',
} as const

export type Category = keyof typeof categories

export type Parameter =
  | NumberParameter
  | ChoiceParameter
  | RangeParameter
  | TextParameter
  | DefinitionsParameter

export interface NumberParameter {
  readonly unit: string
  readonly about: string
  /** Makes the argument optional. */
  readonly default?: number
  /** It may be left out, and the formula asks with `present(…)` whether it was. */
  readonly optional?: true
  /** A date, as the serial of its day. */
  readonly date?: true
  /** Of a date: with its time of day. */
  readonly time?: true
  /** Words that may stand in the number's place, with what they mean. */
  readonly words?: Readonly<Record<string, string>>
  /** How it is found in tables, when METRIC asks for the metric; of values, their sum. */
  readonly measured?: Measure | { readonly metric: string }
  /** The definition term that says it where the argument is left out and tables are asked, or definitions given. */
  readonly term?: string
  /** The argument of a call with definitions by a term of another kind: a formula over the term. */
  readonly ofTerm?: string
  /** The term is one of the call alone: no definition says it, and where the call does not, the default holds. */
  readonly callOnly?: true
}

export interface ChoiceParameter {
  /** Each value with what it means. */
  readonly choices: Readonly<Record<string, string>>
  readonly about: string
  /** Makes the argument optional. */
  readonly default?: string
  /** The definition term that says it where the argument is left out and tables are asked, or definitions given. */
  readonly term?: string
  /** Sets of the definitions may be named too, without this beginning of their terms. */
  readonly orSet?: string
  /** It stands behind all other arguments: few calls say it. */
  readonly last?: true
  /** The term is one of the call alone: no definition says it, and where the call does not, the default holds. */
  readonly callOnly?: true
}

/** Takes a whole range: one column or one row, its blanks left out. */
export interface RangeParameter {
  readonly rangeOf: string
  readonly about: string
  /** It may be left out, and the formula asks with `present(…)` whether it was. */
  readonly optional?: true
  /** Dates, as the serials of their days. */
  readonly date?: true
  /** Of dates: with their time of day. */
  readonly time?: true
  /** The range that it stands beside, cell by cell: of the same length, and left out where that one is blank. */
  readonly alongside?: string
  /** The definition term that says how many of its last cells count in a call with definitions; else all do. */
  readonly latest?: string
  /** What a blank beside a number of the other range means; without it, it is refused. */
  readonly blank?: 'leaves both out' | 'counts as 0'
  /** Values of rows; or another metric for each value of a column, a value without rows being a blank cell. */
  readonly measured?: Measure | { readonly metric: string; readonly by: string }
}

/** A text that a call over tables may say; cells of a range are joined by commas. */
export interface TextParameter {
  readonly text: true
  readonly about: string
  /** Makes the argument optional. */
  readonly default?: string
  /** It may be left out. */
  readonly optional?: true
  /** The definition term in whose place it stands. */
  readonly term?: string
  /** The term is one of the call alone: no definition says it, and where the call does not, the default holds. */
  readonly callOnly?: true
  /** As it is written in the example call. */
  readonly example?: string
  /** Only rows that have it in this column are asked for. */
  readonly column?: string
}

/** The definitions of the workbook, for formulas that obey them. */
export interface DefinitionsParameter {
  readonly definitions: true
  readonly about: string
}

/** Rows of a table: how many there are or, where `value` is given, that value of each. */
export interface Measure {
  readonly from: RowSource
  /** A rule over columns, named rules and definition terms. */
  readonly rows: string
  /** The date that puts a row into a period; without one, the rule compares with `period_from` and `period_to`. */
  readonly at?: string
  /** The first and the last day of a row that is not of one day: it is in every period that it touches. */
  readonly over?: readonly [first: string, last: string]
  readonly value?: string
  /** Counts the different values of this instead of the rows. */
  readonly distinct?: string
  /** The date, or the end of a period without one, may lie after `as_of`, as an expected close or a quota does. */
  readonly ahead?: true
  /** Taken apart by the values of this column, regardless of case; rows without one are left out. */
  readonly per?: string
  /** A definition term: by how many periods of their own length the periods are moved back. */
  readonly lag?: string
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

export interface Warning {
  readonly when: string
  readonly says: string
}

/** The arguments of a call by name; those that are left out are not there. Dates are written `2026-01-31`. */
export type Given = Readonly<Record<string, number | string | readonly number[] | readonly string[]>>

export interface Example {
  readonly given: Given
  /** A text may be the answer of a formula that gives one; of several results, all. */
  readonly answer: number | string | readonly (number | string)[]
  readonly about?: string
}

export interface Source {
  readonly label: string
  readonly url?: string
}

/** A term of the definitions, such as `calendar.open`. */
type Term = `${string}.${string}`

/**
 * Gives a declaration back as it is. The compiler refuses a formula or condition that speaks of a name which is
 * neither a parameter nor a function of the formula language.
 */
export function metric<const Declared extends Metric['parameters'], const Formula extends string>(
  declaration: Metric & {
    readonly parameters: Declared
    readonly formula: Formula & Checked<Formula, (keyof Declared & string) | Term>
    readonly results?: Readonly<Record<string, Formula & Checked<Formula, (keyof Declared & string) | Term>>>
    readonly errors: readonly (DomainRule & {
      readonly when: Formula & Checked<Formula, (keyof Declared & string) | Term>
    })[]
    readonly warnings?: readonly (Warning & {
      readonly when: Formula & Checked<Formula, (keyof Declared & string) | Term>
    })[]
    readonly variants?: readonly (Variant & {
      readonly when: Formula & Checked<Formula, (keyof Declared & string) | Term>
      readonly formula: Formula & Checked<Formula, (keyof Declared & string) | Term>
    })[]
  },
): Metric {
  return declaration
}

/** The ranges beside a range, itself included, whose blanks leave the whole row out. */
export function leavingOut({ parameters }: Metric, name: string): readonly string[] {
  const leader = (range: string): string => {
    const parameter = parameters[range]
    return (parameter && 'alongside' in parameter ? parameter.alongside : undefined) ?? range
  }
  return Object.entries(parameters)
    .filter(
      ([other, parameter]) =>
        'rangeOf' in parameter && parameter.blank === 'leaves both out' && leader(other) === leader(name),
    )
    .map(([other]) => other)
}

export function isOptional(parameter: Parameter): boolean {
  return (
    ('default' in parameter && parameter.default !== undefined) ||
    'optional' in parameter ||
    'definitions' in parameter
  )
}

/** The arguments of a call as the formula takes them: dates as serials, and the defaults of what was left out. */
export function withDefaults(metric: Metric, given: Given): Inputs {
  const inputs = Object.entries(metric.parameters).flatMap(([name, parameter]) => {
    const value = given[name] ?? ('default' in parameter ? parameter.default : undefined)
    if (value === undefined) return []
    return [[name, 'date' in parameter ? serials(value) : value] as const]
  })
  return { ...builtInInputs(metric), ...(Object.fromEntries(inputs) as Inputs) }
}

function serials(dates: Given[string]): Input {
  const serial = (date: number | string): number => (typeof date === 'number' ? date : serialOfText(date))
  return Array.isArray(dates) ? dates.map(serial) : serial(dates as number | string)
}
