import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { readXlsxFile } from '../../command-line/xlsx-file'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { shell } from '../command-line/run'
import { openPlayground, openSheet, type Playground, valueAt, workbook } from '../playground/playground-page'
import { browserPath } from '../support/browser'
import { libreOffice, recalculatedFile } from '../support/libreoffice'
import { coreMatrix, readTable } from '../support/tables'

const withBrowser = browserPath === '' ? describe.skip : describe

const story = 'Story!B5'
const exported = (name: string) => `templates/sample/weeks-${name}.csv`

withBrowser('from a template to finance and back (needs a browser)', () => {
  let playground: Playground
  let context: BrowserContext
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-downloads-'))
  const copy = join(folder, 'for-finance.xlsx')
  const button = (name: string) =>
    page.frameLocator('#sidebar').getByRole('button', { name, exact: true }).first()
  const says = (sentence: string | RegExp) =>
    page.frameLocator('#sidebar').getByText(sentence).first().waitFor()

  beforeAll(async () => {
    playground = await openPlayground()
    context = await playground.newContext()
    page = await openSheet(playground, context)
  })
  afterAll(async () => {
    await playground?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(path: string, opened: string): Promise<void> {
    await page.setInputFiles('#file', path)
    await page
      .getByText(opened)
      .or(page.getByRole('button', { name: 'Open it' }))
      .first()
      .waitFor()
    if (await page.getByRole('button', { name: 'Open it' }).isVisible()) {
      await page.getByRole('button', { name: 'Open it' }).click()
    }
    await page.getByText(opened).waitFor()
  }

  async function download(name: string, ask: () => Promise<void>): Promise<string> {
    const downloading = page.waitForEvent('download')
    await ask()
    const path = join(folder, name)
    await (await downloading).saveAs(path)
    return path
  }

  test('the story of a quarter is told of one’s own exports', async () => {
    await page.getByRole('button', { name: 'Templates…' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^The story of a quarter/ })
      .click()
    await page.getByText('Opened The story of a quarter').waitFor()
    const before = await valueAt(page, story)
    for (const name of ['leads', 'deals', 'costs']) {
      await open(exported(name), `Opened weeks-${name}.csv`)
    }
    const told = String(await valueAt(page, story))
    expect(told).not.toBe(before)
    const state = await workbook(page)
    const number = (name: string) => Number(state.cells[String(state.names[name])]?.value)
    const [leads, costs] = ['leads', 'costs'].map(name => coreMatrix(readTable(exported(name))))
    const given = [number('PERIOD_FROM'), number('PERIOD_TO'), '', number('AS_OF'), '']
    const cost = metricOnTables(['TOTAL_COST', ...given, costs]) as number
    const net = metricOnTables(['NET_LEADS_ISSUED', ...given, leads]) as number
    expect(told).toMatch(/^We invested /)
    expect(told.replace(/,/g, '')).toContain(`invested ${cost}`)
    expect(told).toContain(`issued ${net} net`)
  }, 120_000)

  test('saved and opened again, it is the same workbook, its definitions sealed', async () => {
    const before = await workbook(page)
    const saved = await download('story.xlsx', () =>
      page.getByRole('button', { name: 'Save as xlsx' }).click(),
    )
    await open(saved, 'Opened story.xlsx')
    const after = await workbook(page)
    expect(after.names).toEqual(before.names)
    const formulas = ({ cells }: typeof before) =>
      Object.fromEntries(
        Object.entries(cells).flatMap(([address, { content, value }]) =>
          content.startsWith('=') ? [[address, { content, value }]] : [],
        ),
      )
    expect(formulas(after)).toEqual(formulas(before))
    const { out } = await shell('check', saved)
    expect(out).not.toMatch(/hash|chain|seal/i)
  }, 120_000)

  test('finance gets it in built-in functions, and what comes back is verified', async () => {
    await page.frameLocator('#sidebar').getByRole('tab', { name: 'Share' }).click()
    await button('See what will happen').click()
    await says(/\d+ numbers: \d+ as native formulas/)
    await download('for-finance.xlsx', () => button('Download the copy').click())
    await says(/numbers handed over, read back and sealed/)
    await says(/among your downloads: send that to finance/)
    const { sheets } = await readXlsxFile(copy, readFileSync(copy))
    const formulas = [...sheets.values()].flatMap(sheet => [...sheet.formulas.values()])
    expect(formulas.length).toBeGreaterThan(50)
    expect(formulas.filter(formula => /METRIC|DEFINITION|PLUMB/.test(formula))).toEqual([])
    expect((await shell('verify', copy)).out).toMatch(/^All \d+ numbers are what they were/)
    if (!libreOffice) return
    const computed = join(folder, 'computed.xlsx')
    writeFileSync(computed, recalculatedFile(readFileSync(copy)))
    const { out } = await shell('verify', computed)
    expect(out).toMatch(/^All \d+ numbers are what they were/)
  }, 240_000)
})
