import type { Area } from './area'

/**
 * What makes a new sheet easy to read and hard to break: charts, colours by rule, lists to choose from. Only a sheet
 * that the same change adds is dressed, so that taking the change back is removing the sheet.
 */
export interface Dress {
  /** Rows at the top and columns at the left that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly gridlines?: false
  readonly charts?: readonly Chart[]
  readonly conditions?: readonly Condition[]
  readonly choices?: readonly Choices[]
  /**
   * Cells that are not to be typed over by mistake; whoever insists may. Not on a sheet that the sidebar records into
   * (definitions, locks): Excel lets no script write where a sheet is guarded.
   */
  readonly guarded?: readonly Area[]
  readonly print?: Print
}

export interface Chart {
  readonly kind: 'line' | 'column' | 'stacked column' | 'bar' | 'combo' | 'scatter'
  readonly title: string
  /** The cells that it covers. */
  readonly over: Area
  /** What stands along the axis; of a scatter the numbers. */
  readonly labels: Area
  readonly series: readonly Series[]
  /** How the numbers of the first axis are written, as in `0%`. */
  readonly format?: string
  /** Likewise of the second axis. */
  readonly secondFormat?: string
}

export interface Series {
  readonly name: string
  readonly values: Area
  /** In a combo: by default columns on the first axis. */
  readonly as?: 'line' | 'column'
  readonly secondAxis?: true
  /** Six hexadecimal digits. */
  readonly colour: string
}

/**
 * Cells that change their colours where a formula, written for the first of them, is true: one of the spreadsheet's own
 * functions and of cells of the same sheet, since that is all that every host takes there.
 */
export interface Condition {
  readonly area: Area
  readonly when: string
  readonly look: 'good' | 'watch' | 'bad' | 'quiet'
}

export interface Choices {
  readonly area: Area
  /** Texts of up to 255 letters together and without commas, as Excel takes them; or the cells that hold them. */
  readonly from: readonly string[] | Area
  /** Refuses everything else; otherwise it is only marked. */
  readonly strict: boolean
}

/** With its `=`, which a template may leave out. */
export const conditionFormula = ({ when }: Condition): string => `=${when.replace(/^=/, '')}`

export const isList = (from: Choices['from']): from is readonly string[] => Array.isArray(from)

export interface Print {
  readonly landscape: boolean
  /** Rows from the top that are repeated on each page. */
  readonly headerRows: number
}
