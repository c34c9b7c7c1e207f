import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { survey } from './made-up'
import { closeSidebar } from './open-sidebar'
import { focusedName, lastAsked, openView, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('starting from a template', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const offers = () => page.locator('.templates > li')
  const says = (sentence: string) => page.getByText(sentence).waitFor()

  test('is folded where there are tables, and asks for the templates when it is opened', async () => {
    page = await openView(browser, 'Set up')
    await says('This will be done')
    expect(await questionsAsked(page)).toEqual(['survey'])
    await page.getByText('Start from a template').click()
    await offers().first().waitFor()
    expect(await questionsAsked(page)).toEqual(['survey', 'templates'])
    expect((await shownText(offers().first())).split(/\n+/)).toEqual([
      ...['Executive overview', 'CEO and CFO, once a quarter', 'Eight figures, eight quarters.'],
      ...['Sheets: Start, Overview and Checks', 'Build it'],
    ])
    await says('Press Set up first: then the template shows your tables')
  })

  test('stands open in a workbook without tables', async () => {
    page = await openView(browser, 'Set up', { script: { survey: () => ({ ...survey, tables: [] }) } })
    await offers().first().waitFor()
    expect(await page.getByText('Press Set up first').count()).toBe(0)
  })

  test('is built, looked at and undone by keyboard alone', async () => {
    page = await openView(browser, 'Set up')
    await says('This will be done')
    await tabTo(page, 'Start from a template')
    await page.keyboard.press('Enter')
    await offers().first().waitFor()
    await tabTo(page, 'Build it: Sales rep’s own numbers')
    await page.keyboard.press('Enter')
    await says('Built. These sheets are new:')
    expect(await lastAsked(page, 'buildTemplate')).toEqual({ name: 'rep' })
    expect(await focusedName(page)).toBe('Built. These sheets are new:')
    await says('It goes by LEADS and AS_OF of this workbook.')
    await says('DEALS and COSTS are made up: paste your own export over them, then press Set up.')
    await tabTo(page, /^Overview/)
    await page.keyboard.press('Enter')
    await tabTo(page, 'Undo')
    await page.keyboard.press('Enter')
    await says('Undone. The cells are as they were.')
    expect(await lastAsked(page, 'show')).toMatchObject({ area: { sheet: 'Overview' } })
    // What was built, and what was taken back, is looked for anew.
    expect((await questionsAsked(page)).filter(question => question === 'survey')).toHaveLength(3)
    await tabTo(page, 'Back to the templates')
    await page.keyboard.press('Enter')
    await offers().first().waitFor()
  })

  test('says why it was refused, and offers the others still', async () => {
    const reason = 'The workbook has a sheet named Start already.'
    page = await openView(browser, 'Set up', {
      script: { buildTemplate: () => ({ outcome: 'refused', reason }) },
    })
    await page.getByText('Start from a template').click()
    await page.getByRole('button', { name: 'Build it: Executive overview' }).click()
    await says(reason)
    expect(await offers().count()).toBe(2)
  })

  test('a host that fails is asked again', async () => {
    let times = 0
    page = await openView(browser, 'Set up', { script: { templates: () => (times++ ? [] : 'rejects') } })
    await page.getByText('Start from a template').click()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' })
    expect(times).toBe(2)
  })
})
