/** Takes the picture of the playground that the README shows. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { buildPlayground } from './playground'
import { serveFolder } from './static-server'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-picture-'))
await buildPlayground(folder)
const server = await serveFolder(folder, 0)
const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? '', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1480, height: 860 }, colorScheme: 'light' })
await page.goto(`http://127.0.0.1:${server.port}/`)
await page.getByText('Metrics', { exact: true }).last().click()
const sidebar = page.frameLocator('iframe')
await sidebar.getByRole('searchbox').fill('win rate')
await sidebar.getByText('WIN_RATE', { exact: true }).first().click()
await page.waitForTimeout(1500)
await page.screenshot({ path: 'docs/images/playground.png' })
await browser.close()
process.exit(0)
