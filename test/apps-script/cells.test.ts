import { argumentFromSheet, resultForSheet } from '../../apps-script/cells'
import { builtAppsScript, clockServices, instantOf, loadScript } from './load'

const inUtc = (instant: number) => instant / 86_400_000 + 25_569
const read = (value: unknown) => argumentFromSheet(value, inUtc)

describe('cells on their way in', () => {
  test.each([
    ['a number', 0.1, 0.1],
    ['text', 'West', 'West'],
    ['a boolean', false, false],
    ['an empty cell', '', null],
    ['a skipped argument', undefined, undefined],
    [
      'a range',
      [
        [1, ''],
        ['a', true],
      ],
      [
        [1, null],
        ['a', true],
      ],
    ],
    ['text that only begins like an error', '#N/Abc', '#N/Abc'],
    ['text with a number sign', '#5', '#5'],
  ])('%s', (_, given, expected) => {
    expect(read(given)).toEqual(expected)
  })

  test.each(['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#ERROR!'])('%s is an error passed in', code => {
    const passedIn = { error: code, reason: `a cell that was passed in holds ${code}` }
    expect(read(code)).toEqual(passedIn)
    expect(read(new Error(code))).toEqual(passedIn)
    expect(read([[code]])).toEqual([[passedIn]])
  })

  test('an error of ours from a spilled range keeps its reason', () => {
    const error = { error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' }
    const spilled = resultForSheet([[error]]) as string[][]
    expect(read(spilled[0]?.[0])).toEqual(error)
    expect(read(spilled)).toEqual([[error]])
  })

  test('a date is a serial; one that is none is an error, as is a picture', () => {
    expect(read(new Date(Date.UTC(2026, 0, 1, 12)))).toBe(46023.5)
    expect(read(new Date(Number.NaN))).toMatchObject({ error: '#VALUE!' })
    expect(read({ url: 'x' })).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining('picture') })
    expect(read(Number.NaN)).toMatchObject({ error: '#NUM!' })
  })
})

describe('results on their way out', () => {
  test('one error is thrown, so that the cell shows it', () => {
    expect(() => resultForSheet({ error: '#N/A', reason: 'no rows' })).toThrow(new Error('#N/A no rows'))
  })

  test('an error among other cells is text in its cell', () => {
    expect(
      resultForSheet([
        [1, { error: '#N/A', reason: 'no rows' }],
        [null, 'a'],
      ]),
    ).toEqual([
      [1, '#N/A no rows'],
      ['', 'a'],
    ])
  })
})

describe('in the built script', () => {
  let script: string
  beforeAll(async () => {
    script = (await builtAppsScript()).script
  })

  test('without a date in the arguments no service is called', () => {
    expect(loadScript(script).call('ROI', [5000, 1000])).toBe(4)
    const { services, count } = clockServices('Etc/UTC')
    loadScript(script, services).call('ROI', [5000, 1000])
    expect(count.asked).toBe(0)
  })

  test('with one, the zone is that of the spreadsheet, whatever that of the script', () => {
    const timeZone = 'Pacific/Auckland'
    const { services, count } = clockServices(timeZone)
    const { call, inside } = loadScript(script, services)
    const date = inside.date(instantOf('2026-01-01', timeZone))
    // ROI of the serial 46023 on a cost of 1, only to see the number that arrived.
    expect(call('ROI', [date, 1])).toBe(46_022)
    expect(count.asked).toBeGreaterThan(0)
  })
})
