import type { Context, Rows } from '../tables/rows'
import { rowsOf } from '../tables/rows'
import type { TableName } from '../tables/schema'
import { type Condition, filterOf } from '../tables/where'
import { type CellError, cellError, isCellError } from '../values'
import type { Measure } from './metric'

/** First and last day, both counted in, as serials. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** What a measure found in one period: a count or the values of its rows. */
export type Part = number | readonly number[] | CellError

/**
 * Takes every measure in every period, with one pass over each table however many are asked.
 * @returns a part per measure and period; what is wrong in a row is wrong in the parts that the row belongs to
 */
export function takeMeasures(
  measures: readonly Measure[],
  periods: readonly Period[],
  context: Context,
  conditions: readonly Condition[],
): readonly (readonly Part[])[] {
  const taken = measures.map(() => periods.map((): Part => cellError('#N/A', 'not measured')))
  for (const [name, table] of context.tables) {
    const own = measures.flatMap((measure, index) => (measure.from === name ? [{ measure, index }] : []))
    if (own.length === 0) continue
    const rows = rowsOf(table, context)
    const tallies = passOver(
      rows,
      own.map(({ measure }) => measure),
      periods,
      conditions,
    )
    for (const [place, { index }] of own.entries()) taken[index] = tallies[place] as Part[]
  }
  return taken
}

/** Reads a part of the work that may throw a `CellError`, and gives it back as a value. */
function caught<Found>(read: () => Found): Found | CellError {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return thrown
    throw thrown
  }
}

function passOver(
  rows: Rows,
  measures: readonly Measure[],
  periods: readonly Period[],
  conditions: readonly Condition[],
): Part[][] {
  const filter = caught(() => filterOf(rows.table, conditions))
  if (isCellError(filter)) return measures.map(() => periods.map(() => filter))
  const tallies = measures.map(measure => caught(() => tallyOf(rows, measure, periods)))
  const running = tallies.filter((tally): tally is Tally => !isCellError(tally))
  for (let row = 1; row < rows.table.rows.length; row++) {
    const kept = conditions.length === 0 || caught(() => filter(row))
    if (kept === false) continue
    for (const tally of running) tally.add(row, isCellError(kept) ? kept : undefined)
  }
  return tallies.map(tally => (isCellError(tally) ? periods.map(() => tally) : tally.parts()))
}

interface Tally {
  readonly add: (row: number, filterError: CellError | undefined) => void
  readonly parts: () => Part[]
}

function tallyOf(rows: Rows, measure: Measure, periods: readonly Period[]): Tally {
  const { table, context, read } = rows
  const at = read(measure.at)
  const belongs = read(measure.rows)
  const value = measure.value === undefined ? undefined : read(measure.value)
  const currency = table.schema.columns.currency && value ? read('currency') : undefined
  const counts = periods.map(() => 0)
  const values = periods.map((): number[] => [])
  const errors = periods.map((): CellError | undefined => undefined)
  const currencies = periods.map(() => new Set<string>())

  function add(row: number, filterError: CellError | undefined): void {
    const found = caught(() => at(row))
    const date = isCellError(found) ? found : typeof found === 'number' ? found : undefined
    if (date === undefined) return
    for (const [index, period] of periods.entries()) {
      // A date that cannot be read may lie in any period.
      if (errors[index] || (!isCellError(date) && !isWithin(date, period, context.asOf))) continue
      const error = isCellError(date) ? date : (filterError ?? take(row, index))
      if (error) errors[index] = error
    }
  }

  function take(row: number, index: number): CellError | undefined {
    const outcome = caught(() => {
      if (belongs(row) !== true) return undefined
      counts[index] = (counts[index] as number) + 1
      if (!value) return undefined
      const number = value(row)
      if (typeof number !== 'number') return missingValue(rows, measure, row)
      values[index]?.push(number)
      const code = currency?.(row)
      if (typeof code === 'string') currencies[index]?.add(code.toUpperCase())
      return undefined
    })
    return outcome
  }

  function parts(): Part[] {
    return periods.map((_, index) => {
      const mixed = [...(currencies[index] ?? [])]
      if (errors[index]) return errors[index]
      if (mixed.length > 1) {
        return cellError(
          '#VALUE!',
          `${table.schema.name}: amounts in ${mixed.join(', ')} cannot be added; convert them first`,
        )
      }
      return value ? (values[index] as number[]) : (counts[index] as number)
    })
  }

  return { add, parts }
}

function isWithin(date: number, { from, to }: Period, asOf: number): boolean {
  return date >= from && date < Math.min(to, asOf) + 1
}

function missingValue({ table, read }: Rows, measure: Measure, row: number): CellError {
  const id = keyColumns[table.schema.name]
  const named = id ? ` (${read(id)(row)})` : ''
  return cellError(
    '#N/A',
    `${table.schema.name} row ${row + 1}${named} counts, but its ${measure.value} is blank: fill it in`,
  )
}

const keyColumns: Partial<Record<TableName, string>> = { leads: 'lead_id', deals: 'deal_id' }
