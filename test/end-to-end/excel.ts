import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { buildExcelAddin } from '../../build/excel-addin'
import type { Ask } from '../../shared/workbook/questions'
import { type EndToEndHost, samples } from './host'
import { watch } from './watched'

const address = 'https://localhost:3000'
const library = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

export interface BuiltPane {
  readonly folder: string
  /** What is served in the place of Microsoft's library. */
  readonly excel: string
  readonly remove: () => void
}

export async function builtPane(): Promise<BuiltPane> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pane-'))
  await buildExcelAddin(folder, address)
  const { outputFiles } = await build({
    ...{ entryPoints: ['test/end-to-end/excel-page.ts'], bundle: true, write: false },
    ...{ format: 'iife', target: 'es2022' },
  })
  return {
    folder,
    excel: outputFiles[0]?.text ?? '',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The built task pane over Excel's objects in memory; every request is answered from the built folder. */
export async function openExcel(browser: Browser, built: BuiltPane): Promise<EndToEndHost> {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const isOwn = (url: string) => url === library || url.startsWith(address) || url.startsWith('blob:')
  const trouble = watch(context, isOwn)
  const page = await context.newPage()
  await page.addInitScript(sampleTables => Object.assign(globalThis, { sampleTables }), samples as never)
  await page.route('**/*', route => {
    const url = route.request().url()
    if (url === library) return route.fulfill({ contentType: 'text/javascript', body: built.excel })
    const file = join(built.folder, new URL(url).pathname)
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' })
  })
  await page.goto(`${address}/taskpane.html`)
  await page.getByRole('searchbox').waitFor()
  return {
    ...{ page, sidebar: page.mainFrame(), prefix: 'PLUMB.', trouble },
    enterSidebar: async () => {},
    select: text => page.evaluate(given => globalThis.excel.select(given), text),
    type: contents =>
      page.evaluate(
        given => globalThis.excel.type(given),
        Object.fromEntries(
          Object.entries(contents).map(([text, content]) => [
            text,
            typeof content === 'string' ? content.replace(/^=/, '=PLUMB.') : content,
          ]),
        ),
      ),
    state: async () => page.evaluate(() => globalThis.excel.state()),
    selection: () => page.evaluate(() => globalThis.excel.selection()),
    somebodyElse: ((question: string, asked: unknown) =>
      page.evaluate(
        ([name, given]) => globalThis.excel.ask(name as string, given),
        [question, asked],
      )) as Ask,
    close: () => context.close(),
  }
}
