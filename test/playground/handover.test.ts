import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsxFile } from '../../command-line/xlsx-file'
import { shell } from '../command-line/run'
import { browserPath } from '../support/browser'
import { libreOffice, recalculatedFile } from '../support/libreoffice'
import { openPlayground, openSheet, type Playground, workbook } from './playground-page'

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser('handing over from the playground (needs a browser)', () => {
  let playground: Playground
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-downloads-'))
  beforeAll(async () => {
    playground = await openPlayground()
  })
  afterAll(async () => {
    await playground?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('gives the sample as a file that computes without Plumbline, and keeps its own formulas', async () => {
    const context = await playground.newContext()
    const page = await openSheet(playground, context)
    const before = await workbook(page)
    const sidebar = page.frameLocator('#sidebar')
    await sidebar.getByRole('tab', { name: 'Share' }).click()
    await sidebar.getByRole('button', { name: 'See what will happen' }).click()
    await sidebar.getByText(/\d+ numbers: \d+ as native formulas/).waitFor()
    const download = page.waitForEvent('download')
    await sidebar.getByRole('button', { name: 'Download the copy' }).click()
    const copy = join(folder, 'handed-over.xlsx')
    expect((await download).suggestedFilename()).toBe('handed-over.xlsx')
    await (await download).saveAs(copy)
    await sidebar.getByText(/numbers handed over, read back and sealed/).waitFor()
    expect(await sidebar.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect(await workbook(page)).toEqual(before)
    await context.close()
    const { sheets, names } = await readXlsxFile(copy, readFileSync(copy))
    expect(Object.keys(names)).toEqual(expect.arrayContaining(['PROVENANCE', 'LEADS', 'DEALS', 'COSTS']))
    const formulas = [...sheets.values()].flatMap(sheet => [...sheet.formulas.values()])
    expect(formulas.length).toBeGreaterThan(5)
    expect(formulas.filter(formula => /METRIC|DEFINITIONS/.test(formula))).toEqual([])
    expect((await shell('verify', copy)).out).toMatch(/^All \d+ numbers are what they were/)
    if (!libreOffice) return
    const again = join(folder, 'computed.xlsx')
    writeFileSync(again, recalculatedFile(readFileSync(copy)))
    expect((await shell('verify', again)).out).toMatch(/^All \d+ numbers are what they were/)
  }, 120_000)
})
