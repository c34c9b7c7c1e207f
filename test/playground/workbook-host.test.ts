import { helpers, Model } from '@odoo/o-spreadsheet'
import { playgroundHost } from '../../playground/workbook/host'
import { workbookPort } from '../../playground/workbook-port'
import { parseAddress } from '../../shared/workbook/area'
import type { Edit } from '../../shared/workbook/steps'
import { openPlayground } from '../workbook/ports/playground-port'

const at = (address: string) => parseAddress(address, 'Leads') as NonNullable<ReturnType<typeof parseAddress>>
const edits: readonly Edit[] = [
  { do: 'add sheet', sheet: 'Definitions' },
  { do: 'write', area: at('Definitions!A1:B1'), cells: [['term', 'value']] },
  { do: 'write', area: at('A1'), cells: [['new']] },
  { do: 'name', name: 'LEADS', area: at('A1:C9') },
]

beforeEach(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
})

test('all edits are one step of the spreadsheet’s own Undo', async () => {
  const { model, editor, type } = await openPlayground(['Leads'])
  type('Leads!A1', 'old')
  await editor().apply(edits)
  expect(model.getters.getSheetIds()).toHaveLength(2)
  model.dispatch('REQUEST_UNDO')
  expect(model.getters.getSheetIds()).toHaveLength(1)
  expect(model.getters.getNamedRanges()).toEqual([])
  expect(model.getters.getEvaluatedCell({ sheetId: 'sheet0', col: 0, row: 0 }).value).toBe('old')
})

test('while a locked sheet is shown, others can be written all the same', async () => {
  const { editor, guard } = await openPlayground(['Shown', 'Leads'])
  guard('Shown')
  await editor().apply(edits)
  expect((await editor().read([at('A1')]))[0]?.values).toEqual([['new']])
})

test('nothing is written while somebody types in a cell', () => {
  const model = new Model(helpers.createEmptyWorkbookData())
  const host = playgroundHost(
    () => model,
    () => true,
  )
  expect(() => host.apply(edits)).toThrow('A cell is being typed in')
})

test('a sheet with a chart on it is not removed', async () => {
  const { model, editor } = await openPlayground(['Leads', 'Chart'])
  const sheetId = 'sheet1'
  model.dispatch('CREATE_FIGURE', {
    ...{ sheetId, figureId: 'f', col: 0, row: 0, tag: 'image' },
    ...{ offset: { x: 0, y: 0 }, size: { width: 10, height: 10 } },
  })
  const removing = async () => editor().apply([{ do: 'remove sheet', sheet: 'Chart' }])
  await expect(removing()).rejects.toThrow('chart or a picture')
})

test('the sidebar asks and is answered, with a sentence whatever it asks', async () => {
  const { model } = await openPlayground(['Leads'])
  const { ask } = workbookPort(
    () => model,
    () => false,
  )
  const undo = { expected: [], names: [], edits: edits.slice(2) }
  const done = await ask('undo', { undo })
  expect(done).toMatchObject({ outcome: 'done' })
  expect(await ask('undo', done as never)).toMatchObject({ outcome: 'done' })
  expect(await ask('nonsense' as never, {} as never)).toMatchObject({ error: '#VALUE!' })
})
