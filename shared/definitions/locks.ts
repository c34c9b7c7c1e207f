import { type Argument, type Cell, type CellError, cellError, isCellError } from '../values'
import { dayText } from './clock'
import { chainOf } from './hash'
import { type PeriodName, parsePeriod, periodText, type Span } from './period-name'
import { momentText, wholeSeconds } from './row'
import { type Columns, readSheet, type SheetRow } from './sheet'
import type { DefinitionSet } from './table'

/** A period that was locked or unlocked; nothing is ever taken away, so that both stay on record. */
export interface LockRow extends Span {
  /** Its canonical name, such as `2026-Q1`. */
  readonly period: string
  readonly status: 'locked' | 'unlocked'
  /** Of the definitions that govern it. */
  readonly version: number
  /** The day up to which things were known, as a serial. */
  readonly asOf: number
  readonly lockedBy: string
  readonly reason: string
  readonly recordedAt: number
  readonly hash: string
  readonly at: number
}

/** In the order in which they were recorded. */
export interface Locks {
  readonly rows: readonly LockRow[]
  readonly sealed: boolean
  readonly hash: string
}

export const noLocks: Locks = { rows: [], sealed: true, hash: '' }

export const lockColumns = {
  period: { type: 'any' },
  from: { type: 'date' },
  to: { type: 'date' },
  status: { type: 'text' },
  version: { type: 'count' },
  as_of: { type: 'date' },
  locked_by: { type: 'text' },
  reason: { type: 'text', blank: true },
  recorded_at: { type: 'date' },
  hash: { type: 'text', blank: true, optional: true },
} as const satisfies Columns

/** Reads the range LOCKS; `#VALUE!` names the row that a hand has put wrong. Blank: nothing is locked. */
export function readLocks(argument: Argument): Locks | CellError {
  const sheet = readSheet('locks', lockColumns, argument)
  if (isCellError(sheet)) return sheet
  const rows: LockRow[] = []
  for (const each of sheet) {
    const row = rowOf(each)
    if (isCellError(row)) return row
    rows.push(row)
  }
  return locksOf(rows)
}

/** Rows that are well-formed each, in any order; `#VALUE!` where they do not fit together. */
export function locksOf(unordered: readonly LockRow[]): Locks | CellError {
  const rows = [...unordered].sort((a, b) => a.recordedAt - b.recordedAt)
  const sealed = rows.length === 0 || rows.some(({ hash }) => hash !== '')
  const fault = turnFault(rows) ?? (sealed ? chainFault(rows) : undefined)
  return fault ?? { rows, sealed, hash: rows[rows.length - 1]?.hash ?? '' }
}

function rowOf({ at, cells }: SheetRow): LockRow | CellError {
  const name = parsePeriod(cells.period)
  if (isCellError(name)) return refused(at, `cannot be read: ${name.reason}`)
  const status = String(cells.status).toLowerCase()
  if (status !== 'locked' && status !== 'unlocked') {
    return refused(at, `has the status “${String(cells.status).slice(0, 40)}”: write locked or unlocked`)
  }
  const span = { from: Number(cells.from), to: Number(cells.to) }
  const [shortest, longest] = daysIn[name.grain]
  const days = span.to - span.from + 1
  if (days < shortest || days > longest) {
    return refused(
      at,
      `says that ${periodText(name)} is from ${dayText(span.from)} to ${dayText(span.to)}: it is not`,
    )
  }
  const reason = String(cells.reason)
  if (status === 'unlocked' && reason === '') return refused(at, 'has no reason: unlocking needs one')
  return {
    ...span,
    ...{ at, status, reason, period: periodText(name), lockedBy: String(cells.locked_by) },
    version: Number(cells.version),
    asOf: Number(cells.as_of),
    recordedAt: wholeSeconds(Number(cells.recorded_at)),
    hash: String(cells.hash),
  }
}

/** How long a period can be, by calendar months or by weeks; which days it has is the fiscal calendar's matter. */
const daysIn: Readonly<Record<PeriodName['grain'], readonly [number, number]>> = {
  year: [357, 378],
  quarter: [84, 98],
  month: [28, 31],
  'fiscal month': [28, 42],
  week: [7, 7],
  'week of quarter': [1, 7],
}

function refused(at: number, what: string): CellError {
  return cellError('#VALUE!', `locks row ${at} ${what}`)
}

/** Locked and unlocked take turns, a lock first. */
function turnFault(rows: readonly LockRow[]): CellError | undefined {
  const last = new Map<string, LockRow>()
  for (const row of rows) {
    const before = last.get(row.period)
    if (before?.recordedAt === row.recordedAt) {
      return refused(row.at, `and row ${before.at} record ${row.period} at the same moment: which was later?`)
    }
    if ((before?.status ?? 'unlocked') === row.status) {
      return refused(row.at, `has ${row.period} ${row.status}, which it was already: a row is missing`)
    }
    last.set(row.period, row)
  }
  return undefined
}

export function hashedLock(row: Omit<LockRow, 'hash' | 'at'>): readonly (string | number)[] {
  const { period, from, to, status, version, asOf, lockedBy, reason, recordedAt } = row
  return [
    ...[period, dayText(from), dayText(to), status, version, dayText(asOf)],
    ...[lockedBy, reason, momentText(recordedAt)],
  ]
}

function chainFault(rows: readonly LockRow[]): CellError | undefined {
  const chain = chainOf(rows.map(hashedLock))
  const broken = rows.find(({ hash }, index) => hash !== chain[index])
  return (
    broken &&
    refused(
      broken.at,
      'does not fit its hash: it, or a row recorded before it, was changed by hand or deleted. Restore it from the history of the workbook',
    )
  )
}

/** The lock that holds over all of a span: of that very period, else of a longer one; undefined where none does. */
export function lockOf(locks: Locks, { from, to }: Span): LockRow | undefined {
  const holding = locksNow(locks).filter(lock => lock.from <= from && lock.to >= to)
  return holding.find(lock => lock.from === from && lock.to === to) ?? holding[0]
}

export function isLocked(locks: Locks, span: Span): boolean {
  return lockOf(locks, span) !== undefined
}

/**
 * A period that was locked under approvals which the definitions do not hold any more: the end of a chain of hashes can
 * be deleted without a trace in the chain, and a lock remembers it.
 */
export function missingApproval({ version }: DefinitionSet, { rows }: Locks): CellError | undefined {
  const lock = rows.find(row => row.version > version)
  return (
    lock &&
    cellError(
      '#VALUE!',
      `${lock.period} was locked under definitions v${lock.version}, and they end at v${version}: rows are missing`,
    )
  )
}

/** The periods that are locked now. */
export function locksNow({ rows }: Locks): readonly LockRow[] {
  const last = new Map(rows.map(row => [row.period, row]))
  return [...last.values()].filter(({ status }) => status === 'locked')
}

/** A row as the cells that are appended to the sheet, in the order of `lockColumns`. */
export function lockCells(row: LockRow): readonly Cell[] {
  const { period, from, to, status, version, asOf, lockedBy, reason, recordedAt, hash } = row
  return [period, from, to, status, version, asOf, lockedBy, reason, recordedAt, hash]
}
