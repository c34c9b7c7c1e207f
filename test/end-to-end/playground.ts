import type { Page } from 'playwright-core'
import type { Ask } from '../../shared/workbook/questions'
import { openSheet, type Playground, ready, selectCell, workbook } from '../playground/playground-page'
import { area, type By, board, type EndToEndHost } from './host'
import { watch } from './watched'

/** The playground as it is built, with its sample, and a sheet for what the scenarios type. */
export async function openPlaygroundHost(playground: Playground): Promise<EndToEndHost> {
  const context = await playground.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const trouble = watch(
    context,
    url => /^(?:blob:)?http:\/\/127\.0\.0\.1:\d+\//.test(url) || /^data:/.test(url),
  )
  const page = await openSheet(playground, context)
  await page.evaluate(addSheet, board)
  await ready(page)
  const sidebar = page.frames().find(frame => frame !== page.mainFrame())
  if (sidebar === undefined) throw new Error('there is no sidebar')
  const isInSidebar = () => page.evaluate(() => document.activeElement?.id === 'sidebar')
  return {
    ...{ page, sidebar, prefix: '', trouble },
    enterSidebar: async () => {
      for (let presses = 0; !(await isInSidebar()); presses++) {
        if (presses > 3) throw new Error('F6 does not reach the sidebar')
        await page.keyboard.press('F6')
      }
    },
    select: (text, by) => selectIn(page, text, by),
    type: contents => page.evaluate(typeInto, contents),
    state: async () => {
      const { cells, names } = await workbook(page)
      const state = Object.entries(cells).map(([address, { content, value }]) => {
        return [address, { formula: content.startsWith('=') ? content : '', value }]
      })
      return { names, cells: Object.fromEntries(state) }
    },
    selection: () =>
      page.evaluate(() => {
        // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
        const { getters } = ([...(globalThis as any).owl.App.apps].at(-1) as any).root.component.model
        const sheetId = getters.getActiveSheetId()
        return getters.getRangeString(getters.getRangeFromZone(sheetId, getters.getSelectedZone()), '')
      }),
    somebodyElse: ((question: string, asked: unknown) =>
      page.evaluate(
        ([name, given]) =>
          (globalThis as unknown as { plumblineWorkbook: { ask: Ask } }).plumblineWorkbook.ask(
            name as never,
            given as never,
          ),
        [question, asked],
      )) as Ask,
    close: () => context.close(),
  }
}

/** By mouse on the sheet's tab and its cells; by keyboard with the spreadsheet's own keys. */
async function selectIn(page: Page, text: string, by: By): Promise<void> {
  const { sheet, top, left, bottom, right } = area(text)
  if (by === 'mouse') {
    await page.locator('.o-sheet', { hasText: new RegExp(`^\\s*${sheet}\\s*$`) }).click()
    await selectCell(page, cellName(top, left))
    if (bottom > top || right > left) {
      await page.keyboard.down('Shift')
      await selectCell(page, cellName(bottom, right))
      await page.keyboard.up('Shift')
    }
    return
  }
  for (let presses = 0; await page.evaluate(isOutsideCells); presses++) {
    if (presses > 3) throw new Error('F6 does not reach the cells')
    await page.keyboard.press('F6')
  }
  for (let presses = 0; (await page.evaluate(shownSheet)) !== sheet; presses++) {
    if (presses > 12) throw new Error(`no key leads to the sheet ${sheet}`)
    await page.keyboard.press('Shift+PageDown')
  }
  await page.keyboard.press('Control+Home')
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key)
  }
  await press('ArrowDown', top)
  await press('ArrowRight', left)
  await press('Shift+ArrowDown', bottom - top)
  await press('Shift+ArrowRight', right - left)
}

const cellName = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`

const isOutsideCells = () => document.activeElement?.closest('.o-spreadsheet, #spreadsheet') == null

/* Run in the page. */
/* biome-ignore-start lint/suspicious/noExplicitAny: the page's globals have no types here */
function addSheet(name: string): void {
  const { model } = ([...(globalThis as any).owl.App.apps].at(-1) as any).root.component
  model.dispatch('CREATE_SHEET', { sheetId: name, name, position: model.getters.getSheetIds().length })
}

function shownSheet(): string {
  const { getters } = ([...(globalThis as any).owl.App.apps].at(-1) as any).root.component.model
  return getters.getSheetName(getters.getActiveSheetId())
}

function typeInto(contents: Readonly<Record<string, string | number>>): void {
  const { owl, o_spreadsheet } = globalThis as any
  const { model } = ([...owl.App.apps].at(-1) as any).root.component
  for (const [address, content] of Object.entries(contents)) {
    const [sheet = '', xc = ''] = address.split('!')
    const sheetId = model.getters.getSheetIdByName(sheet)
    model.dispatch('UPDATE_CELL', {
      sheetId,
      ...o_spreadsheet.helpers.toCartesian(xc),
      content: String(content),
    })
  }
}
/* biome-ignore-end lint/suspicious/noExplicitAny: as above */
