/**
 * Renders the add-in's PNG icons from the one SVG. They are committed, so that a build needs no browser:
 * run `npx tsx build/icons.ts` after a change of `plumbline.svg`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { iconSizes } from '../excel-addin/manifest-source'

const folder = 'excel-addin/icons'
const mark = readFileSync(join(folder, 'plumbline.svg'), 'utf8')
/** Microsoft 365 asks for a white outline on nothing beside the coloured icon. */
const outline = mark.replace(/<rect width="64".*\n/, '').replace(/#f2b84b/g, '#fff')

async function render(browser: Browser, svg: string, size: number, name: string) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }))
  await page.close()
}

const executablePath = execFileSync(process.execPath, ['build/browser.mjs'], { encoding: 'utf8' }).trim()
if (executablePath === '') throw new Error('No Chromium or Chrome was found to render the icons with.')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
for (const size of iconSizes) await render(browser, mark, size, `plumbline-${size}.png`)
await render(browser, outline, 32, 'outline-32.png')
await browser.close()
