import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { SetFile } from '../../shared/workbook/questions'
import { browserPath, openBrowser } from '../support/browser'
import { serial } from '../support/tables'
import { closeSidebar } from './open-sidebar'
import { definitionsOf, sampleWorkbook, told } from './sample-ask'
import { openView, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('sharing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-share-'))
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })

  /** The set of a workbook that is ours with one more change. */
  function theirs(): SetFile {
    const workbook = sampleWorkbook()
    told(workbook, 'approve', {
      changes: [
        {
          ...{ term: 'organic.floor_zero', value: 'TRUE', reason: 'Finance asks for it.' },
          effectiveFrom: serial('2026-07-01'),
        },
      ],
      ...{ by: 'Finance', seen: definitionsOf(workbook) },
    })
    return told(workbook, 'exportSet', { name: 'Finance' }) as SetFile
  }

  test('says of definitions that nobody has approved that they have no seal', async () => {
    const file = { fileName: 'ours.json', text: '{}', words: 'Ours', hash: '' }
    page = await openView(browser, 'Share', { script: { exportSet: () => file } })
    await button('Prepare the file').click()
    await page.getByText('No seal yet: nothing is approved, so these are the built-in definitions.').waitFor()
  })

  test('hands over a file whose text is what the workbook gave, by keyboard alone', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Share', { workbook })
    await tabTo(page, 'Name of the set')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Board pack')
    await tabTo(page, 'Prepare the file')
    await page.keyboard.press('Enter')
    await page.locator('.prepared').waitFor()
    await tabTo(page, /^Download /)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const file = told(workbook, 'exportSet', { name: 'Board pack' }) as SetFile
    expect(download.suggestedFilename()).toBe(file.fileName)
    expect(readFileSync(await download.path(), 'utf8')).toBe(file.text)
  })

  test('copies the file’s text and the words, or leaves them selected where the page may not', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Share', { workbook })
    await button('Prepare the file').click()
    await button('Copy as text for a mail').click()
    await page.getByText('Copied.').waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const file = told(workbook, 'exportSet', { name: 'Our definitions' }) as SetFile
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file.words)
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
      document.execCommand = () => false
    })
    await button('Copy the file’s text').click()
    await page.getByText('press Ctrl+C').waitFor()
    const field = page.getByLabel('The file, to copy by hand')
    expect(
      await field.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe(file.text)
  })

  test('compares a file before it takes it over', async () => {
    const workbook = sampleWorkbook()
    const path = join(folder, 'finance.json')
    writeFileSync(path, theirs().text)
    page = await openView(browser, 'Share', { workbook })
    await page.getByLabel('Choose a file').setInputFiles(path)
    await page.getByText('Ours differ from Finance in 1 definition.').waitFor()
    expect(await shownText(page.locator('.differences'))).toMatch(
      /Organic: floor zero\s+Ours\s+no\s+Theirs\s+yes/,
    )
    expect(definitionsOf(workbook).version).toBe(2)
    await button('Take theirs over').click()
    await page.getByText(/Taken over as v\d, read back and sealed\./).waitFor()
    expect(definitionsOf(workbook).version).toBeGreaterThan(2)
    await button('Compare').click()
    await page.getByText('Finance says the same as ours.').waitFor()
  })

  test('is compared and taken over by keyboard alone', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Share', { workbook })
    await tabTo(page, 'Or paste its text')
    await page.keyboard.insertText(theirs().text)
    await tabTo(page, 'Compare')
    await page.keyboard.press('Enter')
    await page.getByText('Ours differ from Finance in 1 definition.').waitFor()
    await tabTo(page, 'Take theirs over')
    await page.keyboard.press('Enter')
    await page.getByText(/Taken over as v\d/).waitFor()
    expect(definitionsOf(workbook).version).toBeGreaterThan(2)
  })

  test('a pasted text that is no set, and an empty field, are refused beside the field', async () => {
    page = await openView(browser, 'Share')
    await button('Compare').click()
    await page.getByText('Paste the text of a file, or choose one.').waitFor()
    await page.getByLabel('Or paste its text').fill('=HYPERLINK("x")')
    await button('Compare').click()
    await page.locator('.import-trouble, .trouble').waitFor()
    expect(await button('Take theirs over').count()).toBe(0)
  })

  test('somebody who saved meanwhile, a refusal and a silent host are told', async () => {
    const outcomes = [
      { outcome: 'conflict', now: { version: 3, hash: 'x' }, by: 'Ben', terms: [] } as const,
      { outcome: 'refused', reason: 'The sheet Definitions is protected.' } as const,
    ]
    page = await openView(browser, 'Share', {
      script: { importSet: () => outcomes.shift() ?? 'rejects' },
    })
    await page.getByLabel('Or paste its text').fill(theirs().text)
    await button('Compare').click()
    await button('Take theirs over').click()
    await page.getByText('Ben saved v3 while you were comparing.').waitFor()
    await button('Take theirs over').click()
    await page.getByText('The sheet Definitions is protected.').waitFor()
    await button('Take theirs over').click()
    await page.getByText('The spreadsheet did not answer.').waitFor()
  })
})
