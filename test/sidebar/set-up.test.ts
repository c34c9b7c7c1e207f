import type { Browser, Page } from 'playwright-core'
import { cellAt } from '../../shared/workbook/area'
import { browserPath, openBrowser } from '../support/browser'
import { serial } from '../support/tables'
import { doneSurvey, survey } from './made-up'
import { closeSidebar } from './open-sidebar'
import { focusedName, lastAsked, openView, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('setting up', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const plan = () => page.locator('.plan li').allTextContents()
  const goTo = async () => page.getByText('This will be done').waitFor()

  test('says what it found and what it would do, and does only that', async () => {
    page = await openView(browser, 'Set up')
    await goTo()
    expect(await shownText(page.getByRole('heading', { level: 1 }))).toBe('Set this workbook up')
    expect(await plan()).toEqual([
      "Name 'CRM export'!A1:G1285 LEADS",
      'Name Deals!A1:C313 DEALS',
      'Add the sheet Definitions',
      'Add AS_OF, set to 31 Mar 2026',
      'Add the sheet Scorecard, and Locks and Snapshot for periods that are locked',
    ])
    await page.getByText('Is “Handover” the issued_at?').waitFor()
    await button('Yes').click()
    await page.getByText('2 columns that no metric uses').click()
    await page.getByLabel('“Disposition” is').selectOption('outcome_code')
    await page.getByLabel('Name it DEALS').uncheck()
    await page.getByLabel('A first scorecard').uncheck()
    await page.getByLabel('Day of the report', { exact: true }).fill('2026-04-30')
    expect(await plan()).toEqual([
      'Rename the header “Handover” to issued_at',
      'Rename the header “Disposition” to outcome_code',
      "Name 'CRM export'!A1:G1285 LEADS",
      'Add the sheet Definitions',
      'Add AS_OF, set to 30 Apr 2026',
    ])
    await button('Set up').click()
    await page.getByText('Done. This is what was made:').waitFor()
    expect(await lastAsked(page, 'setUp')).toEqual({
      tables: [
        {
          ...{ area: survey.tables[0]?.area, table: 'leads' },
          headers: [
            { place: 4, from: 'Handover', to: 'issued_at' },
            { place: 5, from: 'Disposition', to: 'outcome_code' },
          ],
        },
      ],
      ...{ definitions: true, asOf: serial('2026-04-30'), scorecard: false },
    })
  })

  test('is done, undone and run again by keyboard alone', async () => {
    page = await openView(browser, 'Set up')
    await goTo()
    await tabTo(page, 'Yes')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Set up')
    await page.keyboard.press('Enter')
    await page.getByText('Done. This is what was made:').waitFor()
    expect(await focusedName(page)).toBe('Done. This is what was made:')
    await tabTo(page, 'Undo')
    await page.keyboard.press('Enter')
    await page.getByText('Undone. The cells are as they were.').waitFor()
    await tabTo(page, 'Run it again')
    await page.keyboard.press('Enter')
    await goTo()
    expect(await questionsAsked(page)).toEqual(['survey', 'setUp', 'undo', 'survey'])
  })

  test('a table of unknown kind is looked at again as what the user says', async () => {
    page = await openView(browser, 'Set up', {
      script: {
        survey: ({ chosen }) => ({
          ...survey,
          tables: survey.tables.map(table =>
            chosen?.some(({ area }) => area.sheet === table.area.sheet)
              ? { ...table, ...{ table: 'costs', name: 'COSTS', naming: 'new' } }
              : table,
          ),
        }),
      },
    })
    await goTo()
    await page.getByLabel('What is it?').selectOption('costs')
    await page.getByText('Name Budget!A1:C41 COSTS').waitFor()
    expect(await lastAsked(page, 'survey')).toEqual({
      chosen: [{ area: survey.tables[2]?.area, table: 'costs' }],
    })
    expect((await plan()).length).toBe(6)
  })

  test('a table without its key columns is not named before they are mapped', async () => {
    const table = {
      ...survey.tables[0],
      missing: [{ column: 'created_at', key: true }],
    } as (typeof survey.tables)[0]
    page = await openView(browser, 'Set up', { script: { survey: () => ({ ...survey, tables: [table] }) } })
    await goTo()
    await page.getByText('Missing: Created at. This table cannot be used without.').waitFor()
    expect(await plan()).not.toContain("Name 'CRM export'!A1:G1285 LEADS")
    await page.getByText('2 columns that no metric uses').click()
    await page.getByLabel('“Notes” is').selectOption('created_at')
    expect(await plan()).toContain("Name 'CRM export'!A1:G1285 LEADS")
  })

  test('a workbook that is set up says so, and asks for nothing', async () => {
    page = await openView(browser, 'Set up', { script: { survey: () => doneSurvey } })
    await page.getByText('Everything is set up.').waitFor()
    expect(await page.getByText('Definitions v4, 71 unratified').count()).toBe(1)
    expect(await page.getByText('AS_OF is 31 Mar 2026').count()).toBe(1)
    expect(await button('Set up').count()).toBe(0)
  })

  test('nothing is offered that cannot be made: no scorecard of no tables, and no AS_OF without a day', async () => {
    const nothing = { ...survey, tables: [], latest: undefined }
    page = await openView(browser, 'Set up', { script: { survey: () => nothing } })
    await goTo()
    await page.getByText('Choose the last day that your tables know: without one it is not made.').waitFor()
    expect(await page.getByLabel('A first scorecard').count()).toBe(0)
    expect(await plan()).toEqual(['Add the sheet Definitions'])
    await page.getByLabel('Day of the report', { exact: true }).fill('2026-04-30')
    expect(await plan()).toEqual(['Add the sheet Definitions', 'Add AS_OF, set to 30 Apr 2026'])
    expect(await page.getByText('without one it is not made').count()).toBe(0)
  })

  test('an AS_OF that is empty is no day, and says what belongs there', async () => {
    const asOf = { area: cellAt('Start', 14, 2), value: { number: 0, unit: 'date' } }
    page = await openView(browser, 'Set up', { script: { survey: () => ({ ...doneSurvey, asOf }) } })
    await page.getByText('AS_OF holds no day yet: type there the last day that your tables know.').waitFor()
  })

  test('a workbook without tables, and one whose definitions cannot be read, say the next step', async () => {
    page = await openView(browser, 'Set up', {
      script: {
        survey: () => ({
          ...{ ...survey, tables: [], latest: undefined },
          definitions: { state: 'broken', area: doneSurvey.scorecard as never, reason: 'Row 4 is no row.' },
        }),
      },
    })
    await page.getByText('Paste an export of your CRM into a sheet').first().waitFor()
    await page.getByText('The definitions cannot be read. Row 4 is no row.').waitFor()
  })

  test('a change between looking and pressing, a refusal and a silent host are told', async () => {
    const cell = { sheet: 'Leads', top: 0, left: 0, bottom: 0, right: 0 }
    const outcomes = [
      { outcome: 'conflict', found: { area: cell, values: [['x']], formulas: [['']] } } as const,
      { outcome: 'refused', reason: 'The sheet Leads is protected.' } as const,
      { error: '#VALUE!', reason: 'The workbook is read-only.' },
    ]
    page = await openView(browser, 'Set up', {
      ...{ clock: true, script: { setUp: () => outcomes.shift() ?? 'never' } },
    })
    await goTo()
    await button('Set up').click()
    await page.getByText('Leads!A1 is not what it was when you looked. Nothing was written').waitFor()
    await page.locator('.trouble').getByRole('button', { name: 'Look again' }).click()
    await goTo()
    await button('Set up').click()
    await page.getByText('The sheet Leads is protected.').waitFor()
    await button('Set up').click()
    await page.getByText('The workbook is read-only.').waitFor()
    await button('Set up').click()
    await page.getByText('Setting up …').waitFor()
    await page.clock.fastForward(1_100)
    await page.locator('progress[aria-label="Setting up"]').waitFor()
  })
})
