import { byCell, byRow, type Column, type Select } from './selection'
import type { Reader, RowValue } from './table'

/** A rule over rows, or a part of one. */
export interface Compiled {
  readonly read: Reader
  /** The column that it is, if it is one. */
  readonly column?: Column | undefined
  readonly fixed?: boolean | undefined
  /** Its values are amounts in the currency of their row. */
  readonly money?: boolean | undefined
  /** The one column on whose cell its value depends, if it is one of few different cells. */
  readonly only?: Column | undefined
  /** Of a condition: judges rows by its parts, where it has some. */
  readonly select?: (() => Select) | undefined
}

export function fixed(value: RowValue): Compiled {
  return { read: () => value, fixed: true }
}

/** Works out what is the same in every row. */
export function settled(compiled: Compiled): Compiled {
  return compiled.fixed ? fixed(compiled.read(0)) : compiled
}

/** The column that all depend on which are not the same in every row. */
export function onlyOf(parts: readonly Compiled[]): Column | undefined {
  const [first, ...others] = parts.filter(({ fixed }) => !fixed)
  return others.every(({ only }) => only === first?.only) ? first?.only : undefined
}

/** Narrows selections to the rows for which a condition is true; it is for one user, who may not share it. */
export function selectionOf({ read, fixed, only, select }: Compiled): Select {
  if (fixed) return read(0) === true ? (_, count) => count : () => 0
  if (only) return byCell(only, read)
  return select ? select() : byRow(read)
}
