import { type Argument, type Cell, type CellError, cellError, isCellError } from '../values'
import { dayText } from './clock'
import { asKept, chainOf } from './hash'
import { type PeriodName, parsePeriod, periodText } from './period-name'
import { momentText, wholeSeconds } from './row'
import { type Columns, readSheet, type SheetRow } from './sheet'

/** What a metric was when its period was locked, and what it was made of. */
export interface SnapshotRow {
  readonly period: string
  readonly metric: string
  /** `region=West`; blank for all. */
  readonly segment: string
  /** An error is kept by its code, such as `#DIV/0!`. */
  readonly value: number | string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly n: number | null
  /** Of the definitions. */
  readonly version: number
  readonly asOf: number
  /** How many rows each table had: `leads: 12; deals: 10`. */
  readonly rows: string
  /** The `tableChecksum` of each: `leads: 3f2a…; deals: 09bc…`. */
  readonly checksum: string
  readonly recordedAt: number
  readonly hash: string
  readonly at: number
}

/** In the order in which they were recorded. */
export interface Snapshot {
  readonly rows: readonly SnapshotRow[]
  readonly sealed: boolean
}

export const snapshotColumns = {
  period: { type: 'any' },
  metric: { type: 'text' },
  segment: { type: 'text', blank: true },
  value: { type: 'result' },
  numerator: { type: 'any', blank: true },
  denominator: { type: 'any', blank: true },
  n: { type: 'count', blank: true },
  version: { type: 'count' },
  as_of: { type: 'date' },
  rows: { type: 'text' },
  checksum: { type: 'text' },
  recorded_at: { type: 'date' },
  hash: { type: 'text', blank: true, optional: true },
} as const satisfies Columns

/** Reads the range SNAPSHOT; `#VALUE!` names the row that a hand has put wrong. */
export function readSnapshot(argument: Argument): Snapshot | CellError {
  const sheet = readSheet('snapshot', snapshotColumns, argument)
  if (isCellError(sheet)) return sheet
  const rows: SnapshotRow[] = []
  for (const each of sheet) {
    const row = rowOf(each)
    if (isCellError(row)) return row
    rows.push(row)
  }
  return snapshotOf(rows)
}

/** The order of the chain. */
export function inSnapshotOrder<Row extends Omit<SnapshotRow, 'hash' | 'at'>>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((a, b) => a.recordedAt - b.recordedAt || (keyOf(a) < keyOf(b) ? -1 : 1))
}

export function snapshotOf(unordered: readonly SnapshotRow[]): Snapshot | CellError {
  const rows = inSnapshotOrder(unordered)
  const double = rows.find((row, index) => {
    const before = rows[index - 1]
    return before?.recordedAt === row.recordedAt && keyOf(before) === keyOf(row)
  })
  if (double)
    return refused(double.at, `records ${double.metric} for ${double.period} a second time at one moment`)
  const sealed = rows.length === 0 || rows.some(({ hash }) => hash !== '')
  const chain = sealed ? chainOf(rows.map(hashedSnapshot)) : []
  const broken = rows.find(({ hash }, index) => hash !== (chain[index] ?? ''))
  if (!broken) return { rows, sealed }
  return refused(
    broken.at,
    'does not fit its hash: it, or a row recorded before it, was changed by hand or deleted. Restore it from the history of the workbook',
  )
}

function rowOf({ at, cells }: SheetRow): SnapshotRow | CellError {
  const name = parsePeriod(cells.period)
  if (isCellError(name)) return refused(at, `cannot be read: ${name.reason}`)
  const value = isCellError(cells.value) ? cells.value.error : cells.value
  const isError = typeof value === 'string' && value.startsWith('#')
  if (typeof value !== 'number' && !isError) return refused(at, 'has no number as its value')
  const parts = [cells.numerator, cells.denominator].map(part => (part === '' ? null : part))
  if (parts.some(part => part !== null && typeof part !== 'number')) {
    return refused(at, 'has a numerator or denominator that is no number')
  }
  return {
    ...{ at, value, period: periodText(name), metric: String(cells.metric).toUpperCase() },
    ...{
      segment: String(cells.segment),
      numerator: parts[0] as number | null,
      denominator: parts[1] as number | null,
    },
    n: cells.n as number | null,
    version: Number(cells.version),
    asOf: Number(cells.as_of),
    rows: String(cells.rows),
    checksum: String(cells.checksum),
    recordedAt: wholeSeconds(Number(cells.recorded_at)),
    hash: String(cells.hash),
  }
}

function refused(at: number, what: string): CellError {
  return cellError('#VALUE!', `snapshot row ${at} ${what}`)
}

function keyOf({ period, metric, segment }: Pick<SnapshotRow, 'period' | 'metric' | 'segment'>): string {
  return [period, metric, segment.toLowerCase()].join('\n')
}

export function hashedSnapshot(row: Omit<SnapshotRow, 'hash' | 'at'>): readonly (string | number | null)[] {
  const { period, metric, segment, n, version, asOf, rows, checksum } = row
  const numbers = [row.value, row.numerator, row.denominator].map(asKept)
  const made = [version, dayText(asOf), rows, checksum, momentText(row.recordedAt)]
  return [period, metric, segment, ...numbers, n, ...made]
}

/**
 * The value as it was reported last.
 * @returns `#N/A` where none was, and the error that stood in a value's place
 */
export function snapshotValue(
  { rows }: Snapshot,
  metric: string,
  period: PeriodName,
  segment = '',
): SnapshotRow | CellError {
  const [name, part] = [metric.trim().toUpperCase(), segment.trim()]
  const wanted = keyOf({ period: periodText(period), metric: name, segment: part })
  const found = rows.filter(row => keyOf(row) === wanted)
  const last = found[found.length - 1]
  if (last) return last
  const of = part === '' ? name : `${name} of ${part}`
  return cellError('#N/A', `no ${of} was locked for ${periodText(period)}: lock the period in the sidebar`)
}

/** A row as the cells that are appended to the sheet, in the order of `snapshotColumns`. */
export function snapshotCells(row: SnapshotRow): readonly Cell[] {
  const { period, metric, segment, value, numerator, denominator, n, version, asOf } = row
  const made = [version, asOf, row.rows, row.checksum, row.recordedAt, row.hash]
  return [period, metric, segment, value, numerator, denominator, n, ...made]
}
