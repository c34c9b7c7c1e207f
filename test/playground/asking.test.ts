import type { BrowserContext, Page } from 'playwright-core'
import type { Area } from '../../shared/workbook/area'
import type { Ask } from '../../shared/workbook/questions'
import { browserPath } from '../support/browser'
import { openPlayground, openSheet, type Playground, selectCell, valueAt } from './playground-page'

const withBrowser = browserPath === '' ? describe.skip : describe
type PageWindow = { plumblineWorkbook: { ask: Ask } }

withBrowser('the page answers its sidebar (needs a browser)', () => {
  let playground: Playground
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    playground = await openPlayground()
    context = await playground.newContext()
    page = await openSheet(playground, context)
  })
  afterAll(async () => {
    await context?.close()
    await playground?.close()
  })

  /** From within the sidebar's frame, as the sidebar asks. */
  const ask = async (question: string, asked: object): Promise<Record<string, unknown>> => {
    const frame = page.frames().find(one => one !== page.mainFrame())
    if (frame === undefined) throw new Error('there is no sidebar')
    return frame.evaluate(
      ([name, given]) =>
        (window.parent as unknown as PageWindow).plumblineWorkbook.ask(name as never, given as never),
      [question, asked] as const,
    ) as Promise<never>
  }

  const cell: Area = { sheet: 'Start', top: 59, left: 2, bottom: 59, right: 2 }
  const undo = { expected: [], names: [], edits: [{ do: 'write', area: cell, cells: [['=1+1']] }] }

  test('finds the tables of the sample', async () => {
    const { tables } = await ask('survey', {})
    expect(tables).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'leads' })]))
  })

  test('writes a text as a text, and takes it back', async () => {
    const done = await ask('undo', { undo })
    expect(done).toMatchObject({ outcome: 'done' })
    expect(await valueAt(page, 'Start!C60')).toBe('=1+1')
    expect(await ask('undo', { undo: done.undo as object })).toMatchObject({ outcome: 'done' })
    expect(await valueAt(page, 'Start!C60')).not.toBe('=1+1')
  })

  test('writes nothing while a cell is being typed in', async () => {
    await selectCell(page, 'C61')
    await page.keyboard.type('half a wo')
    expect(await ask('undo', { undo })).toEqual({
      outcome: 'refused',
      reason: 'A cell is being typed in: press Enter or Escape there first. Nothing was changed.',
    })
    await page.keyboard.press('Escape')
  })

  test('answers nonsense with a sentence', async () => {
    expect(await ask('constructor', {})).toMatchObject({ error: '#VALUE!' })
  })
})
