import type { Context, RowSource } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import type { CreditColumns } from './credits'
import type { SqlDialect } from './dialect'
import type { Written } from './expression'
import type { Mapping } from './mapping'
import { type SourceWriter, sourceWriter } from './source'

/** A column of a layer: derived, or a named rule. */
export interface Column extends Written {
  readonly name: string
  /** The layer that adds it: one after all that it is read from. */
  readonly depth: number
  /** What it is read from besides the row. */
  readonly joins: readonly string[]
  /** Whether it speaks of the period: then it is added after the rows were put into periods. */
  readonly isOfPeriod: boolean
  /** Whether it is read from text, which has to be trimmed, and may have to be searched. */
  readonly isOfText: boolean
  readonly uses: readonly Column[]
}

/** What is noted while an expression is written. */
export interface Frame {
  depth: number
  isOfPeriod: boolean
  isOfText: boolean
  readonly uses: Set<Column>
  readonly joins: string[]
}

/** What all states of the definitions share: the columns of the tables themselves. */
export interface Statement {
  readonly dialect: SqlDialect
  readonly mapping: Mapping
  /** Of each table the columns that are read, by the name under which all that follows knows them. */
  readonly bases: Map<TableName, Map<string, string>>
}

/** One state of the definitions, and what was written under it. */
export interface State extends Statement {
  /** Tables without rows, the terms, and the day that is known last. */
  readonly context: Context
  /** Tells the layers of one state from those of another. */
  readonly suffix: string
  readonly sources: Map<RowSource, SourceWriter>
  readonly frames: Frame[]
  /** What is taken over into the credits. */
  readonly credits: CreditColumns
  /** The latest thing that the tables record, where a rule asks for it. */
  latest?: { readonly sql: string; readonly depth: number }
}

export function stateOf(statement: Statement, context: Context, suffix: string): State {
  return {
    ...statement,
    context,
    suffix,
    sources: new Map(),
    frames: [],
    credits: { ofDeal: new Map(), ofLead: new Map() },
  }
}

export function sourceIn(state: State, source: RowSource): SourceWriter {
  const known = state.sources.get(source)
  if (known) return known
  const writer = sourceWriter(source, state)
  state.sources.set(source, writer)
  return writer
}

/** Writes something and tells what it needed. */
export function noting<Made>(state: State, make: () => Made): { readonly made: Made; readonly frame: Frame } {
  const frame: Frame = { depth: 0, isOfPeriod: false, isOfText: false, uses: new Set(), joins: [] }
  state.frames.push(frame)
  try {
    return { made: make(), frame }
  } finally {
    state.frames.pop()
  }
}

/** Notes that what is being written needs a column. */
export function note({ frames }: State, { depth, isOfPeriod, isOfText, column }: Needed): void {
  const frame = frames[frames.length - 1]
  if (!frame) return
  frame.depth = Math.max(frame.depth, depth)
  if (isOfPeriod) frame.isOfPeriod = true
  if (isOfText) frame.isOfText = true
  if (column) frame.uses.add(column)
}

interface Needed {
  readonly depth: number
  readonly isOfPeriod: boolean
  readonly isOfText?: boolean
  readonly column?: Column
}
