/**
 * What the sidebar may ask of a workbook, and what it is told: plain data that survives JSON, numbers unformatted.
 * The sidebar puts it into words; what the core says itself (reasons, what a term decides) comes as its sentences.
 */
import type { ChangeKind } from '../definitions/term'
import type { AskedOfTables } from '../renderings/sql-tables/asked-of-tables'
import type { TableName } from '../tables/schema'
import type { CellError } from '../values'
import type { Area } from './area'
import type { Undo } from './change'
import type { Block, Locale, SheetInfo } from './steps'
import type { Template } from './template'

export interface Questions {
  // Set up
  survey: (asked: { readonly chosen?: readonly ChosenTable[] }) => Survey
  setUp: (asked: SetUp) => Done<{ readonly made: readonly Made[] }>
  templates: (asked: Record<string, never>) => readonly TemplateCard[]
  buildTemplate: (asked: { readonly name: string }) => Done<TemplateBuilt>
  // Definitions
  definitions: (asked: Record<string, never>) => Definitions
  preview: (asked: { readonly changes: readonly AskedChange[] }) => Preview
  approve: (asked: Approve) => Saved
  lockPeriod: (asked: AskedLock) => Saved
  unlockPeriod: (asked: AskedLock) => Saved
  difference: (asked: { readonly from: number; readonly to: number }) => readonly TermDifference[]
  // Formulas
  evaluate: (asked: AskedFormula) => Evaluated
  selection: (asked: Record<string, never>) => Selection | undefined
  // Why?
  why: (asked: { readonly cell?: Area }) => Why
  tablesAsked: (asked: AskedLevel) => AskedOfTables
  show: (asked: { readonly area: Area }) => true
  // Check
  sheets: (asked: Record<string, never>) => Sheets
  checkSheet: (asked: { readonly sheet: string }) => SheetChecked
  checkTogether: (asked: { readonly used: readonly UsedDefinitions[] }) => readonly Finding[]
  mend: (asked: { readonly findings: readonly Finding[] }) => Done<{ readonly mended: number }>
  // Share
  exportSet: (asked: { readonly name: string }) => SetFile
  compareSet: (asked: { readonly text: string }) => SetComparison
  importSet: (asked: { readonly text: string; readonly seen: Seen }) => Saved
  handOverPlan: (asked: AskedHandOver) => HandOverPlan
  handOver: (asked: AskedHandOver) => HandedOver
  bringBack: (asked: Record<string, never>) => BroughtBack
  verify: (asked: Record<string, never>) => Verified
  // Anywhere
  undo: (asked: { readonly undo: Undo }) => Done<object>
}

export type Question = keyof Questions

/** What the sidebar is told: the answer, or why there is none. */
export type Answer<Name extends Question> = ReturnType<Questions[Name]> | CellError

/** The way to the workbook, wherever it is. It never throws: a host that does not answer is a `CellError` too. */
export type Ask = <Name extends Question>(
  question: Name,
  asked: Parameters<Questions[Name]>[0],
) => Promise<Answer<Name>>

/** A change was made and can be taken back, or was not made: somebody was quicker, or the host refused. */
export type Done<More> =
  | ({ readonly outcome: 'done'; readonly undo: Undo } & More)
  | { readonly outcome: 'conflict'; readonly found: Block }
  | { readonly outcome: 'refused'; readonly reason: string }

/** A number with what it is, an error with its reason, or a text. */
export type Value = { readonly number: number; readonly unit: string } | { readonly text: string } | CellError

// Set up

export interface Survey {
  readonly locale: Locale
  readonly tables: readonly FoundTable[]
  /** Kinds of tables that stand in no sheet yet, with the columns that a first export needs. */
  readonly absent: readonly {
    readonly table: TableName
    readonly about: string
    readonly needs: readonly string[]
  }[]
  /** `there` with its version; `broken` with why it cannot be read. */
  readonly definitions:
    | { readonly state: 'missing' }
    | { readonly state: 'there'; readonly area: Area; readonly version: number; readonly unratified: number }
    | { readonly state: 'broken'; readonly area: Area; readonly reason: string }
  readonly asOf: { readonly area: Area; readonly value: Value } | undefined
  /** The latest day that the tables record, as a serial: what AS_OF would be set to. */
  readonly latest: number | undefined
  readonly scorecard: Area | undefined
}

/** What the user says a range is, where the headers do not tell. */
export interface ChosenTable {
  readonly area: Area
  readonly table: TableName
}

