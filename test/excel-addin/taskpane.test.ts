import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildExcelAddin } from '../../build/excel-addin'
import { functions } from '../../shared/functions'
import { probes } from '../../shared/probes'
import { browserPath, openBrowser } from '../support/browser'

const withBrowser = browserPath === '' ? describe.skip : describe

/** Excel's library as far as the pane needs it: one empty cell, which takes a formula and shows 4. */
const officeScript = `
  const cell = {
    load() {}, address: 'Metrics!B2', formulas: [['']], numberFormat: [['General']], text: [['4']],
    format: { protection: { locked: true } },
    worksheet: { load() {}, name: 'Metrics', protection: { protected: false } },
    getSpillParentOrNullObject: () => ({ load() {}, isNullObject: true }),
  }
  const context = { workbook: { getActiveCell: () => cell }, sync: async () => {} }
  window.cell = cell
  window.associated = []
  window.CustomFunctions = { associate: name => associated.push(name) }
  window.Excel = { run: async batch => batch(context) }
  window.Office = { HostType: { Excel: 'Excel' }, onReady: tell => setTimeout(tell, 0, { host: HOST }) }
`

withBrowser('the task pane (needs a browser)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pane-'))
  let browser: Browser
  let asked: string[]

  beforeAll(async () => {
    await buildExcelAddin(folder, 'https://localhost:3000')
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function openPane(host = 'Excel'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    asked = []
    await page.route('**/*', route => {
      const { hostname, pathname } = new URL(route.request().url())
      asked.push(hostname)
      if (hostname === 'appsforoffice.microsoft.com')
        return route.fulfill({
          contentType: 'text/javascript',
          body: officeScript.replace('HOST', `'${host}'`),
        })
      const file = join(folder, pathname)
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' })
    })
    await page.goto('https://localhost:3000/taskpane.html')
    return page
  }

  test('registers every formula', async () => {
    const page = await openPane()
    await page.getByRole('searchbox').waitFor()
    const associated = await page.evaluate(() => (window as unknown as { associated: string[] }).associated)
    expect(associated).toEqual([...functions, ...probes].map(({ name }) => name))
  })

  test('finds a formula by keyboard and inserts it, with its prefix, into the active cell', async () => {
    const page = await openPane()
    await page.getByRole('searchbox').fill('ROI')
    await page.getByRole('button', { name: /ROI/ }).first().press('Enter')
    await page.getByRole('button', { name: 'Insert' }).press('Enter')
    await page.getByText('In Metrics!B2').waitFor()
    const [[formula]] = await page.evaluate(
      () => (window as unknown as { cell: { formulas: [[string]] } }).cell.formulas,
    )
    expect(formula).toMatch(/^=PLUMB\.ROI\w*\(/)
  })

  test('asks nobody but its own address and Microsoft for files', async () => {
    const page = await openPane()
    await page.getByRole('searchbox').waitFor()
    expect(new Set(asked)).toEqual(new Set(['localhost', 'appsforoffice.microsoft.com']))
  })

  test("leaves the corner free where Excel draws the pane's own menu", async () => {
    const page = await openPane()
    await page.getByRole('searchbox').waitFor()
    const covered = await page.evaluate(
      () =>
        [...document.querySelectorAll('button, input, a, summary, h1, p')]
          .map(element => element.getBoundingClientRect())
          .filter(box => box.width > 0 && box.right > window.innerWidth - 34 && box.top < 32).length,
    )
    expect(covered).toBe(0)
  })

  test('says where it belongs when it is opened outside Excel', async () => {
    const page = await openPane('')
    await page.getByText('This pane works inside Excel').waitFor()
  })
})
