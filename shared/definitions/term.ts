/** What one field of a table holds. */
export type Field = string | number | boolean

/** A row of a table that has several fields; those that were left blank are not there. */
export type Fields = Readonly<Record<string, Field>>

/**
 * What a term holds while formulas compute: sets and lists of dates are lists of texts (a date is `2026-04-03`),
 * tables are records by their key, a time is `09:00`, a rule is its text, and `null` is blank.
 */
export type TermValue =
  | number
  | string
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, Field | Fields>>

/** What every term means, by its id. */
export type Terms = Readonly<Record<string, TermValue>>

/**
 * Why a definition changes: a policy is another rule (the past is restated for comparison), an estimate another
 * number under the same rule (it holds from now on), a correction mends an error.
 */
export type ChangeKind = 'policy' | 'estimate' | 'correction'

/** One declaration a term; parser, sidebar, words and checks go by it. */
export type Term = Shared &
  (
    | SetTerm
    | ChoiceTerm
    | NumberTerm
    | FlagTerm
    | TextTerm
    | TimeTerm
    | DatesTerm
    | TableTerm
    | RecordTerm
    | RuleTerm
    | FormulaTerm
  )

interface Shared {
  /** What it decides, in one sentence. */
  readonly about: string
  /** What a change of it is, unless whoever changes it says otherwise. */
  readonly kind: 'policy' | 'estimate'
  /** What those who write about the matter say, where they disagree. */
  readonly sources?: string
  readonly unit?: string
  /** The metrics whose label names the choice. */
  readonly governs?: readonly string[]
}

/** Each value with what it means. */
export type Choices = Readonly<Record<string, Choice>>

export interface Choice {
  readonly about: string
  /** As a metric's label writes it, where its own name would not do. */
  readonly label?: string
}

export interface SetTerm {
  readonly type: 'set'
  readonly default: readonly string[]
  /** All that may be in it; without it, anything may. */
  readonly choices?: Choices
  /** Items are words such as `ad_spend`, however they are typed. */
  readonly words?: true
}

export interface ChoiceTerm {
  readonly type: 'enum'
  readonly default: string
  readonly choices: Choices
}

/** Inclusive but for `above`. */
export interface Bounds {
  readonly min?: number
  readonly max?: number
  readonly above?: number
}

export interface NumberTerm extends Bounds {
  readonly type: 'int' | 'number' | 'fraction'
  /** `null`: blank until a team sets it, and it may be set blank again. */
  readonly default: number | null
}

export interface FlagTerm {
  readonly type: 'flag'
  readonly default: boolean
}

export interface TextTerm {
  readonly type: 'text'
  readonly default: string
  readonly pattern: RegExp
  /** What the pattern asks for, as a refusal says it. */
  readonly wanted: string
  /** How many digits it has, where spreadsheets take it for a number and drop its leading zeros. */
  readonly digits?: number
}

export interface TimeTerm {
  readonly type: 'time'
  readonly default: string
}

export interface DatesTerm {
  readonly type: 'dates'
  readonly default: readonly string[]
}

/** Rows by a key; with one field, a row is that field alone. */
export interface TableTerm {
  readonly type: 'table'
  readonly default: Readonly<Record<string, Field | Fields>> | number
  /** What the key is, as help names it. */
  readonly key: string
  /** How a key is kept however it is typed: as a word (`closed_won`), in capitals, in small letters, or as a count. */
  readonly keys: 'word' | 'upper' | 'lower' | 'count'
  /** In the order in which they are written; only the first must be there. */
  readonly fields: Readonly<Record<string, FieldType>>
  /** Rows, at most. */
  readonly most?: number
  /** One value of the only field, for all keys, may stand instead. */
  readonly single?: true
}

/** One row by the names of its fields. */
export interface RecordTerm {
  readonly type: 'record'
  readonly default: null
  readonly fields: Readonly<Record<string, FieldType & { readonly required?: true }>>
  /** Fields of which at least one must be there. */
  readonly anyOf: readonly string[]
}

export type FieldType =
  | { readonly type: 'text' }
  | { readonly type: 'flag' }
  | { readonly type: 'enum'; readonly choices: Choices }
  | ({ readonly type: 'int' | 'number' | 'fraction' } & Bounds)

/** One of several forms of words, an `n` in which stands for a number. */
export interface RuleTerm extends Bounds {
  readonly type: 'rule'
  readonly default: string | number
  /** An `n` in what a form means is its number. */
  readonly forms: Choices
  /** The forms whose `n` is a whole number. */
  readonly whole?: readonly string[]
}

/** A metric of one's own, in the formula language. */
export interface FormulaTerm {
  readonly type: 'formula'
  readonly default: null
}

/** Gives declarations back as they are, their ids and defaults known to the compiler. */
export function terms<const Declared extends Readonly<Record<string, Term>>>(declared: Declared): Declared {
  return declared
}
