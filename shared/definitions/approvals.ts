import { periodStart } from '../formula/periods'
import { type CellError, cellError } from '../values'
import { approverFault } from './approvers'
import { dayText } from './clock'
import { fiscalCalendarOf } from './fiscal-calendar'
import { termsAt } from './governing'
import { chainOf } from './hash'
import { type DefinitionRow, hashedParts } from './row'
import { builtInTerms } from './terms'
import { calendarTerms } from './terms/calendar'

/** What does not fit together in rows that stand in the order of their approval, as a `#VALUE!` naming the row. */
export function approvalFault(rows: readonly DefinitionRow[], sealed: boolean): CellError | undefined {
  return (
    versionFault(rows) ??
    doubleFault(rows) ??
    (sealed ? chainFault(rows) : undefined) ??
    startFault(rows) ??
    unapproved(rows)
  )
}

export function refused(at: number, what: string): CellError {
  return cellError('#VALUE!', `definitions row ${at} ${what}`)
}

/** Versions count the approvals: 1, 2, 3, in the order in which they were recorded. */
function versionFault(rows: readonly DefinitionRow[]): CellError | undefined {
  for (const [index, { at, version, term, recordedAt }] of rows.entries()) {
    const before = rows[index - 1]
    const next = (before?.version ?? 0) + 1
    if (version !== next && version !== before?.version) {
      return refused(
        at,
        `has version ${version} where ${next} comes next: a row is missing, or numbered by hand`,
      )
    }
    if (version === before?.version && term === before.term) {
      return refused(at, `gives ${term} a second value in version ${version}, as row ${before.at} does`)
    }
    if (before && recordedAt < before.recordedAt) {
      return refused(at, `was recorded before version ${before.version} but has version ${version}`)
    }
  }
  return undefined
}

/** For one term and day, one row is approved: the last. Those before it are superseded, and nothing else is. */
function doubleFault(rows: readonly DefinitionRow[]): CellError | undefined {
  const lasts = new Map(rows.map(row => [`${row.term} ${row.effectiveFrom}`, row]))
  for (const row of rows) {
    const last = lasts.get(`${row.term} ${row.effectiveFrom}`) as DefinitionRow
    const from = `${row.term} from ${dayText(row.effectiveFrom)} on`
    if (row !== last && !row.superseded) {
      return refused(row.at, `and row ${last.at} both say what ${from} is: mark the older one superseded`)
    }
    if (row === last && row.superseded) {
      return refused(row.at, `is superseded, but no later row says what ${from} is`)
    }
  }
  return undefined
}

function chainFault(rows: readonly DefinitionRow[]): CellError | undefined {
  const chain = chainOf(rows.map(hashedParts))
  const broken = rows.find(({ hash }, index) => hash !== chain[index])
  if (!broken) return undefined
  const what = broken.hash === '' ? 'has no hash, others have one' : 'does not fit its hash'
  return refused(
    broken.at,
    `${what}: it, or a row approved before it, was changed by hand or deleted. Restore it from the history of the workbook, and change definitions in the sidebar`,
  )
}

/** A definition holds for whole periods, by the calendar that its own version makes. */
function startFault(rows: readonly DefinitionRow[]): CellError | undefined {
  for (const { at, effectiveFrom, version } of rows) {
    const { start, grain } = periodHolding(rows, effectiveFrom, version)
    if (start !== effectiveFrom) {
      return refused(
        at,
        `takes effect on ${dayText(effectiveFrom)}, which begins no ${grain}: nothing changes within one`,
      )
    }
  }
  return undefined
}

/** A row that somebody approved who may not: by the list as the approvals before it had left it. */
function unapproved(rows: readonly DefinitionRow[]): CellError | undefined {
  for (const { at, changedBy, recordedAt, version } of rows) {
    const fault = approverFault(rows, { by: changedBy, recordedAt, version: version - 1 })
    if (fault) return refused(at, `cannot hold: ${fault.reason}`)
  }
  return undefined
}

/** Few rows of many, and asked for each of them. */
const calendarIds = new Set(['lock.grain', ...Object.keys(calendarTerms)])

/** The period for which a definition of that day would hold, and its length. */
export function periodHolding(
  rows: readonly DefinitionRow[],
  day: number,
  version: number,
): { readonly start: number; readonly grain: string } {
  // Stryker disable next-line MethodExpression: without the other rows, it only is quicker
  const calendar = rows.filter(({ term }) => calendarIds.has(term))
  // Stryker disable next-line ConditionalExpression: without rows it only saves time
  const terms = calendar.length === 0 ? builtInTerms : termsAt(calendar, day, version)
  const grain = String(terms['lock.grain'])
  return { grain, start: periodStart(day, grain, fiscalCalendarOf(terms)) }
}
