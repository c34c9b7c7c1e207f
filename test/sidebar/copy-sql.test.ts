import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { nested, tablesAsked, why } from './made-up'
import { closeSidebar, sideways } from './open-sidebar'
import { lastAsked, openView, questionsAsked, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('a number as SQL', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const sql = () => page.getByLabel('The SQL', { exact: true })
  const button = () => page.getByRole('button', { name: 'Copy as SQL' })

  test('is written and copied by keyboard alone, at 300 px', async () => {
    page = await openView(browser, 'Why?')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button().waitFor()
    expect(await questionsAsked(page)).toEqual(['why'])
    await tabTo(page, 'Copy as SQL')
    await page.keyboard.press('Enter')
    await sql().waitFor()
    expect(await lastAsked(page, 'tablesAsked')).toEqual({ cell: why.cell, level: 0 })
    expect(await button().getAttribute('aria-expanded')).toBe('true')
    await tabTo(page, 'Table of leads')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('our-project.crm.leads')
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('our-project'))
    expect(await sql().inputValue()).toMatch(
      /^-- COST_PER_NET_LEAD, for BigQuery\n-- Definitions: [\s\S]*from `our-project`\.`crm`\.`leads`\)/,
    )
    expect(await sql().getAttribute('readonly')).not.toBeNull()
    expect(await sideways(page)).toEqual([])
    await tabTo(page, 'Copy the SQL')
    await page.keyboard.press('Enter')
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await sql().inputValue())
    await page.getByLabel('Table of costs').fill('finance.costs')
    await page.getByText('Copied.').waitFor({ state: 'detached' })
  })

  test('stays selected for the keys where the page may not copy', async () => {
    page = await openView(browser, 'Why?')
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await button().click()
    await page.getByRole('button', { name: 'Copy the SQL' }).click()
    await page.getByText('press Ctrl+C').waitFor()
    const selected = () => {
      const { selectionStart, selectionEnd, value } = document.querySelector(
        'textarea',
      ) as HTMLTextAreaElement
      return selectionStart === 0 && selectionEnd === value.length
    }
    expect(await page.evaluate(selected)).toBe(true)
  })

  test('is in the SQL that was chosen, which is remembered; columns as Plumbline calls them', async () => {
    page = await openView(browser, 'Why?')
    await button().click()
    await page.getByLabel('Database').selectOption('Snowflake')
    await page.waitForFunction(() => /for Snowflake/.test(document.querySelector('textarea')?.value ?? ''))
    expect(await page.getByLabel('Table of leads').inputValue()).toBe('LEADS')
    expect(await sql().inputValue()).toContain('"Lead ID"')
    await page.getByLabel('Its columns are called').selectOption('as Plumbline calls them: lead_id')
    await page.waitForFunction(() => /"LEAD_ID"/.test(document.querySelector('textarea')?.value ?? ''))
    await button().click()
    expect(await sql().count()).toBe(0)
    await button().click()
    await page.waitForFunction(() => /for Snowflake/.test(document.querySelector('textarea')?.value ?? ''))
  })

  test('that takes a median comes as its parts; that cannot be asked says why', async () => {
    const headers = ['deal_id', 'created_at', 'stage', 'closed_at', 'amount']
    const answers = [
      { ...tablesAsked, metric: 'SALES_CYCLE_LENGTH', tables: [{ table: 'deals', headers } as const] },
      { error: '#VALUE!', reason: 'Metrics!C9 asks nothing of tables now: explain it again.' } as const,
      { ...tablesAsked, metric: 'WIN_RATE' },
    ]
    page = await openView(browser, 'Why?', { script: { tablesAsked: () => answers.shift() ?? 'never' } })
    await button().click()
    await page.getByText('The statement gives its exact parts').waitFor()
    await button().click()
    await button().click()
    await page.getByText('asks nothing of tables now').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('WIN_RATE needs the table DEALS').waitFor()
    expect(await sql().count()).toBe(0)
  })

  test('is gone when another cell is explained, and not offered for a number of no tables', async () => {
    const levels = nested.levels.map(level => ({ ...level, ofTables: false }))
    const outcomes = [why, { ...nested, levels }]
    page = await openView(browser, 'Why?', { script: { why: () => outcomes.shift() ?? 'never' } })
    await button().click()
    await sql().waitFor()
    await page.getByRole('button', { name: 'Explain selected cell' }).click()
    await page.getByText('Level 2').waitFor()
    expect(await sql().count()).toBe(0)
    expect(await button().count()).toBe(0)
  })
})
