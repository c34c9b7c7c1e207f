import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildPlayground } from '../../build/playground'
import { serveFolder } from '../../build/static-server'
import { openBrowser } from '../support/browser'

export interface Playground {
  readonly address: string
  readonly browser: Browser
  /** Every address that any page asked for. */
  readonly requested: string[]
  /** What pages reported as gone wrong. */
  readonly failures: string[]
  readonly newContext: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

/** The built playground behind its own server, and a browser that watches what its pages do. */
export async function openPlayground(): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-playground-'))
  await buildPlayground(folder)
  const { server, port } = await serveFolder(folder, 0)
  const browser = await openBrowser()
  const requested: string[] = []
  const failures: string[] = []
  return {
    address: `http://127.0.0.1:${port}/`,
    browser,
    requested,
    failures,
    newContext: async options => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, ...options })
      context.on('request', request => requested.push(request.url()))
      context.on('weberror', error => failures.push(error.error().message))
      context.on('console', message => message.type() === 'error' && failures.push(message.text()))
      return context
    },
    close: async () => {
      await browser.close()
      await closed(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

export async function openSheet(playground: Playground, context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(playground.address)
  await ready(page)
  return page
}

/** The cells are drawn and have the keyboard, which the sidebar takes for a moment when it opens. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('.o-grid canvas')
  await page.frameLocator('#sidebar').locator('input').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('.o-grid-composer') !== null)
}

interface SeenCell {
  readonly content: string
  readonly value: unknown
  readonly shown: string
  readonly message?: string
}

/** What the spreadsheet on the page holds, cell by cell; its names under `names`. */
export function workbook(
  page: Page,
): Promise<{ cells: Record<string, SeenCell>; names: Record<string, string> }> {
  return page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
    const { model } = ([...(globalThis as any).owl.App.apps].at(-1) as any).root.component
    const { getters } = model
    const cells: Record<string, SeenCell> = {}
    for (const sheetId of getters.getSheetIds())
      for (const cell of getters.getCells(sheetId)) {
        const position = getters.getCellPosition(cell.id)
        const content = cell.isFormula ? cell.compiledFormula.toFormulaString(getters) : cell.content
        const zone = { left: position.col, right: position.col, top: position.row, bottom: position.row }
        const address = getters.getRangeString(getters.getRangeFromZone(sheetId, zone), '')
        const { value, formattedValue, message } = getters.getEvaluatedCell(position)
        if (content !== '' || value !== null)
          cells[address] = { content, value, shown: formattedValue, message }
      }
    const names: [string, string][] = getters
      .getNamedRanges()
      .map(({ name, range }: { name: string; range: unknown }) => [name, getters.getRangeString(range)])
    return { cells, names: Object.fromEntries(names) }
  })
}

export async function valueAt(page: Page, address: string): Promise<unknown> {
  return (await workbook(page)).cells[address]?.value
}

export async function selectCell(page: Page, xc: string): Promise<void> {
  const { x, y } = await placeOf(page, xc)
  await page.mouse.click(x, y)
}

export async function pointAt(page: Page, xc: string): Promise<void> {
  const { x, y } = await placeOf(page, xc)
  await page.mouse.move(x - 5, y)
  await page.mouse.move(x, y, { steps: 3 })
}

/** The cell is scrolled to where it can be seen. */
function placeOf(page: Page, xc: string): Promise<{ x: number; y: number }> {
  return page.evaluate(cell => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
    const { owl, o_spreadsheet } = globalThis as any
    const { model } = [...owl.App.apps].at(-1).root.component
    const { col, row } = o_spreadsheet.helpers.toCartesian(cell)
    model.dispatch('SCROLL_TO_CELL', { col, row })
    const rect = model.getters.getVisibleRect({ left: col, right: col, top: row, bottom: row })
    const grid = document.querySelector('.o-grid')?.getBoundingClientRect()
    return { x: rect.x + (grid?.x ?? 0) + 10, y: rect.y + (grid?.y ?? 0) + 8 }
  }, xc)
}

export function csvFile(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
