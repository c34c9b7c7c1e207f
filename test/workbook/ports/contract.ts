/** What every host has to do, whichever spreadsheet it stands for. */
import type { Cell } from '../../../shared/values'
import { type Area, parseAddress, sheetText } from '../../../shared/workbook/area'
import { type Changed, change } from '../../../shared/workbook/change'
import { answerLater } from '../../../shared/workbook/run'
import type { Block, Content, Edit, Host } from '../../../shared/workbook/steps'
import { undo } from '../../../shared/workbook/undo'
import { hostileInputs } from '../../support/reference'
import { editorsInTurns } from './editors'
import type { OpenPort, Port } from './port'

export const at = (address: string): Area => parseAddress(address, 'Leads') as Area

export const write = (address: string, cells: readonly (readonly Content[])[]): Edit => ({
  ...{ do: 'write', area: at(address), cells },
})

/** `quoted` and `strange` are names of sheets that a formula has to quote, as hard as the host allows. */
export function hostContract(
  open: OpenPort,
  quoted = 'It\'s "Q1" = A1!',
  strange = "Bob's = R1C1 ‘plan’",
): void {
  let port: Port
  let host: Host

  beforeEach(async () => {
    port = await open(['Leads', quoted, 'Notes'])
    host = port.editor()
  })

  async function look(address: string, from = host): Promise<Block> {
    return (await from.read([at(address)]))[0] as Block
  }

  async function value(address: string): Promise<Cell> {
    return (await look(address)).values[0]?.[0] ?? null
  }

  const changing = async (edits: readonly Edit[], expected: readonly Block[] = [], by = host) =>
    answerLater(change(expected, edits), by)

  async function changed(edits: readonly Edit[], expected: readonly Block[] = []) {
    const outcome = await changing(edits, expected)
    expect(outcome).toEqual({ outcome: 'done', undo: expect.anything() })
    return outcome as Extract<Changed, { outcome: 'done' }>
  }

  const undoing = (done: { undo: Parameters<typeof undo>[0]['undo'] }) =>
    // As a page hands it back.
    answerLater(undo({ undo: JSON.parse(JSON.stringify(done.undo)) }), host)

  describe('overview', () => {
    test('names the sheets in their order, how far each is filled, and which are hidden or guarded', async () => {
      port.type('Notes!C4', 'x')
      port.hide('Notes')
      port.guard(quoted)
      expect((await host.overview()).sheets).toEqual([
        { name: 'Leads', rows: 0, columns: 0, hidden: false, guarded: false },
        { name: quoted, rows: 0, columns: 0, hidden: false, guarded: true },
        { name: 'Notes', rows: 4, columns: 3, hidden: true, guarded: false },
      ])
    })

    test('tells the locale, by which people type', async () => {
      const { locale } = await host.overview()
      expect(locale).toEqual({ language: 'en-GB', decimal: '.', separator: ',' })
      const german = (await open(['Leads'], 'de-DE')).editor()
      expect((await german.overview()).locale).toEqual({ language: 'de-DE', decimal: ',', separator: ';' })
    })

    test('tells a time of this century, on the second', async () => {
      const { now } = await host.overview()
      expect(now).toBeGreaterThan(45_000)
      expect(now).toBeLessThan(73_000)
      expect(Math.abs(now * 86_400 - Math.round(now * 86_400))).toBeLessThan(0.01)
    })
  })

  describe('reading', () => {
    test('values and formulas, clipped to where the sheet ends', async () => {
      port.type('Leads!A1', 'lead_id')
      port.type('Leads!B2', 4.5)
      port.type('Leads!A3', true)
      port.type('Leads!B3', { formula: '=1+1' })
      expect(await look('A1:D9')).toEqual({
        area: at('A1:B3'),
        values: [
          ['lead_id', null],
          [null, 4.5],
          [true, 2],
        ],
        formulas: [
          ['', ''],
          ['', ''],
          ['', '=1+1'],
        ],
      })
      expect(await look('C5:D9')).toMatchObject({ values: [], formulas: [] })
    })

    test('several areas, of several sheets', async () => {
      port.type('Leads!A1', 'a')
      port.type(`${sheetText(quoted)}!B2`, 'b')
      const blocks = await host.read([{ ...at('B2'), sheet: quoted }, at('A1')])
      expect(blocks.map(({ values }) => values)).toEqual([[['b']], [['a']]])
    })

    test('an error without a reason; a text that reads like one is a text', async () => {
      port.type('Leads!A1', { formula: '=NOSUCH(1,2)' })
      port.type('Leads!A2', '#N/A')
      expect(await value('A1')).toMatchObject({ error: '#NAME?' })
      expect(await value('A2')).toBe('#N/A')
    })

    test('a sheet that is gone is refused by its name', async () => {
      const reading = async () => host.read([{ ...at('A1'), sheet: 'Gone' }])
      await expect(reading()).rejects.toThrow('There is no sheet Gone any more.')
    })

    test('nothing at all', async () => {
      expect(await host.read([])).toEqual([])
    })
  })

  describe('selecting', () => {
    test('tells what a person selected', async () => {
      port.click('Leads!B2')
      expect(await host.selected()).toEqual({ cell: at('B2'), area: at('B2') })
    })

    test('shows and selects', async () => {
      port.type(`${sheetText(quoted)}!C5`, 'x')
      await host.select({ ...at('B2:C3'), sheet: quoted })
      expect(await host.selected()).toMatchObject({ area: { ...at('B2:C3'), sheet: quoted } })
    })
  })

  describe('writing', () => {
    test('numbers, texts, truths, blanks and formulas, in one block', async () => {
      port.type('Leads!B2', 'old')
      await changed([
        write('A1:B3', [
          ['spend', 0.1 + 0.2],
          [false, null],
          [-1e-9, { formula: '=1+1' }],
        ]),
      ])
      expect(await look('A1:C3')).toEqual({
        area: at('A1:B3'),
        values: [
          ['spend', 0.1 + 0.2],
          [false, null],
          [-1e-9, 2],
        ],
        formulas: [
          ['', ''],
          ['', ''],
          ['', '=1+1'],
        ],
      })
    })

    test('what is to be left alone is left alone', async () => {
      port.type('Leads!A1', { formula: '=1+1' })
      port.type('Leads!B1', 'kept')
      await changed([
        write('A1:C2', [
          [undefined, undefined, 'c'],
          ['a', undefined, 'd'],
        ]),
      ])
      expect((await look('A1:C2')).formulas[0]?.[0]).toBe('=1+1')
      expect((await look('A1:C2')).values).toEqual([
        [2, 'kept', 'c'],
        ['a', null, 'd'],
      ])
    })

    test('a day and a moment come back as the serials they were', async () => {
      const moment = 46_204 + 34_215 / 86_400
      await changed([
        write('A1:B1', [[46_110, moment]]),
        { do: 'look', area: at('A1'), look: { format: 'date' } },
        { do: 'look', area: at('B1'), look: { format: 'moment' } },
      ])
      const [[day, time] = []] = (await look('A1:B1')).values
      expect(day).toBe(46_110)
      expect(time).toBeCloseTo(moment, 8)
    })

    test('a number and a formula replace a text', async () => {
      await changed([write('A1:B1', [['=1+1', '007']])])
      await changed([write('A1:B1', [[{ formula: '=1+1' }, 7]])])
      expect(await look('A1:B1')).toMatchObject({ values: [[2, 7]], formulas: [['=1+1', '']] })
    })

    test('beyond where the sheet used to end', async () => {
      await changed([write('H300', [['far']])])
      expect(await value('H300')).toBe('far')
    })

    test('formulas keep their meaning where people write 1,5 and ;', async () => {
      const german = await open(['Leads'], 'de-DE')
      const formula = '=IF(A1>1.5,"a;b, 1.5",SUM({1,2;3,4},2.25))'
      const by = german.editor()
      expect(await changing([write('A2', [[{ formula }]])], [], by)).toMatchObject({ outcome: 'done' })
      expect((await look('A2', by)).formulas[0]?.[0]).toBe(formula)
    })

    test('numbers stay themselves where people write 1,5', async () => {
      const german = (await open(['Leads'], 'de-DE')).editor()
      const row = [1.5, -0.001, 1234.5, 1e21, 1e-7, '1,5', '1.5']
      expect(await changing([write('A1:G1', [row])], [], german)).toMatchObject({ outcome: 'done' })
      expect((await look('A1:G1', german)).values).toEqual([row])
    })

    test('a guarded sheet is refused in a sentence, and nothing of the change stays', async () => {
      port.guard('Notes')
      const outcome = await changing([write('A1', [['x']]), write('Notes!A1', [['y']])])
      expect(outcome).toEqual({ outcome: 'refused', reason: expect.stringMatching(/Nothing was changed\.$/) })
      expect(await value('A1')).toBe(null)
    })

    test('looks and widths change no value', async () => {
      port.type('Leads!A1', 0.25)
      const looks = [
        ...(['general', 'whole', 'decimals', 'percent'] as const).map(format => ({ format })),
        ...(['title', 'header', 'strong', 'quiet', 'plain'] as const).map(weight => ({ weight, wrap: true })),
      ]
      await changed([
        ...looks.map(look => ({ do: 'look' as const, area: at('A1'), look })),
        { do: 'widths', sheet: 'Leads', letters: [12, 30] },
      ])
      expect(await value('A1')).toBe(0.25)
    })
  })

  describe('text stays text', () => {
    const own = ['=1+1', '+1+1', '-1+1', '@SUM(1)', "'=1+1", "''x", "'", '=', '-', '00123', 'TRUE', '#REF!']
    const more = ['03/04', '7e30', '12%', ' =1+1', '{=1}', '<img src=x onerror=alert(1)>', '__proto__', '1,5']

    async function staysText(text: string): Promise<void> {
      await changed([write('A1:B1', [[text, 'beside']])])
      expect(await look('A1:B1')).toMatchObject({ values: [[text, 'beside']], formulas: [['', '']] })
    }

    test.each([...own, ...more])('%j', staysText)

    test('written, and written again as it was read', async () => {
      for (const text of own) {
        port.type('Leads!A1', text)
        const done = await changed([write('A1', [['other']])])
        expect(await undoing(done)).toMatchObject({ outcome: 'done' })
        expect(await look('A1')).toMatchObject({ values: [[text]], formulas: [['']] })
      }
    })

    const hostile = hostileInputs()
    const kinds = ['formula_injection_text', 'numbers_as_text', 'html', 'names_and_unicode'] as const
    const texts = kinds.flatMap(kind => hostile?.[kind] ?? [])
    const withReference = hostile === undefined ? test.skip : test
    // Control characters and lone surrogates are no text that a cell can keep; blanks are blank.
    const isKept = (text: string) => !/\p{Cc}|\p{Cs}/u.test(text) && text !== ''

    withReference('all hostile inputs (needs the reference)', async () => {
      expect(texts.length).toBeGreaterThan(50)
      for (const text of texts.filter(isKept)) await staysText(text)
    })

    withReference('no hostile input ever becomes a formula (needs the reference)', async () => {
      for (const text of texts) {
        await changing([write('A1', [[text]])])
        expect(await look('A1')).toMatchObject(isKept(text) ? { formulas: [['']] } : {})
        const { formulas, values } = await look('A1')
        expect(formulas.flat().join('')).toBe('')
        expect(values.flat().every(cell => cell === null || typeof cell === 'string')).toBe(true)
      }
    })
  })

  describe('names', () => {
    const names = async () => (await host.overview()).names

    test('are made, moved and removed, whatever their letters', async () => {
      await changed([{ do: 'name', name: 'LEADS', area: at('A1:C9') }])
      expect(await names()).toEqual({ LEADS: at('A1:C9') })
      await changed([{ do: 'name', name: 'LEADS', area: { ...at('B2:B4'), sheet: quoted } }])
      expect(await names()).toEqual({ LEADS: { ...at('B2:B4'), sheet: quoted } })
      await changed([{ do: 'name', name: 'leads', area: undefined }])
      expect((await names()).LEADS).toBeUndefined()
    })

    test('taking a change back points a name where it was', async () => {
      await changed([{ do: 'name', name: 'LEADS', area: at('A1:C9') }])
      const done = await changed([
        { do: 'name', name: 'LEADS', area: at('A1:C12') },
        { do: 'name', name: 'COSTS', area: at('E1:F2') },
      ])
      expect(await undoing(done)).toMatchObject({ outcome: 'done' })
      expect(await names()).toEqual({ LEADS: at('A1:C9') })
    })

    test('a name that was pointed elsewhere in the meantime is not taken back', async () => {
      const done = await changed([{ do: 'name', name: 'LEADS', area: at('A1:C9') }])
      await changed([{ do: 'name', name: 'LEADS', area: at('A1:C12') }])
      expect(await undoing(done)).toMatchObject({ outcome: 'refused' })
      expect(await names()).toEqual({ LEADS: at('A1:C12') })
    })
  })

  describe('sheets', () => {
    const titles = async () => (await host.overview()).sheets.map(({ name }) => name)
    const definitions: Edit = { do: 'add sheet', sheet: 'Definitions', after: 'Leads' }

    test('are added after another, filled and taken back', async () => {
      const done = await changed([definitions, write('Definitions!A1:B1', [['term', 'value']])])
      expect(await titles()).toEqual(['Leads', 'Definitions', quoted, 'Notes'])
      const again = await undoing(done)
      expect(await titles()).toEqual(['Leads', quoted, 'Notes'])
      expect(await undoing(again as never)).toMatchObject({ outcome: 'done' })
      expect(await titles()).toEqual(['Leads', 'Definitions', quoted, 'Notes'])
      expect((await look('Definitions!A1:B1')).values).toEqual([['term', 'value']])
    })

    test('with names of all kinds', async () => {
      const area = { ...at('A1'), sheet: strange }
      await changed([
        { do: 'add sheet', sheet: strange },
        { do: 'write', area, cells: [['x']] },
        { do: 'name', name: 'LEADS', area },
      ])
      expect((await host.read([area]))[0]?.values).toEqual([['x']])
      expect((await host.overview()).names.LEADS).toEqual(area)
    })

    test('one that is there already stays as it is', async () => {
      port.type('Notes!A1', 'mine')
      expect(await changing([{ do: 'add sheet', sheet: 'notes' }])).toMatchObject({ outcome: 'refused' })
      expect(await value('Notes!A1')).toBe('mine')
    })

    test('one that somebody wrote more into is not removed', async () => {
      const done = await changed([definitions, write('Definitions!A1', [['term']])])
      port.type('Definitions!C7', 'my note')
      expect(await undoing(done)).toEqual({
        outcome: 'refused',
        reason: expect.stringContaining('Definitions!C7'),
      })
      expect(await value('Definitions!C7')).toBe('my note')
    })
  })

  describe('comparing before swapping', () => {
    test('what is not as it was seen is left alone, and shown', async () => {
      port.type('Leads!A1', 'mine')
      const seen = await look('A1:B2')
      port.type('Leads!B2', 'theirs')
      const outcome = await changing([write('A1', [['new']])], [{ ...seen, area: at('A1:B2') }])
      expect(outcome).toMatchObject({
        outcome: 'conflict',
        found: {
          values: [
            ['mine', null],
            [null, 'theirs'],
          ],
        },
      })
      expect(await value('A1')).toBe('mine')
    })

    test('a text is not a formula, nor a number, though they look alike', async () => {
      port.type('Leads!A1', '=1+1')
      const seen = await look('A1')
      port.type('Leads!A1', { formula: '=1+1' })
      expect(await changing([write('B1', [['x']])], [seen])).toMatchObject({ outcome: 'conflict' })
    })

    test('a change is not undone once somebody wrote over it, a cell that it emptied included', async () => {
      port.type('Leads!B1', 'old')
      const done = await changed([write('A1:B1', [['a', null]])])
      port.type('Leads!B1', 'theirs')
      expect(await undoing(done)).toMatchObject({ outcome: 'conflict' })
      expect(await value('B1')).toBe('theirs')
    })

    test('values, formulas, truths and blanks come back', async () => {
      port.type('Leads!A1', { formula: '=1+1' })
      port.type('Leads!B1', true)
      port.type('Leads!A2', 3.25)
      const before = await look('A1:C2')
      const done = await changed([write('A1:C2', Array(2).fill(['x', '=y', 7]))])
      expect(await undoing(done)).toMatchObject({ outcome: 'done' })
      expect(await look('A1:C2')).toEqual(before)
    })

    test('two cannot hold the lock; it is given back whatever happens', async () => {
      const other = port.editor()
      expect(await host.lock()).toBe(true)
      expect(await changing([write('A1', [['x']])], [], other)).toEqual({
        outcome: 'refused',
        reason: expect.stringContaining('Somebody else is saving'),
      })
      await host.unlock()
      expect(await changing([write('Gone!A1', [['x']])], [])).toMatchObject({ outcome: 'refused' })
      expect(await changing([write('A1', [['x']])], [], other)).toMatchObject({ outcome: 'done' })
    })
  })

  describe('failures', () => {
    test('half way is taken back', async () => {
      port.type('Leads!A1', 'old')
      const edits: Edit[] = [
        { do: 'add sheet', sheet: 'Definitions' },
        write('Definitions!A1', [['term']]),
        write('A1:B1', [['new', 5]]),
        { do: 'name', name: '1 bad name!', area: at('A1') },
      ]
      expect(await changing(edits)).toEqual({
        outcome: 'refused',
        reason: expect.stringMatching(/Nothing was changed\.$/),
      })
      expect((await look('A1:B1')).values).toEqual([['old']])
      expect((await host.overview()).sheets.map(({ name }) => name)).not.toContain('Definitions')
    })

    test('what does not read back as it was written is taken back', async () => {
      port.type('Leads!A1', 'old')
      let writes = 0
      const meddling: Host = {
        ...host,
        apply: async edits => {
          await host.apply(edits)
          if (writes++ === 0) port.type('Leads!B1', 'meddled')
        },
      }
      const outcome = await changing([write('A1:B1', [['new', 'more']])], [], meddling)
      expect(outcome).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('B1') })
      expect((await look('A1:B1')).values).toEqual([['old']])
    })

    test('a formula that shows what was written is not what was written', async () => {
      const meddling: Host = {
        ...host,
        apply: async edits => {
          await host.apply(edits)
          port.type('Leads!A1', { formula: '=1+1' })
        },
      }
      expect(await changing([write('A1', [[2]])], [], meddling)).toMatchObject({ outcome: 'refused' })
    })

    test('a reason is a sentence, not an object', async () => {
      const outcome = await changing([{ do: 'name', name: '1 bad name!', area: at('A1') }])
      expect(outcome).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(/^\S.* Nothing was changed\.$/),
      })
      expect((outcome as { reason: string }).reason).not.toMatch(/object|undefined|at \w+:/)
    })
  })

  test(
    'two editors in 1,000 orders: no row is lost, none is half written',
    () => editorsInTurns(open),
    240_000,
  )
}