export interface FoundTable {
  readonly area: Area
  /** Undefined where several kinds fit alike, or none: the user chooses of `fitting`. */
  readonly table: TableName | undefined
  readonly fitting: readonly TableName[]
  /** Without the header. */
  readonly rows: number
  readonly columns: readonly FoundColumn[]
  /** Columns that this kind of table cannot do without, or that metrics ask for, and that were not found. */
  readonly missing: readonly { readonly column: string; readonly key: boolean }[]
  /** The name that it bears or would get (`LEADS`), and what naming it would do. */
  readonly name: string
  readonly naming: 'named' | 'new' | 'grown' | 'taken'
  /** Why its rows should not be trusted as they are, if so: too large for one call, two headers alike. */
  readonly warnings: readonly string[]
}

export interface FoundColumn {
  readonly header: string
  /** From 0 within the table. */
  readonly place: number
  /** The column that it was taken for. */
  readonly column: string | undefined
  /** `canonical` and `synonym` are sure, `guess` is to be confirmed, `unknown` is used by no metric. */
  readonly how: 'canonical' | 'synonym' | 'guess' | 'unknown'
  /** A few of its values as text. */
  readonly samples: readonly string[]
}

export interface SetUp {
  readonly tables: readonly {
    readonly area: Area
    readonly table: TableName
    /** Header cells to be renamed, since formulas know columns by their headers. */
    readonly headers: readonly { readonly place: number; readonly from: string; readonly to: string }[]
  }[]
  readonly definitions: boolean
  /** A day as a serial, where AS_OF is to be made. */
  readonly asOf: number | undefined
  readonly scorecard: boolean
}

export type Made =
  | { readonly made: 'name'; readonly name: string; readonly area: Area; readonly before: Area | undefined }
  | { readonly made: 'header'; readonly area: Area; readonly from: string; readonly to: string }
  | { readonly made: 'definitions' | 'as of' | 'scorecard'; readonly area: Area }

/** A template as it is offered. */
export type TemplateCard = Omit<Template, 'edits' | 'samples'>

export interface TemplateBuilt {
  /** The first cell of each sheet that a reader opens. */
  readonly sheets: readonly Area[]
  /** Names of the workbook that the template goes by. */
  readonly uses: readonly string[]
  /** Tables of which the template brought made-up rows. */
  readonly sample: readonly string[]
}

// Definitions

/** What the user saw when deciding; a save is refused where it is so no more. */
export interface Seen {
  readonly version: number
  readonly hash: string
}

export interface Definitions extends Seen {
  readonly locale: Locale
  readonly today: number
  readonly area: Area | undefined
  /** Why the table cannot be read. Nothing can be saved until it is mended. */
  readonly problem: CellError | undefined
  readonly sealed: boolean
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly terms: readonly TermState[]
  }[]
  /** What a team may add terms of its own to; each of them is a `TermState` from its first approval on. */
  readonly families?: readonly TermFamily[]
  /**
   * Days on which a change may take effect: the next, then that of the period that has begun and those before it as far
   * as nothing is locked. While nothing is approved the earliest comes first, since what is older than the first
   * approval is governed by nothing.
   */
  readonly starts: readonly { readonly day: number; readonly period: string }[]
  readonly locks: readonly LockState[]
  /** Periods that are over and not locked. */
  readonly lockable: readonly string[]
  readonly versions: readonly VersionState[]
}

/** Terms of any further name: component sets, benchmarks, metrics of one's own. */
export interface TermFamily {
  /** What their ids begin with: `metric.`. */
  readonly prefix: string
  /** The `id` of the group that they stand in. */
  readonly group: string
  /** `Metric of your own`. */
  readonly title: string
  readonly about: string
  readonly kind: ChangeKind
  readonly editor: Editor
}

export interface TermState {
  readonly id: string
  /** `Win rate: variant`, as people would say it. */
  readonly title: string
  readonly about: string
  readonly sources?: string
  readonly kind: ChangeKind
  readonly editor: Editor
  /** As it stands in a cell, and in words. */
  readonly value: string
  readonly words: string
  readonly status: 'unratified' | 'approved' | 'locked'
  /** Of the row that governs today; 0 for a built-in default. */
  readonly version: number
  readonly effectiveFrom: number | undefined
  /** All its rows, latest first. */
  readonly history: readonly TermVersion[]
  /** Metrics that obey it, by name. */
  readonly governs: readonly string[]
}

export interface TermVersion {
  readonly version: number
  readonly value: string
  readonly words: string
  readonly effectiveFrom: number
  readonly recordedAt: number
  readonly changedBy: string
  readonly reason: string
  readonly kind: ChangeKind
  readonly superseded: boolean
}

