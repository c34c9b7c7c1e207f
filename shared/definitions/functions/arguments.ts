import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  shown,
} from '../../values'
import { isDay } from '../clock'

/** The first cell of an argument that is one cell, be it as a range. */
export function singleOf(argument: Argument): Cell | undefined {
  return isMatrix(argument) ? argument[0]?.[0] : argument
}

/** A text with the spaces around it gone; `''` where it is blank. */
export function textOf(argument: Argument): string | CellError {
  const cell = singleOf(argument)
  return isCellError(cell) ? cell : String(cell ?? '').trim()
}

/** A day as a serial; undefined where it is left out. */
export function dayOf(name: string, argument: Argument): number | undefined | CellError {
  const cell = singleOf(argument)
  if (isBlank(cell) || isCellError(cell)) return isCellError(cell) ? cell : undefined
  if (typeof cell === 'number' && isDay(Math.floor(cell))) return Math.floor(cell)
  return cellError('#VALUE!', `${name} is ${shown(cell)}: a date is needed, typed as a date`)
}

/** Computes each cell of a range, or the one cell that it is. */
export function each(
  argument: Argument,
  compute: (cell: Cell | undefined) => Cell,
): Cell | readonly Cell[][] {
  return isMatrix(argument) ? argument.map(row => row.map(compute)) : compute(argument)
}

export function tooMany(name: string, args: readonly Argument[], most: number): CellError | undefined {
  if (args.length <= most) return undefined
  return cellError('#VALUE!', `${name} takes ${most} arguments, not ${args.length}`)
}
