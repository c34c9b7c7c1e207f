import type { Browser } from 'playwright-core'
import { builtAppsScript } from '../apps-script/load'
import { openPlayground, type Playground } from '../playground/playground-page'
import { browserPath, openBrowser } from '../support/browser'
import { driverOf } from './driver'
import { type BuiltPane, builtPane, openExcel } from './excel'
import { type Built, openGoogleSheets } from './google-sheets'
import type { EndToEndHost } from './host'
import { openPlaygroundHost } from './playground'
import { buildingInPlace, choosing, refusedInPlace } from './templates'
import { violationsIn } from './watched'

const withBrowser = browserPath === '' ? describe.skip : describe
const ways = ['mouse', 'keyboard'] as const

withBrowser('a person starts from a template (needs a browser)', () => {
  let browser: Browser
  let pane: BuiltPane
  let sheets: Built
  let playground: Playground
  beforeAll(async () => {
    ;[browser, pane, sheets, playground] = await Promise.all([
      ...([openBrowser(), builtPane(), builtAppsScript(), openPlayground()] as const),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
    pane?.remove()
  })

  async function play(host: EndToEndHost, by: (typeof ways)[number], act: typeof buildingInPlace) {
    const driver = driverOf(host, by)
    try {
      await act(driver)
      expect(await violationsIn(host.sidebar)).toEqual([])
      expect(host.trouble).toEqual([])
      expect(driver.lost).toEqual([])
    } finally {
      await host.close()
    }
  }

  test.each(ways)('in place in Google Sheets, by %s', async by => {
    await play(await openGoogleSheets(browser, sheets), by, buildingInPlace)
  })

  test.each(ways)('in place in Excel, by %s', async by => {
    await play(await openExcel(browser, pane), by, buildingInPlace)
  })

  test.each(ways)('not in place in the playground’s sample, which has a sheet Start, by %s', async by => {
    await play(await openPlaygroundHost(playground), by, refusedInPlace)
  })

  test.each(ways)('from the gallery of the playground, and opens an export of their own, by %s', async by => {
    const host = await openPlaygroundHost(playground)
    try {
      await choosing(host.page, by)
      expect(host.trouble).toEqual([])
    } finally {
      await host.close()
    }
  })

  test.each(['light', 'dark'] as const)(
    'of which none breaks a rule of axe in the gallery, %s',
    async colorScheme => {
      const context = await playground.newContext({ colorScheme, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(playground.address)
      await page.waitForSelector('.o-grid canvas')
      await page.getByRole('button', { name: 'Templates…' }).click()
      await page.locator('.pl-template').first().waitFor()
      const own = (await violationsIn(page.mainFrame())).filter(violation => /pl-/.test(violation))
      expect(own).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.pl-gallery').waitFor({ state: 'detached' })
      await context.close()
    },
  )
})