/** How a value is edited; `value` is written and read as in a cell. */
export type Editor =
  | { readonly type: 'set'; readonly choices?: readonly EditorChoice[] }
  | { readonly type: 'enum'; readonly choices: readonly EditorChoice[] }
  | ({
      readonly type: 'number'
      readonly whole: boolean
      readonly unit?: string
      readonly blank: boolean
    } & Limits)
  | { readonly type: 'flag' }
  | { readonly type: 'text'; readonly wanted: string }
  | { readonly type: 'time' }
  | { readonly type: 'dates' }
  | {
      readonly type: 'table'
      readonly key: string
      readonly fields: readonly EditorField[]
      readonly most?: number
      readonly single: boolean
    }
  | { readonly type: 'record'; readonly fields: readonly EditorField[] }
  | ({ readonly type: 'rule'; readonly forms: readonly EditorChoice[] } & Limits)
  | { readonly type: 'formula' }

export interface EditorChoice {
  readonly value: string
  readonly about: string
}

export interface Limits {
  readonly min?: number
  readonly max?: number
  readonly above?: number
}

export type EditorField = { readonly name: string; readonly required: boolean } & (
  | { readonly type: 'text' | 'flag' }
  | { readonly type: 'enum'; readonly choices: readonly EditorChoice[] }
  | ({ readonly type: 'number'; readonly whole: boolean } & Limits)
)

export interface LockState {
  readonly period: string
  readonly status: 'locked' | 'unlocked'
  readonly version: number
  readonly asOf: number
  readonly lockedBy: string
  readonly reason: string
  readonly recordedAt: number
}

export interface VersionState {
  readonly version: number
  readonly recordedAt: number
  readonly changedBy: string
  readonly terms: readonly string[]
  readonly reason: string
}

export interface AskedChange {
  readonly term: string
  readonly value: string
  readonly effectiveFrom: number
  readonly reason: string
  readonly kind?: ChangeKind
}

/** What a change does to the team's numbers, computed from the workbook's own tables. */
export interface Preview {
  /** In words, per change. */
  readonly changes: readonly { readonly term: string; readonly before: string; readonly after: string }[]
  /** The last four periods, oldest first. */
  readonly periods: readonly {
    readonly name: string
    readonly from: number
    readonly to: number
    readonly locked: boolean
  }[]
  /** Metrics whose value changes in any period first, then those that obey the terms and do not. */
  readonly effects: readonly Effect[]
  /** Tables that would be needed to compute the rest. */
  readonly lacking: readonly TableName[]
}

export interface Effect {
  readonly metric: string
  readonly title: string
  readonly better: 'higher' | 'lower' | 'neither'
  readonly unit: string
  /** As many as periods. `before` is under the definitions as they are, `after` as if the change held in that period. */
  readonly before: readonly Value[]
  readonly after: readonly Value[]
  readonly changed: boolean
}

export interface Approve {
  readonly changes: readonly AskedChange[]
  readonly by: string
  readonly seen: Seen
}

export interface AskedLock {
  readonly period: string
  readonly by: string
  readonly reason: string
  readonly seen: Seen
}

export type Saved =
  | ({ readonly outcome: 'saved' } & Seen)
  /** Somebody else saved first: who, and which terms. Nothing was written. */
  | {
      readonly outcome: 'conflict'
      readonly now: Seen
      readonly by: string
      readonly terms: readonly string[]
    }
  | { readonly outcome: 'refused'; readonly reason: string }

export interface TermDifference {
  readonly term: string
  readonly title: string
  /** In words; `''` where there is no such term. */
  readonly before: string
  readonly after: string
  /** Between two versions: the day from which on it makes a difference. */
  readonly effectiveFrom?: number
}

// Formulas

/** A formula being built: arguments as they were typed, in the workbook's locale, or addresses. */
export interface AskedFormula {
  readonly name: string
  readonly args: readonly string[]
}

export interface Evaluated {
  /** As people type it here, with this locale's separators and the host's prefix. */
  readonly shown: string
  /** As `insert` takes it: `,` between arguments and `.` in numbers. */
  readonly formula: string
  readonly value: Value | readonly (readonly Value[])[]
  /** The argument that was not understood, counted from 0, with why. */
  readonly faults: readonly { readonly place: number; readonly reason: string }[]
}

export interface Selection {
  /** As a formula on any sheet would write it: the name of a range, or an address with its sheet. */
  readonly text: string
  readonly area: Area
}

// Why?

export interface Why {
  readonly locale: Locale
  readonly cell: Area
  /** As it is shown to people here; `''` where the cell holds no formula. */
  readonly formula: string
  readonly value: Value
  /** Where the formula stands, if it fills this cell from another one. */
  readonly spilledFrom?: Area
  /** Each call of ours in the formula, outermost first; empty where there is none. */
  readonly levels: readonly Level[]
  /** What to do where there is nothing to explain: an empty cell, a typed number, a formula of other functions. */
  readonly nothing?: 'empty' | 'typed' | 'foreign' | 'not recalculated'
}

