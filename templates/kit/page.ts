import type { Area } from '../../shared/workbook/area'
import type { Chart, Choices, Condition, Print, Series } from '../../shared/workbook/dress'
import type { Content, Look } from '../../shared/workbook/steps'

/** A part of a page, drawn with its first cell at a corner. */
export type Part = (corner: Corner) => Drawn

export interface Corner {
  readonly sheet: string
  readonly top: number
  readonly left: number
}

/** What a part puts on the page. Its cells begin at its corner, all else says where it is. */
export interface Drawn {
  /** `null` is left blank, `undefined` is left to a formula that fills it. */
  readonly cells: readonly (readonly Content[])[]
  /** Rows that it takes, where it is more than its cells: a chart, a list that grows. */
  readonly rows?: number
  readonly looks?: readonly (readonly [Area, Look])[]
  readonly charts?: readonly DrawnChart[]
  readonly conditions?: readonly Condition[]
  /** A text in place of a list is the anchor of the cells that hold it. */
  readonly choices?: readonly (Omit<Choices, 'from'> & { readonly from: readonly string[] | string })[]
  /** Cells that people fill in. */
  readonly inputs?: readonly Area[]
  readonly names?: Readonly<Record<string, Area>>
  /** Cells that formulas and charts of any page find by a name in small letters. */
  readonly anchors?: Readonly<Record<string, Area>>
}

/** A chart of cells that are known by their anchors. */
export interface DrawnChart extends Omit<Chart, 'labels' | 'series'> {
  readonly labels: string
  readonly series: readonly (Omit<Series, 'values'> & { readonly values: string })[]
}

export interface Page {
  readonly sheet: string
  /** In letters, from the first column on. */
  readonly widths: readonly number[]
  readonly parts: readonly Part[]
  readonly print?: Print
  readonly frozen?: { readonly rows: number; readonly columns: number }
}

/** Cells of a part, counted from its corner. */
export const at = (
  { sheet, top, left }: Corner,
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Area => ({
  ...{ sheet, top: top + row, left: left + column },
  ...{ bottom: top + row + rows - 1, right: left + column + columns - 1 },
})
