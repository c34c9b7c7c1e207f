import type { Browser } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { builtAppsScript, loadScript } from './load'
import { fakeSpreadsheet } from './spreadsheet'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('the sidebar as Google shows it', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('inserts through the built script, asks about an occupied cell, and shows a failure', async () => {
    const built = await builtAppsScript()
    const cell = { value: 5 as unknown, shown: '5' }
    const { services, done } = fakeSpreadsheet({ cell })
    const script = loadScript(built.script, services)
    const page = await browser.newPage({ viewport: { width: 300, height: 640 } })
    let offline = false
    await page.exposeFunction('server', (formula: unknown, over: unknown) => {
      if (offline) throw new Error('Connection failure due to HTTP 0')
      return JSON.parse(JSON.stringify(script.call('plumblineInsertFormula', [formula, over])))
    })
    await page.addInitScript(clientScript)
    await page.route('**', route => route.fulfill({ contentType: 'text/html', body: built.page }))
    await page.goto('https://sidebar.example/')

    await page.keyboard.type('roi')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const formula = await page.locator('.insertion code').first().textContent()
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('Metrics!B2 holds 5. Replace it?').waitFor()
    await page.getByRole('button', { name: 'Replace' }).click()
    await page.getByText('In Metrics!B2, which shows 5').waitFor()
    expect(done).toEqual([`set ${formula}`, 'flush'])

    offline = true
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('Connection failure due to HTTP 0').waitFor()
    await page.close()
  })
})

/** Google's `google.script.run`, over the function `server`. */
function clientScript() {
  const server = (globalThis as unknown as { server: (...given: unknown[]) => Promise<unknown> }).server
  const runner = (succeed: (answer: unknown) => void, fail: (error: Error) => void): object => ({
    withSuccessHandler: (handler: typeof succeed) => runner(handler, fail),
    withFailureHandler: (handler: typeof fail) => runner(succeed, handler),
    plumblineInsertFormula(formula: string, over: unknown) {
      server(formula, over).then(succeed, fail)
    },
  })
  const run = runner(
    () => {},
    () => {},
  )
  Object.assign(globalThis, { google: { script: { run } } })
}
