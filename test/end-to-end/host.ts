import type { Frame, Page } from 'playwright-core'
import type { Cell, Matrix } from '../../shared/values'
import { type Area, addressText, cellAt, parseAddress } from '../../shared/workbook/area'
import type { Ask } from '../../shared/workbook/questions'
import { coreMatrix, sampleTable } from '../support/tables'

/** How a person goes about it. */
export type By = 'mouse' | 'keyboard'

/** A workbook with the sidebar beside it, in one of the hosts. */
export interface EndToEndHost {
  readonly page: Page
  /** Where the sidebar is drawn: a page of its own, or a frame. */
  readonly sidebar: Frame
  readonly prefix: '' | 'PLUMB.'
  /** A person selects cells of the spreadsheet. */
  readonly select: (address: string, by: By) => Promise<void>
  /** Brings the keyboard into the sidebar, as far as it is not there. */
  readonly enterSidebar: () => Promise<void>
  /** Somebody types into cells of the spreadsheet: values, or formulas without the host's prefix. */
  readonly type: (contents: Readonly<Record<string, string | number>>) => Promise<void>
  /** What the workbook holds now, computed. */
  readonly state: () => Promise<WorkbookState>
  readonly selection: () => Promise<string>
  /** Another editor of the same workbook. */
  readonly somebodyElse: Ask
  /** What went wrong on the page, and addresses that it asked for outside of this machine. */
  readonly trouble: readonly string[]
  readonly close: () => Promise<void>
}

export interface WorkbookState {
  /** Filled cells by address: formulas as the core takes them, values as the spreadsheet holds them. */
  readonly cells: Readonly<Record<string, { readonly formula: string; readonly value: unknown }>>
  readonly names: Readonly<Record<string, string>>
}

export const samples: Readonly<Record<string, Matrix>> = {
  Leads: coreMatrix(sampleTable('leads')),
  Deals: coreMatrix(sampleTable('deals')),
  Costs: coreMatrix(sampleTable('costs')),
}

/** Where the scenarios' own formulas stand. */
export const board = 'Board'

export const area = (address: string): Area => {
  const found = parseAddress(address, '')
  if (found === undefined) throw new Error(`${address} is no address`)
  return found
}

/** The values of a named range. */
export function named({ cells, names }: WorkbookState, name: string): Matrix {
  const { sheet, top, left, bottom, right } = area(names[name] ?? '')
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => {
      const { value = null } = cells[addressText(cellAt(sheet, top + row, left + column))] ?? {}
      return (value === '' ? null : value) as Cell
    }),
  )
}

/** What people put there, without what it comes to. */
export const contents = ({ cells, names }: WorkbookState) => ({
  names,
  cells: Object.fromEntries(
    Object.entries(cells).map(([address, { formula, value }]) => [address, formula || value]),
  ),
})
