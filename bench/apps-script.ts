import { appsScript } from '../build/apps-script'
import { type Line, timed } from './measure'
import { from, leadHeaders, million, to } from './peers/million'

/** Google's services, as far as dates need them: a clock an hour ahead. What they take themselves is not ours. */
const services = {
  SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => 'Africa/Lagos' }) },
  Utilities: {
    formatDate: (date: Date) => `${new Date(date.getTime() + 3_600_000).toISOString().slice(0, 19)}Z`,
  },
}

/**
 * The built add-on: a table with dates as Sheets hands them over, its clock turned into serials. As a function of
 * this very context, since in one of Node's `vm` every mention of `Math` or `Number` takes some 100 ns, which neither
 * Google's engine nor a browser does.
 */
export async function appsScriptLines(): Promise<readonly Line[]> {
  const rows = 100_000
  const addOn = new Function(...Object.keys(services), `${await appsScript()}; return NET_LEADS_ISSUED`)
  const netLeads = addOn(...Object.values(services)) as (...args: unknown[]) => unknown
  const { leads } = million(rows)
  // Anew for each call, as Sheets does it.
  const lines = ['the first call', 'the next'].map(which => {
    const table = [leadHeaders, ...leads.map(row => row.map(asHandedOver))]
    const count = () => {
      const found = netLeads(table, from, to)
      if (!(Number(found) > rows / 10)) throw new Error(`the add-on counts ${found}`)
    }
    const what = `net leads of ${rows.toLocaleString('en')} leads with dates, ${which}`
    return { what, milliseconds: timed(count) }
  })
  return lines
}

function asHandedOver(cell: unknown): unknown {
  if (cell === null) return ''
  return typeof cell === 'number' ? new Date(Math.round((cell - 25_569) * 86_400_000)) : cell
}
