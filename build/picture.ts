/** Takes the pictures of the README and the guides: the playground with its sidebar, a small team's first quarter in it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { buildPlayground } from './playground'
import { serveFolder } from './static-server'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-picture-'))
await buildPlayground(folder)
const server = await serveFolder(folder, 0)
const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? '', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1480, height: 860 }, colorScheme: 'light' })
await page.goto(`http://127.0.0.1:${server.port}/`)
const sidebar = page.frameLocator('iframe')
const tab = (name: string) => sidebar.getByRole('tab', { name, exact: true }).click()
const button = (name: string) => sidebar.getByRole('button', { name, exact: true }).first()

await tab('Set up')
await sidebar.getByText('This will be done').waitFor()
await picture(page, 'set-up')
await button('Set up').click()
await sidebar.getByText('Done. This is what was made:').waitFor()

await tab('Definitions')
await sidebar.getByLabel('Search definitions').fill('win rate')
await sidebar.locator('[id="term-win_rate.variant"]').click()
await sidebar.getByRole('radio', { name: /^all_closed/ }).click()
await sidebar.locator('.effect', { hasText: 'Win rate' }).first().waitFor()
await sidebar.getByLabel('Reason', { exact: true }).fill('The board counts every deal that closed.')
await sidebar.locator('.effect', { hasText: 'Win rate' }).first().scrollIntoViewIfNeeded()
await picture(page, 'impact')
await button('Review and approve').click()
await sidebar.getByLabel('Your name').fill('Sales operations')
await button('Approve 1 change').click()
await sidebar.getByText(/^Saved as v1/).waitFor()

await page.locator('.o-sheet', { hasText: 'Scorecard' }).click()
await clickCell(409, 209)
await tab('Why?')
await button('Explain selected cell').click()
await sidebar.getByText('Calculation').waitFor()
await picture(page, 'why')

await tab('Check')
await button('Check this workbook').click()
await sidebar
  .getByText(/finding/)
  .first()
  .waitFor()
await picture(page, 'check')

await page.getByText('Metrics', { exact: true }).last().click()
await tab('Why?')
await clickCell(281, 249)
await button('Explain selected cell').click()
await page.waitForTimeout(1500)
await page.screenshot({ path: 'docs/images/playground.png' })

await page.getByRole('button', { name: 'Templates…' }).click()
const dialog = page.getByRole('dialog')
await dialog.getByRole('button', { name: /^Executive overview/ }).waitFor()
await page.waitForTimeout(500)
await page.screenshot({ path: 'docs/images/templates.png' })
await dialog.getByRole('button', { name: /^Executive overview/ }).click()
await dialog.getByRole('button', { name: 'Open it' }).click()
await page.getByText('Opened Executive overview').waitFor()
await page.locator('.pl-notice button').first().click()
await page.getByRole('button', { name: 'Plumbline sidebar', exact: true }).click()
await page.locator('.o-sheet', { hasText: 'Overview' }).click()
await page.waitForTimeout(2000)
await page.screenshot({ path: 'docs/images/executive.png' })
await browser.close()
process.exit(0)

/** The cell at a place within the grid. */
async function clickCell(x: number, y: number): Promise<void> {
  const grid = await page.locator('.o-grid-overlay').first().boundingBox()
  await page.mouse.click((grid?.x ?? 0) + x, (grid?.y ?? 0) + y)
}

/** The sidebar alone, as it stands. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('iframe').screenshot({ path: `docs/images/${name}.png` })
}
