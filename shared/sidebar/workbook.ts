import type { Ask, AskedHandOver, HandedOver } from '../workbook/questions'

/** What the sidebar asks of a spreadsheet, whichever it is. */
export interface Workbook {
  /** What stands before a function's name in a cell: nothing, or `PLUMB.` in Excel. */
  readonly prefix: '' | 'PLUMB.'
  /**
   * Writes a formula (with its `=`) into the active cell, and reads it back.
   * A cell that holds something is left alone, unless `over` says what the user saw in it and agreed to replace.
   */
  insert(formula: string, over?: ActiveCell): Promise<Insertion>
  /** Everything else, as questions and their answers. */
  readonly ask: Ask
  /** Hands over a copy and gives it to the user as a file, where the host can make one; the workbook stays as it is. */
  readonly handOverCopy?: ((asked: AskedHandOver) => Promise<HandedOver>) | undefined
}

export interface ActiveCell {
  /** With its sheet, as the host writes it: `Metrics!B2`. */
  readonly address: string
  /** Formula or value as text; `''` when empty. */
  readonly content: string
}

export type Insertion =
  | { readonly outcome: 'inserted'; readonly address: string; readonly shown: string }
  | { readonly outcome: 'occupied'; readonly cell: ActiveCell }
  | { readonly outcome: 'refused'; readonly reason: string }
