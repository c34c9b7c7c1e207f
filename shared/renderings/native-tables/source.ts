import type { Context, Rows } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import type { Table } from '../../tables/table'
import { cellError } from '../../values'
import { type Area, columnLetters, sheetText } from '../../workbook/area'
import type { Quantity } from './written'

/** First and last day as formulas write them, each a whole serial. */
export interface Bounds {
  readonly from: string
  readonly to: string
}

/** What all measures of one formula share. */
export interface State {
  readonly context: Context
  /** Where each table stands, its header row included. */
  readonly places: ReadonlyMap<TableName, Area>
  /** The last day that is known, as the formula writes it; undefined where all that is recorded is known. */
  readonly asOf: string | undefined
}

/** The rows of a table, as formulas read them: each column a range, row upon row. */
export interface Source {
  readonly name: TableName
  readonly table: Table
  readonly rows: Rows
  readonly state: State
  /** The period that rules may ask for. */
  readonly period: Bounds
  /** Of deals that stand for credits: when the lead was issued that each came of, and the deals themselves. */
  readonly credit?: { readonly cohortAt: Quantity; readonly deals: Source }
}

export function sourceOf(name: TableName, state: State, period: Bounds): Source {
  const table = state.context.tables.get(name) as Table
  return { name, table, rows: state.context.rows(name), state, period }
}

/** A column by its place among the headers, from the row below these to the last row of the table. */
export function reference({ name, table, state }: Source, place: number): string {
  const area = state.places.get(name)
  if (!area) throw noTwin(`where the table ${name.toUpperCase()} stands is not known`)
  const letters = columnLetters(area.left + place)
  const [first, last] = [area.top + 2, area.top + Math.max(table.rows.length, 2)]
  return `${sheetText(area.sheet)}!$${letters}$${first}:$${letters}$${last}`
}

/** Why a formula has no native twin, in the words that a person is shown. */
export function noTwin(reason: string) {
  return cellError('#N/A', reason)
}
