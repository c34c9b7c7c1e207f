import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { buildAppsScript } from '../../build/apps-script'

/** The add-on as it is pushed: its files' texts. */
export async function builtAppsScript() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  await buildAppsScript(folder)
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const files = {
    script: text('plumbline.js'),
    page: text('sidebar.html'),
    manifest: text('appsscript.json'),
  }
  rmSync(folder, { recursive: true })
  return files
}

/** The script in a context that has the language and nothing else, but for the services handed in. */
export function loadScript(script: string, services: Record<string, unknown> = {}) {
  const context = createContext({ ...services })
  runInContext(script, context)
  const inside = runInContext(
    `({
      rows: rows => Array.from(rows, row => Array.from(row)),
      date: instant => new Date(instant),
      error: message => new Error(message),
    })`,
    context,
  ) as {
    rows: (rows: readonly (readonly unknown[])[]) => unknown[][]
    date: (instant: number) => Date
    error: (message: string) => Error
  }
  return { context, inside, call: (name: string, args: readonly unknown[]) => context[name](...args) }
}

/** Google's clock services for a spreadsheet in `timeZone`; `asked` counts the calls. */
export function clockServices(timeZone: string) {
  const count = { asked: 0 }
  const services = {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({
        getSpreadsheetTimeZone() {
          count.asked += 1
          return timeZone
        },
      }),
    },
    Utilities: {
      formatDate(date: Date, zone: string, pattern: string) {
        count.asked += 1
        if (pattern !== "yyyy-MM-dd'T'HH:mm:ss'Z'") throw new Error(`no such pattern here: ${pattern}`)
        return wallClockText(date.getTime(), zone)
      },
    },
  }
  return { services, count }
}

/** `2026-03-29T02:30:00Z`, where the Z is only for show: the time on the zone's clock. */
function wallClockText(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => parts.find(found => found.type === type)?.value ?? ''
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return `${date}T${part('hour')}:${part('minute')}:${part('second')}Z`
}

/** The instant at which a clock in `timeZone` shows the time, written `2026-03-29` or `2026-03-29 09:30`. */
export function instantOf(wallClock: string, timeZone: string): number {
  const shown = Date.parse(`${wallClock.replace(' ', 'T')}${wallClock.includes(' ') ? '' : 'T00:00'}Z`)
  const offsetAt = (instant: number) => Date.parse(wallClockText(instant, timeZone)) - instant
  const guess = shown - offsetAt(shown)
  return shown - offsetAt(guess)
}
