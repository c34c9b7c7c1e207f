import type { SerialOf } from './cells'
import { serialsAt } from './wall-clock'

/**
 * Serials on the wall clock of the spreadsheet's time zone, which need not be the script's.
 * The zone is asked for only when a date comes, since most formulas have none.
 */
export function spreadsheetClock(): SerialOf {
  let serialOf: SerialOf | undefined
  return instant => {
    serialOf ??= serialsAt(offsetsOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()))
    return serialOf(instant)
  }
}

/** How many milliseconds the clock of a time zone is ahead of UTC at an instant that is a whole second. */
function offsetsOf(timeZone: string): (instant: number) => number {
  return instant => {
    const shown = Utilities.formatDate(new Date(instant), timeZone, "yyyy-MM-dd'T'HH:mm:ss'Z'")
    return Date.parse(shown) - instant
  }
}
