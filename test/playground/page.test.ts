import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { browserPath } from '../support/browser'
import {
  csvFile,
  openPlayground,
  openSheet,
  type Playground,
  pointAt,
  ready,
  selectCell,
  valueAt,
  workbook,
} from './playground-page'

const withBrowser = browserPath === '' ? describe.skip : describe
/** A key is held for a moment, as by a person: the spreadsheet draws between its going down and up. */
const pace = { delay: 80 }
const axeSource = createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js')

withBrowser('the playground in a browser (needs one)', () => {
  let playground: Playground
  let context: BrowserContext
  let page: Page
  let downloads: string

  beforeAll(async () => {
    playground = await openPlayground()
    downloads = mkdtempSync(join(tmpdir(), 'plumbline-downloads-'))
  })
  beforeEach(async () => {
    context = await playground.newContext()
    page = await openSheet(playground, context)
  })
  afterEach(() => context.close())
  afterAll(async () => {
    await playground?.close()
    rmSync(downloads, { recursive: true, force: true })
  })

  const notice = () => page.locator('#notice').textContent()
  const open = (file: Parameters<Page['setInputFiles']>[1]) => page.setInputFiles('#file', file)
  const dialog = () => page.getByRole('dialog')
  const saved = () => page.getByText('Saved in this browser').waitFor()

  test('a formula typed as soon as the page is open shows its answer', async () => {
    await page.keyboard.type('=ROI_ANNUALISED(5000,1000,2.5)')
    await page.keyboard.press('Enter')
    expect(await valueAt(page, 'Start!A1')).toBe(0.9036539387158785)
  })

  test('the usual keys do the usual things', async () => {
    await selectCell(page, 'C30')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('=C30*2')
    await page.keyboard.press('Enter')
    expect(await valueAt(page, 'Start!D30')).toBe(10)
    await selectCell(page, 'C30')
    await page.keyboard.press('F2', pace)
    await page.keyboard.type('1', pace)
    await page.keyboard.press('Enter')
    expect(await valueAt(page, 'Start!D30')).toBe(102)
    await page.keyboard.press('Control+z')
    expect(await valueAt(page, 'Start!D30')).toBe(10)
    await page.keyboard.press('Control+y')
    expect(await valueAt(page, 'Start!D30')).toBe(102)
    await selectCell(page, 'C30')
    await page.keyboard.press('Delete')
    expect(await valueAt(page, 'Start!D30')).toBe(0)
  })

  test('typing the beginning of a name offers the formula, and its arguments are explained', async () => {
    await selectCell(page, 'C30')
    await page.keyboard.type('=ROI_ANN')
    await page.locator('.o-autocomplete-value', { hasText: /^ROI_ANNUALISED$/ }).waitFor()
    await page.keyboard.press('Tab', pace)
    const help = page.locator('.o-formula-assistant')
    await help.waitFor()
    expect(await help.textContent()).toContain('Everything that came back')
  })

  test('the names of metrics and the choices of an argument are offered as they are typed', async () => {
    const offered = page.locator('.o-autocomplete-value')
    await selectCell(page, 'C30')
    await page.keyboard.type('=METRIC("WIN', pace)
    await offered.filter({ hasText: /^"WIN_RATE"$/ }).waitFor()
    expect(await page.locator('.o-formula-assistant').textContent()).toMatch(/, table1, \[table2\]/)
    await page.keyboard.press('Tab', pace)
    await page.keyboard.type(',DATE(2026,1,1),DATE(2026,3,31),"","","",DEALS)')
    await page.keyboard.press('Enter')
    expect(await valueAt(page, 'Start!C30')).toBe(0.6)
    await page.keyboard.type('=WIN_RATE(3,2,6,', pace)
    await offered.filter({ hasText: /^"all_closed"$/ }).waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'Tab', ')', 'Enter']) await page.keyboard.press(key, pace)
    expect(await valueAt(page, 'Start!C31')).toBe(0.5)
    // A blank is meant as it is typed.
    await page.keyboard.type('=WIN_RATE(3,2,6,""', pace)
    await page.keyboard.press('Enter', pace)
    expect(await valueAt(page, 'Start!C32')).toBe(0.6)
  })

  test('an error says its reason to whoever points at it', async () => {
    await page.locator('.o-sheet', { hasText: 'Metrics' }).click()
    await pointAt(page, 'D9')
    await page.locator('.o-error-tooltip').waitFor()
    expect(await page.locator('.o-error-tooltip').textContent()).toContain('net_leads is 0')
  })

  test('the sample shows its figures, and no error but those of empty quarters', async () => {
    const { cells, names } = await workbook(page)
    expect(Object.keys(names).sort()).toEqual(['AS_OF', 'COSTS', 'DEALS', 'LEADS'])
    expect(['C9', 'C10', 'C11', 'C12', 'C13'].map(xc => cells[`Start!${xc}`]?.shown)).toEqual([
      '4.00',
      '90.4%',
      '4,714.29',
      '1.50',
      '7',
    ])
    const column = (letter: string) =>
      [7, 8, 9, 10, 11, 12, 13].map(row => cells[`Metrics!${letter}${row}`]?.shown)
    expect(column('B')).toEqual(['7', '33,000', '4,714.29', '59,000', '60.0%', '19,667', '59.0'])
    expect(column('C').filter(shown => shown?.startsWith('#'))).toEqual([])
  })

  test('Insert puts a formula into the active cell, and asks before it replaces anything', async () => {
    await selectCell(page, 'C30')
    const sidebar = page.frameLocator('#sidebar')
    await sidebar.getByText('ROI_ANNUALISED').first().click()
    await sidebar.getByRole('button', { name: 'Insert' }).click()
    await sidebar.getByText('Start!C30').waitFor()
    expect(await valueAt(page, 'Start!C30')).toBe(0.9036539387158785)
    await selectCell(page, 'B2')
    await sidebar.getByRole('button', { name: 'Insert' }).click()
    await sidebar.getByText('Start!B2').waitFor()
    expect(await valueAt(page, 'Start!B2')).toBe('Plumbline')
  })

  test('F6 goes from the cells to the sidebar, to the buttons, and back to the cells', async () => {
    const inSidebar = () => page.evaluate(() => document.activeElement?.id === 'sidebar')
    await page.keyboard.press('F6')
    expect(await inSidebar()).toBe(true)
    await page.keyboard.type('annualised')
    await page.frameLocator('#sidebar').getByText('ROI_ANNUALISED').first().waitFor()
    await page.keyboard.press('F6')
    expect(await page.locator('#open-file').evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('F6')
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    expect(await valueAt(page, 'Start!A1')).toBe(7)
  })

  test('F6 goes to a message too, and what closes it gives the keyboard back to the cells', async () => {
    const isOnMessage = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Close this message')
    for (const key of ['Escape', 'Enter']) {
      await open(csvFile('short.csv', 'name,n\nAna,1\n'))
      await page.getByText('Opened short.csv').waitFor()
      for (let presses = 0; presses < 4 && !(await isOnMessage()); presses++) await page.keyboard.press('F6')
      expect(await isOnMessage()).toBe(true)
      await page.keyboard.press(key)
      expect(await notice()).toBe('')
      await page.waitForFunction(() => document.activeElement?.closest('.o-grid-composer') !== null)
    }
  })

  test('Cancel stays in sight below more templates than the window shows', async () => {
    await page.getByRole('button', { name: 'Templates…' }).click()
    await dialog()
      .getByRole('button', { name: /^Self-test/ })
      .waitFor()
    const longer = await dialog().evaluate(shown => shown.scrollHeight > shown.clientHeight)
    const bottom = await dialog().evaluate(shown => shown.getBoundingClientRect().bottom)
    const cancel = await dialog().getByRole('button', { name: 'Cancel' }).boundingBox()
    expect(longer).toBe(true)
    expect((cancel?.y ?? 0) + (cancel?.height ?? 0)).toBeLessThan(bottom)
  })

  test('saving takes over what is being typed', async () => {
    await selectCell(page, 'C30')
    await page.keyboard.type('=1+1')
    await saveTo('typed.xlsx')
    expect(await valueAt(page, 'Start!C30')).toBe(2)
  })

  test('a file that is dropped is opened', async () => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['name,n\nAna,1\n'], 'dropped.csv', { type: 'text/csv' }))
      return transfer
    })
    await page.dispatchEvent('#spreadsheet', 'drop', { dataTransfer: data })
    await page.getByText('Opened dropped.csv').waitFor()
    expect(await valueAt(page, 'dropped!B2')).toBe(1)
  })

  test('the icon of a linked site is asked of nobody', async () => {
    const unwatched = await playground.browser.newContext()
    const tab = await openSheet(playground, unwatched)
    const reached: string[] = []
    tab.on('requestfinished', request => reached.push(request.url()))
    await tab.setInputFiles('#file', csvFile('links.csv', 'site,n\nhttps://example.com/,1\n'))
    await tab.getByText('Opened links.csv').waitFor()
    const refused = tab.waitForEvent('console', message => /Content Security Policy/.test(message.text()))
    await pointAt(tab, 'A2')
    await refused
    await unwatched.close()
    expect(reached.filter(url => url.startsWith('https:'))).toEqual([])
  })

  test('Insert waits for whoever is typing in a cell', async () => {
    await selectCell(page, 'C30')
    await page.keyboard.type('=1+')
    const answer = await page.evaluate(() => window.plumblineWorkbook?.insert('=ROI(5000,1000)'))
    expect(answer).toEqual({ outcome: 'refused', reason: expect.stringContaining('typed') })
  })

  describe('opening files', () => {
    test('a table of deals becomes a sheet and takes over the name DEALS from the sample', async () => {
      await open(
        csvFile(
          'my deals.csv',
          'deal_id,stage,amount,created_at,closed_at\n007,Won,10.5,2026-01-05,2026-02-01\n',
        ),
      )
      await page.getByText('Opened my deals.csv').waitFor()
      expect(await notice()).toContain('1 row')
      const { cells, names } = await workbook(page)
      expect(names.DEALS).toBe("'my deals'!A1:E2")
      expect(['A', 'B', 'C', 'D'].map(column => cells[`'my deals'!${column}2`]?.value)).toEqual([
        '007',
        'Won',
        10.5,
        46027,
      ])
      expect(cells["'my deals'!D2"]?.shown).toBe('2026-01-05')
    })

    test('the formula shown for it is of the last quarter that gives a number', async () => {
      const rows = ['1,Won,10,2026-01-05,2026-02-01', '2,Open,20,2026-04-20,2026-08-30']
      await open(csvFile('now.csv', `deal_id,stage,amount,created_at,closed_at\n${rows.join('\n')}\n`))
      await page.getByText('Opened now.csv').waitFor()
      const formula = await page.locator('#notice code').textContent()
      expect(formula).toContain('DATE(2026,1,1)')
      await selectCell(page, 'H3')
      await page.keyboard.type(String(formula))
      await page.keyboard.press('Enter')
      expect(await valueAt(page, 'now!H3')).toBe(1)
    })

    test('a second table of deals asks whose name it is', async () => {
      await open(csvFile('first.csv', 'deal_id,stage,amount,created_at\n1,Won,1,2026-01-05\n'))
      await page.getByText('Opened first.csv').waitFor()
      await open(csvFile('second.csv', 'deal_id,stage,amount,created_at\n2,Won,2,2026-01-05\n'))
      await dialog().getByRole('button', { name: 'Keep it' }).click()
      await page.getByText('Opened second.csv').waitFor()
      const { names } = await workbook(page)
      expect([names.DEALS, names.SECOND]).toEqual(['first!A1:D2', 'second!A1:D2'])
    })

    test('text that reads like a formula, a number or a date stays text, through a reload too', async () => {
      const hostile = ['=1+1', '+1', '-1+1', '@SUM(1)', "'=1", '00123', '03/04', '1-2', '7e30', ' =1', 'x']
      await open(csvFile('hostile.csv', `note,n\n${hostile.map(text => `"${text}",1`).join('\n')}\n`))
      await page.getByText('Opened hostile.csv').waitFor()
      const values = async () => {
        const { cells } = await workbook(page)
        return hostile.map((_, index) => cells[`hostile!A${index + 2}`]?.value)
      }
      expect(await values()).toEqual(hostile)
      await saved()
      await page.reload()
      await ready(page)
      expect(await values()).toEqual(hostile)
    })

    test.each([
      ['Day first', 42828],
      ['Month first', 42798],
    ])('dates that may be read in two ways are asked about: %s', async (answer, serial) => {
      await open(csvFile('dates.csv', 'name,when\nAna,03/04/2017\n'))
      expect(await dialog().textContent()).toContain('03/04/2017')
      await dialog().getByRole('button', { name: answer }).click()
      await page.getByText('Opened dates.csv').waitFor()
      expect(await valueAt(page, 'dates!B2')).toBe(serial)
    })

    test.each([
      [
        'a picture',
        { name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
        'picture',
      ],
      ['an empty file', csvFile('data.csv', ''), 'empty'],
      [
        'a broken workbook',
        { name: 'a.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004broken') },
        'damaged',
      ],
      [
        'a protected workbook',
        { name: 'a.xlsx', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
        'password',
      ],
    ])('%s is refused with a sentence', async (_, file, word) => {
      const before = await workbook(page)
      await open(file)
      await dialog().waitFor()
      expect(await dialog().textContent()).toContain(word)
      await dialog().getByRole('button', { name: 'OK' }).click()
      expect(await workbook(page)).toEqual(before)
    })

    const pipeline = '../shared/data/crm-opportunities/sales_pipeline.csv'
    ;(existsSync(pipeline) ? test : test.skip)(
      'a real CRM export answers in full (needs ../shared)',
      async () => {
        await open(pipeline)
        await page.getByText('Opened sales_pipeline.csv: 8,800 rows').waitFor()
        await selectCell(page, 'K2')
        const metrics = '{"WIN_RATE";"TOTAL_REVENUE";"AVERAGE_DEAL_SIZE";"SALES_CYCLE_LENGTH"}'
        const quarters = '{DATE(2017,1,1),DATE(2017,4,1),DATE(2017,7,1),DATE(2017,10,1)}'
        const ends = '{DATE(2017,3,31),DATE(2017,6,30),DATE(2017,9,30),DATE(2017,12,31)}'
        const answers = await page.evaluate(formula => {
          // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
          const { model } = ([...(globalThis as any).owl.App.apps].at(-1) as any).root.component
          const sheetId = model.getters.getActiveSheetId()
          model.dispatch('ADD_COLUMNS_ROWS', {
            sheetId,
            sheetName: model.getters.getSheetName(sheetId),
            dimension: 'COL',
            base: 8,
            position: 'after',
            quantity: 10,
          })
          model.dispatch('UPDATE_CELL', { sheetId, col: 9, row: 1, content: formula })
          model.dispatch('UPDATE_CELL', { sheetId, col: 7, row: 8790, content: '0' })
          const value = (col: number, row: number) =>
            model.getters.getEvaluatedCell({ sheetId, col, row }).value
          return [1, 2, 3, 4].map(row => [9, 10, 11, 12].map(col => value(col, row)))
        }, `=METRIC(${metrics},${quarters},${ends},"","","",DEALS)`)
        const won = [531, 1254, 1257, 1196]
        const lost = [116, 778, 790, 789]
        const revenue = [1_134_672, 3_086_111, 2_982_255, 2_802_496]
        expect(answers).toEqual([
          won.map((count, index) => count / (count + (lost[index] ?? 0))),
          revenue,
          revenue.map((amount, index) => amount / (won[index] ?? 0)),
          [74, 52, 49, 51],
        ])
      },
    )
  })

  describe('xlsx', () => {
    test('what is saved opens again as it was: formulas, values, formats, names, and text as text', async () => {
      await open(csvFile('ids.csv', 'ref,when\n00123,2026-01-05\n"=1+1",2026-01-06\n'))
      await page.getByText('Opened ids.csv').waitFor()
      const before = await workbook(page)
      const file = await saveTo('round trip.xlsx')
      await open(file)
      await dialog().getByRole('button', { name: 'Open it' }).click()
      await page.getByText('Opened round trip.xlsx').waitFor()
      const after = await workbook(page)
      const link = 'Start!B20'
      expect(before.cells[link]?.shown).toBe(after.cells[link]?.shown)
      delete before.cells[link]
      delete after.cells[link]
      expect(after).toEqual(before)
    })
  })

  async function saveTo(name: string): Promise<string> {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as xlsx' }).click()
    const path = join(downloads, name)
    await (await download).saveAs(path)
    return path
  }

  describe('the work is kept', () => {
    const type = async (text: string, tab = page) => {
      await selectCell(tab, 'C30')
      await tab.keyboard.type(text)
      await tab.keyboard.press('Enter')
    }

    test('over a reload', async () => {
      await type('=ROI(3,1)')
      await saved()
      await page.reload()
      await ready(page)
      expect(await valueAt(page, 'Start!C30')).toBe(2)
    })

    test('until Start over, which asks first', async () => {
      await type('mine')
      await page.getByRole('button', { name: 'Start over' }).click()
      await dialog().getByRole('button', { name: 'Cancel' }).click()
      expect(await valueAt(page, 'Start!C30')).toBe('mine')
      await page.getByRole('button', { name: 'Start over' }).click()
      await dialog().getByRole('button', { name: 'Start over' }).click()
      await page.getByText('The sample is open').waitFor()
      expect(await valueAt(page, 'Start!C30')).toBeUndefined()
    })

    test('by the tab that wrote last, and the other is told', async () => {
      const other = await openSheet(playground, context)
      await type('first')
      await saved()
      await type('second', other)
      const question = other.getByRole('dialog')
      await question.getByText('changed in another tab').waitFor()
      await question.getByRole('button', { name: 'Show the other tab’s work' }).click()
      await other.waitForFunction(() => document.querySelector('dialog') === null)
      await other.getByText('Saved in this browser').waitFor()
      expect(await valueAt(other, 'Start!C30')).toBe('first')
    })

    test('even damaged, until its owner lets it go', async () => {
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('plumbline-playground')
            opening.onupgradeneeded = () => opening.result.createObjectStore('workbooks')
            opening.onerror = () => reject(opening.error)
            opening.onsuccess = () => {
              const writing = opening.result.transaction('workbooks', 'readwrite')
              writing
                .objectStore('workbooks')
                .put({ revision: 7, savedAt: 0, data: '{"sheets":[{' }, 'current')
              writing.oncomplete = () => resolve()
            }
          }),
      )
      await page.reload()
      await dialog().getByText('cannot be opened').waitFor()
      const download = page.waitForEvent('download')
      await dialog().getByRole('button', { name: 'Download it' }).click()
      expect((await download).suggestedFilename()).toBe('plumbline-workbook.json')
      expect(await valueAt(page, 'Start!C9')).toBe(4)
      playground.failures.length = 0
    })
  })

  test.each(['light', 'dark'] as const)('no axe violation in the page’s own parts, %s', async colorScheme => {
    const themed = await playground.newContext({ colorScheme, bypassCSP: true })
    const tab = await openSheet(playground, themed)
    await tab.setInputFiles('#file', csvFile('x.csv', 'name,n\nAna,1\n'))
    await tab.getByText('Opened x.csv').waitFor()
    await tab.getByRole('button', { name: 'Start over' }).click()
    await tab.addScriptTag({ path: axeSource })
    const found = await tab.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe is added to the page by the line above
      const { violations } = await (globalThis as any).axe.run({ exclude: ['#spreadsheet', '#sidebar'] })
      return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
        id,
        nodes[0]?.html,
      ])
    })
    await themed.close()
    expect(found).toEqual([])
  })

  test('on a narrow screen the sidebar lies over the sheet and can be put away', async () => {
    await page.setViewportSize({ width: 340, height: 640 })
    await page.reload()
    await page.waitForSelector('.o-grid canvas')
    const toggle = page.getByRole('button', { name: 'Plumbline sidebar' })
    await expect(toggle.getAttribute('aria-expanded')).resolves.toBe('false')
    await toggle.click()
    const box = await page.locator('#sidebar').boundingBox()
    expect(box?.width).toBe(320)
    await toggle.click()
    await expect(page.locator('#sidebar').isVisible()).resolves.toBe(false)
  })

  test('nothing is asked of any other machine, and nothing goes wrong unseen', () => {
    expect(playground.requested.length).toBeGreaterThan(100)
    expect(
      playground.requested.filter(url => !/^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/.test(url)),
    ).toEqual([])
    expect(playground.failures).toEqual([])
  })
})
