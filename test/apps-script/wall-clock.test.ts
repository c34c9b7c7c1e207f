import { serialsAt } from '../../apps-script/wall-clock'
import { clockServices, instantOf } from './load'

/** Serials as the script takes them from Google's services, and how often these were asked. */
function clockIn(timeZone: string) {
  const { services, count } = clockServices(timeZone)
  const serialOf = serialsAt(instant => {
    const shown = services.Utilities.formatDate(new Date(instant), timeZone, "yyyy-MM-dd'T'HH:mm:ss'Z'")
    return Date.parse(shown) - instant
  })
  return { serialOf, count }
}

const serial = (text: string) => (Date.parse(`${text.replace(' ', 'T')}Z`) + 25_569 * 86_400_000) / 86_400_000
const minute = 60_000

describe('a date is read on the clock of the spreadsheet', () => {
  test.each([
    ['Etc/UTC', '2026-03-31 00:00'],
    ['Europe/London', '2026-03-29 00:30'],
    ['Europe/London', '2026-03-29 02:30'],
    ['Europe/London', '2026-10-25 00:30'],
    ['Europe/London', '2026-10-25 23:59'],
    ['America/New_York', '2026-03-08 01:59'],
    ['America/New_York', '2026-03-08 03:00'],
    ['America/New_York', '2026-11-01 03:00'],
    ['Australia/Lord_Howe', '2026-04-05 23:00'],
    ['Asia/Kathmandu', '2026-06-30 00:00'],
    ['Pacific/Kiritimati', '2026-01-01 00:00'],
    ['Pacific/Apia', '2011-12-29 23:00'],
    ['Pacific/Apia', '2011-12-31 01:00'],
    ['America/Los_Angeles', '1999-12-31 23:59'],
    ['Europe/Amsterdam', '1930-07-01 12:00'],
  ])('%s, %s', (timeZone, text) => {
    expect(clockIn(timeZone).serialOf(instantOf(text, timeZone))).toBe(serial(text))
  })

  test('every minute around a change of the clock agrees with the zone', () => {
    for (const timeZone of ['Europe/London', 'Australia/Lord_Howe', 'America/Sao_Paulo']) {
      const { serialOf } = clockIn(timeZone)
      for (const start of ['2018-11-03', '2026-03-28', '2026-10-03', '2026-10-24']) {
        const from = Date.parse(`${start}T12:00Z`)
        for (let instant = from; instant < from + 36 * 60 * minute; instant += 7 * minute) {
          const shown = clockServices(timeZone).services.Utilities.formatDate(
            new Date(instant),
            timeZone,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
          )
          expect(serialOf(instant)).toBe(serial(shown.slice(0, 19).replace('T', ' ')))
        }
      }
    }
  })

  test('the second of a change is found', () => {
    const { serialOf } = clockIn('Europe/London')
    const change = Date.parse('2026-03-29T01:00:00Z')
    expect(serialOf(change - 1000)).toBe(serial('2026-03-29 00:59:59'))
    expect(serialOf(change)).toBe(serial('2026-03-29 02:00:00'))
  })

  test('the zone is asked once a day, not once a cell', () => {
    const { serialOf, count } = clockIn('Europe/London')
    const year = Date.parse('2026-01-01T00:00Z')
    for (let hour = 0; hour < 365 * 24; hour += 1) serialOf(year + hour * 60 * minute)
    const midnights = 366
    const searches = 2 * 17
    expect(count.asked).toBeLessThanOrEqual(midnights + searches)
  })

  test('what is no instant has no serial', () => {
    expect(clockIn('Etc/UTC').serialOf(Number.NaN)).toBeNaN()
  })
})
