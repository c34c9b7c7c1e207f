import { isCellError } from '../../shared/values'
import { builtAppsScript, clockServices, instantOf, loadScript } from '../apps-script/load'
import { type CaseAnswer, type CaseArgument, type CaseCell, cases } from './cases'

/** A spreadsheet far from the clock of the machine, with half-hour daylight saving. */
const timeZone = 'Australia/Lord_Howe'

describe('the Google Sheets bundle', () => {
  let sheet: ReturnType<typeof loadScript>
  beforeAll(async () => {
    const { script } = await builtAppsScript()
    sheet = loadScript(script, clockServices(timeZone).services)
  })

  test.each(cases)('$call: $name', ({ call, args, expected }) => {
    const given = args.map(handedOver)
    if (Array.isArray(expected)) {
      const rows = sheet.call(call, given) as unknown[][]
      expect(rows.map(row => row.length)).toEqual(expected.map(row => row.length))
      rows.forEach((row, down) => {
        row.forEach((shown, across) => {
          expectCell(shown, expected[down][across])
        })
      })
    } else if (typeof expected === 'object') {
      expectCell(thrownBy(call, given), expected as CaseAnswer)
    } else {
      expect(sheet.call(call, given)).toBe(expected)
    }
  })

  function handedOver(argument: CaseArgument): unknown {
    if (!Array.isArray(argument)) return cell(argument as CaseCell | undefined)
    return sheet.inside.rows(argument.map(row => row.map(cell)))
  }

  /** Sheets hands an empty cell over as empty text, an error as its code, a date as an instant. */
  function cell(value: CaseCell | undefined): unknown {
    if (value === null) return ''
    if (typeof value !== 'object') return value
    return isCellError(value) ? value.error : sheet.inside.date(instantOf(value.date, timeZone))
  }

  function thrownBy(call: string, given: readonly unknown[]): string {
    let answer: unknown
    try {
      answer = sheet.call(call, given)
    } catch (error) {
      return (error as Error).message
    }
    throw new Error(`${call} threw nothing but gave ${JSON.stringify(answer)}`)
  }

  function expectCell(shown: unknown, answer: CaseAnswer) {
    if (typeof answer !== 'object') return expect(shown).toBe(answer)
    expect(String(shown).split(' ')[0]).toBe(answer.error)
    expect(shown).toContain(answer.says ?? ' ')
  }
})