export interface Level {
  /** How deep it stands within the formula. */
  readonly depth: number
  /** As in the cell. */
  readonly call: string
  readonly name: string
  readonly title: string
  readonly about: string
  readonly value: Value
  /** The calculation with the caller's numbers put in: `(5000 − 1000) / 1000 = 4`. */
  readonly calculation: string
  readonly parts: readonly { readonly name: string; readonly value: Value; readonly n?: number }[]
  readonly leftOut: readonly LeftOut[]
  readonly definitions: readonly {
    readonly term: string
    readonly title: string
    readonly words: string
    readonly version: number
  }[]
  /** As `METRIC_LABEL` says it. */
  readonly label: string
  /** Whether it is asked of tables, so that a database can be asked the same. */
  readonly ofTables: boolean
  /** Where the period is locked. */
  readonly locked?: { readonly period: string; readonly asReported: Value; readonly restated: Value }
  /** What to do about an error. */
  readonly remedy?: string
  /** The part that only the spreadsheet computes, where there is one: then nothing is known but what is shown here. */
  readonly foreign?: string
}

/** A level of what was told of a cell, counted from 0. */
export interface AskedLevel {
  readonly cell: Area
  readonly level: number
}

export interface LeftOut {
  readonly table: TableName
  readonly reason: string
  readonly rows: number
  /** What they would have been counted as, in words: `won and not refunded`. */
  readonly of?: string
  /** Some of them, to be shown; none where the table is no range of the workbook. */
  readonly shown: readonly Area[]
}

// Check

/** Without a look into the cells. */
export interface Sheets {
  readonly locale: Locale
  readonly sheets: readonly SheetInfo[]
}

export interface SheetChecked {
  readonly findings: readonly Finding[]
  readonly used: readonly UsedDefinitions[]
}

/** Which definitions the formulas of a sheet go by. */
export interface UsedDefinitions {
  /** The argument as written, `''` for none. */
  readonly definitions: string
  readonly first: Area
  readonly count: number
}

export type FindingKind =
  | 'broken chain'
  | 'drifted by rules'
  | 'drifted by data'
  | 'error'
  | 'not recalculated'
  | 'two sets of definitions'
  | 'no definitions'
  | 'typed over'
  | 'row problem'
  | 'mixed bases'
  | 'averaged rates'
  | 'whole column'
  | 'volatile'
  | 'too large'
  | 'outside the named table'

export interface Finding {
  readonly kind: FindingKind
  /** 1 makes numbers wrong, 2 may, 3 is untidy. */
  readonly severity: 1 | 2 | 3
  readonly area: Area
  /** What stands there, and what should. */
  readonly holds: string
  readonly detail: string
  readonly remedy: string
  /** What mending would write into the first cell of the area; absent where a person has to decide. */
  readonly mended?: string
}

// Share

export interface SetFile {
  readonly fileName: string
  readonly text: string
  /** For a mail: the definitions in words. */
  readonly words: string
  readonly hash: string
}

export interface SetComparison {
  readonly name: string
  readonly theirs: Seen
  readonly ours: Seen
  readonly differing: readonly TermDifference[]
  /** Whether it can take the place of ours, or why not: a locked period would change. */
  readonly refusal: CellError | undefined
}

export interface AskedHandOver {
  /** Built-in functions that go on computing where there are any, or values alone. */
  readonly form: 'formulas' | 'values'
}

/** What becomes of the workbook's numbers. */
export interface HandOverPlan {
  readonly numbers: number
  /** Those that get formulas of built-in functions and nothing else. */
  readonly native: number
  /** Of the others, why they become values, the most frequent reason first. */
  readonly values: readonly { readonly reason: string; readonly count: number; readonly first: Area }[]
  /** Formulas that have to stay, with what to do about each. */
  readonly kept: readonly { readonly cell: Area; readonly reason: string }[]
  /** How many cells do not show what their formulas give now, which is what is handed over; the first of them. */
  readonly differing: { readonly count: number; readonly first: Area | undefined }
}

export type HandedOver = Done<HandOverPlan>

export type BroughtBack = Done<{
  readonly restored: number
  /** Formulas whose cells somebody has typed over since: they were left as they are. */
  readonly left: readonly Area[]
}>

export interface Verified {
  /** Whether the Provenance sheet is as it was written. */
  readonly sealed: boolean
  /** When it was handed over, as `2026-07-02 10:00`. */
  readonly made: string
  readonly numbers: readonly NumberVerified[]
}

export interface NumberVerified {
  readonly area: Area
  readonly metric: string
  /** None: it is what it was. */
  readonly changes: readonly (
    | 'formula typed over'
    | 'definitions changed'
    | 'inputs changed'
    | 'number changed'
  )[]
  /** Which ranges and cells, where inputs have changed. */
  readonly inputs: readonly string[]
  readonly was: Value
  readonly is: Value
  /** What its formula gives now, where that is not what the cell shows and Plumbline can tell. */
  readonly recomputed?: Value
}
