import type { Period, Rows } from '../../tables/rows'
import { type Column, type Fail, placeInBlock } from '../../tables/selection'
import type { Reader, RowValue } from '../../tables/table'
import { type CellError, cellError, isCellError } from '../../values'
import type { Measure } from '../metric'
import { type Found, nothingOf, type Part } from './part'

/** What one measure has found so far, by period and group. */
export interface Tally {
  readonly measure: Measure
  /** Opens its readers on the rows that are about to be passed over. */
  readonly open: (rows: Rows) => void
  /**
   * Adds the first `count` rows; their periods stand by `placeInBlock`, their groups side by side with them. What a row
   * throws is its error alone.
   */
  readonly addAll: (
    rows: Int32Array,
    count: number,
    periodAt: Int32Array,
    groups: Int32Array,
    fail: Fail,
  ) => void
  /** Of the rows that are wrong in a period and group, the first is named. */
  readonly failAt: (row: number, period: number, group: number, error: CellError) => void
  readonly fail: (error: CellError) => void
  readonly part: (period: number, group: number) => Part
}

export function tallyOf(measure: Measure, periods: readonly Period[]): Tally {
  const cellsByKey = new Map<string, FoundCell[]>()
  const wholeCells: FoundCell[] = []
  const currencies = new Map<number, string>()
  const failures = new Map<number, { readonly row: number; readonly error: CellError }>()
  let failed: CellError | undefined
  let rows: Rows
  let value: Reader | undefined
  let numbers: Column | undefined
  let currency: Reader | undefined
  let key: Reader | undefined
  const cellsOf = (name: RowValue): FoundCell[] | undefined => {
    const text = String(name ?? '')
      .trim()
      .toLowerCase()
    if (text === '') return undefined
    const known = cellsByKey.get(text)
    if (known) return known
    const fresh: FoundCell[] = []
    cellsByKey.set(text, fresh)
    return fresh
  }
  const add = (cells: FoundCell[], place: number, row: number): void => {
    const cell = cells[place]
    if (value === undefined) {
      cells[place] = ((cell as number | undefined) ?? 0) + 1
      return
    }
    const seen = numbers?.rows[row]?.[numbers.place]
    const found = Number.isFinite(seen) ? (seen as number) : value(row)
    if (measure.distinct !== undefined) {
      if (cell === undefined) cells[place] = new Set([found])
      else (cell as Set<unknown>).add(found)
      return
    }
    if (typeof found !== 'number') throw missingValue(rows, measure, row)
    if (currency) sameCurrency(rows, currencies, place, currency(row))
    if (cell === undefined) cells[place] = [found]
    else (cell as number[]).push(found)
  }
  const placeOf = (period: number, group: number): number => group * periods.length + period

  return {
    measure,
    open: opened => {
      rows = opened
      rows.compiled(measure.rows)
      const counted = measure.value ?? measure.distinct
      const { read, column } = counted === undefined ? { read: undefined } : rows.compiled(counted)
      value = read
      numbers = column?.type === 'number' ? column : undefined
      const isMoney = measure.value !== undefined && rows.isMoney(measure.value)
      currency = isMoney && rows.has('currency') ? rows.read('currency') : undefined
      key = measure.per === undefined ? undefined : rows.column(measure.per)
    },
    addAll: (chosen, count, periodAt, groups, fail) => {
      for (let index = 0; index < count; index++) {
        const row = chosen[index] as number
        const place = placeOf(periodAt[row & placeInBlock] as number, groups[index] as number)
        try {
          const cells = key ? cellsOf(key(row)) : wholeCells
          if (cells) add(cells, place, row)
        } catch (thrown) {
          if (!isCellError(thrown)) throw thrown
          fail(row, thrown)
        }
      }
    },
    failAt: (row, period, group, error) => {
      const place = placeOf(period, group)
      const before = failures.get(place)
      if (!before || row < before.row) failures.set(place, { row, error })
    },
    fail: error => {
      failed ??= error
    },
    part: (period, group) => {
      const place = placeOf(period, group)
      // A row that cannot be assigned to any group spoils all of them.
      const failure = failed ?? (failures.get(place) ?? failures.get(placeOf(period, -1)))?.error
      if (failure) return failure
      if (measure.per === undefined) return foundIn(wholeCells[place], measure)
      const found = [...cellsByKey].filter(([, cells]) => cells[place] !== undefined)
      return new Map(found.map(([name, cells]) => [name, foundIn(cells[place], measure)]))
    },
  }
}

type FoundCell = number | number[] | Set<unknown> | undefined

function foundIn(cell: FoundCell, measure: Measure): Found {
  return cell instanceof Set ? cell.size : (cell ?? nothingOf(measure))
}

function sameCurrency(rows: Rows, currencies: Map<number, string>, place: number, code: unknown): void {
  if (typeof code !== 'string') return
  const [own, before] = [code.toUpperCase(), currencies.get(place)]
  if (before === undefined) currencies.set(place, own)
  else if (before !== own) {
    const mixed = `amounts in ${before} and ${own} cannot be added; convert them first`
    throw cellError('#VALUE!', `${rows.source}: ${mixed}`)
  }
}

function missingValue(rows: Rows, measure: Measure, row: number): CellError {
  return cellError('#N/A', `${rows.label(row)} counts, but its ${measure.value} is blank: fill it in`)
}
