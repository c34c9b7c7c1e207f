import { type Host, Refused } from '../../shared/workbook/steps'
import { applyEdits } from './edits'
import { overview } from './overview'
import { readAreas } from './read'
import { select, selected } from './selection'

/** Milliseconds; a save takes two or three seconds. */
const patience = 8_000

/** The spreadsheet that the script is bound to. Each step is done at once. */
export function sheetsHost(): Host {
  let held: GoogleAppsScript.Lock.Lock | undefined
  return {
    overview: () => overview(spreadsheet()),
    read: areas => readAreas(spreadsheet(), areas),
    selected: () => selected(spreadsheet()),
    select: area => select(spreadsheet(), area),
    apply: edits => {
      try {
        applyEdits(spreadsheet(), edits)
      } finally {
        SpreadsheetApp.flush()
      }
    },
    lock: () => {
      const lock = LockService.getDocumentLock()
      if (lock === null)
        throw new Refused('Google Sheets gives no lock here, so nothing can be saved safely.')
      if (!lock.tryLock(patience)) return false
      held = lock
      return true
    },
    unlock: () => held?.releaseLock(),
  }
}

function spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet()
}
