import type { Period, Rows } from '../../tables/rows'
import type { Reader } from '../../tables/table'
import { type CellError, cellError } from '../../values'
import type { Measure } from '../metric'
import { type Found, nothingOf, type Part } from './part'

/** What one measure has found so far, by period and group. */
export interface Tally {
  readonly measure: Measure
  /** Opens its readers on the rows that are about to be passed over. */
  readonly open: (rows: Rows) => void
  readonly add: (row: number, period: number, group: number) => void
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
  let currency: Reader | undefined
  let key: Reader | undefined
  const cellsOf = (row: number): FoundCell[] | undefined => {
    if (!key) return wholeCells
    const text = String(key(row) ?? '')
      .trim()
      .toLowerCase()
    if (text === '') return undefined
    const known = cellsByKey.get(text)
    if (known) return known
    const fresh: FoundCell[] = []
    cellsByKey.set(text, fresh)
    return fresh
  }
  const placeOf = (period: number, group: number): number => group * periods.length + period

  return {
    measure,
    open: opened => {
      rows = opened
      rows.compiled(measure.rows)
      const counted = measure.value ?? measure.distinct
      value = counted === undefined ? undefined : rows.read(counted)
      const isMoney = measure.value !== undefined && rows.isMoney(measure.value)
      currency = isMoney && rows.has('currency') ? rows.read('currency') : undefined
      key = measure.per === undefined ? undefined : rows.column(measure.per)
    },
    add: (row, period, group) => {
      const place = placeOf(period, group)
      const cells = cellsOf(row)
      if (!cells) return
      const cell = cells[place]
      if (value === undefined) {
        cells[place] = ((cell as number | undefined) ?? 0) + 1
        return
      }
      const found = value(row)
      if (measure.distinct !== undefined) {
        if (cell === undefined) cells[place] = new Set([found])
        else (cell as Set<unknown>).add(found)
        return
      }
      if (typeof found !== 'number') throw missingValue(rows, measure, row)
      if (currency) sameCurrency(rows, currencies, place, currency(row))
      if (cell === undefined) cells[place] = [found]
      else (cell as number[]).push(found)
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
