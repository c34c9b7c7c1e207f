import { type Cell, errorCodes, isBlank, isCellError } from '../../values'

/** What hosts show while they are at it, or have not begun. */
const unfinished = ['#NAME?', '#BUSY!', '#GETTING_DATA', '#CONNECT!', '#BLOCKED!']

/** Whether a cell shows that its formula was never computed, or not yet. */
export function isStale(value: Cell): boolean {
  if (isCellError(value)) return unfinished.includes(value.error)
  return typeof value === 'string' && /^loading(\.\.\.|…)$/i.test(value)
}

/**
 * Whether a cell shows what the core computes. Hosts keep numbers as doubles, Google Sheets shows every error of ours
 * as `#ERROR!` and, in a spilled array, as a text that begins with its code.
 */
export function showsSame(shown: Cell, computed: Cell): boolean {
  if (isCellError(computed)) return isCellError(shown) || (typeof shown === 'string' && startsWithCode(shown))
  if (typeof shown === 'number' && typeof computed === 'number') {
    return Math.abs(shown - computed) <= 1e-9 * Math.max(Math.abs(shown), Math.abs(computed))
  }
  return shown === computed || (isBlank(shown) && isBlank(computed))
}

function startsWithCode(text: string): boolean {
  return errorCodes.some(code => text.startsWith(code))
}
