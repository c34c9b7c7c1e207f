import { registerFunctions } from '../../../playground/register-functions'
import { change } from '../../../shared/workbook/change'
import { answerLater } from '../../../shared/workbook/run'
import { undo } from '../../../shared/workbook/undo'
import { at, write } from './contract'
import { dressingContract } from './dressing'
import { openExcel } from './excel-port'
import { openFake } from './fake-port'
import { openPlayground } from './playground-port'
import { openSheets } from './sheets-port'

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
  registerFunctions()
})

describe.each([
  ['Excel', openExcel],
  ['Google Sheets', openSheets],
  ['the playground', openPlayground],
  ['a workbook in memory', openFake],
])('%s', (_, open) => dressingContract(open))

describe('a sheet whose formula fills more cells than its own', () => {
  async function spilling() {
    const port = await openPlayground(['Leads'])
    const formula = '=ROI(A1:A3,B1:B3)'
    const figures = [
      [5000, 1000],
      [300, 200],
      [90, 60],
    ]
    const host = port.editor()
    const done = await answerLater(
      change(
        [],
        [
          { do: 'add sheet', sheet: 'Board' },
          write('Board!A1:B3', figures),
          write('Board!F1', [[{ formula }]]),
        ],
      ),
      host,
    )
    if (done.outcome !== 'done') throw new Error(JSON.stringify(done))
    const [block] = await host.read([at('Board!F1:F3')])
    return { port, host, taken: () => answerLater(undo({ undo: done.undo }), host), shown: block?.values }
  }

  test('is removed with them', async () => {
    const { host, taken, shown } = await spilling()
    expect(shown).toEqual([[4], [0.5], [0.5]])
    expect(await taken()).toMatchObject({ outcome: 'done' })
    expect((await host.overview()).sheets.map(({ name }) => name)).toEqual(['Leads'])
  })

  test('stays where somebody typed beside them, or into their way', async () => {
    for (const cell of ['Board!F9', 'Board!F2']) {
      const { port, taken } = await spilling()
      port.type(cell, 'my note')
      expect(await taken()).toMatchObject({ outcome: expect.not.stringMatching('done') })
    }
  })
})
