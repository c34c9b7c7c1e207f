import { createContext, runInContext } from 'node:vm'
import { appsScript } from '../build/apps-script'
import { type Line, processed } from './measure'
import { from, leadHeaders, million, to } from './peers/million'

/** Google's services, as far as dates need them: a clock an hour ahead. What they take themselves is not ours. */
const services = {
  SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => 'Africa/Lagos' }) },
  Utilities: {
    formatDate: (date: Date) => `${new Date(date.getTime() + 3_600_000).toISOString().slice(0, 19)}Z`,
  },
}

/** The built add-on in a bare context: a table with dates as Sheets hands them over, its clock turned into serials. */
export async function appsScriptLines(): Promise<readonly Line[]> {
  const rows = 100_000
  const context = createContext(services)
  runInContext(await appsScript(), context)
  context.rows = [leadHeaders, ...million(rows).leads]
  const table = runInContext(
    `rows.map((row, index) => Array.from(row, cell =>
      cell === null ? '' : index > 0 && typeof cell === 'number' ? new Date(Math.round((cell - 25569) * 864e5)) : cell))`,
    context,
  )
  const count = () => {
    const found = context.NET_LEADS_ISSUED(table, from, to)
    if (!(found > rows / 10)) throw new Error(`the add-on counts ${found}`)
  }
  const sized = `net leads of ${rows.toLocaleString('en')} leads with dates`
  return [
    { what: `${sized}, the first call`, milliseconds: processed(count) },
    { what: `${sized}, the next`, milliseconds: processed(count) },
  ]
}
