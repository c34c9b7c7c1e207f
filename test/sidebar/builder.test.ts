import type { Browser, Page } from 'playwright-core'
import { cards } from '../../shared/renderings/card'
import { browserPath, openBrowser } from '../support/browser'
import { madeUp } from './made-up'
import { closeSidebar, openSidebar } from './open-sidebar'
import { type Script, sampleAsk, sampleWorkbook } from './sample-ask'
import { focusedName, lastAsked, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe
const german = { language: 'de-DE', decimal: ',', separator: ';' } as const

inBrowser('formulas', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const shown = () => page.locator('.insertion code').first().textContent()
  const open = async (query: string, script: Script = {}, workbook = sampleWorkbook()) => {
    page = await openSidebar(browser, {
      cards,
      ask: sampleAsk(script, workbook),
      answers: [{ outcome: 'inserted', address: 'Metrics!B2', shown: '4' }],
    })
    await page.keyboard.type(query)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }

  test('are built by keyboard alone, with the value live, and inserted', async () => {
    await open('ROI')
    await tabTo(page, /^returns/)
    await page.keyboard.type('5000')
    await page.getByText('Still needed: cost.').waitFor()
    await tabTo(page, /^cost/)
    await page.keyboard.type('0')
    await page.getByText('cost is 0: ROI needs a cost above 0').first().waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('1000')
    await page.locator('.result output', { hasText: '400%' }).waitFor()
    // Enter in a field is the Insert button.
    await page.keyboard.press('Enter')
    await page.getByText('In Metrics!B2, which shows 4').waitFor()
    expect(await focusedName(page)).toBe('Insert')
    expect((await page.evaluate(() => globalThis.asked))[0]?.[0].replace(/\s/g, '')).toBe('=ROI(5000,1000)')
  })

  test('ask once when typing stands still, not at every key', async () => {
    await open('ROI')
    await page.getByLabel(/^cost/).fill('1000')
    await page.getByLabel(/^returns/).pressSequentially('5000', { delay: 20 })
    await page.locator('.result').waitFor()
    expect((await questionsAsked(page)).filter(name => name === 'evaluate').length).toBeLessThanOrEqual(2)
  })

  test('are not inserted before they are complete: Insert leads to what is missing, then to what is wrong', async () => {
    await open('ROI')
    await page.getByLabel(/^returns/).fill('1.234,5')
    await page.getByText('Still needed: cost.').waitFor()
    await page.keyboard.press('Enter')
    expect(await focusedName(page)).toMatch(/^cost/)
    await page.keyboard.type('1000')
    await page.locator('.builder .fault:not(:empty)').waitFor()
    await page.keyboard.press('Enter')
    expect(await focusedName(page)).toMatch(/^returns/)
    expect(await page.evaluate(() => globalThis.asked)).toEqual([])
  })

  test('take cells by selecting them', async () => {
    const workbook = sampleWorkbook()
    const area = { sheet: 'Deals', top: 1, left: 2, bottom: 9, right: 2 }
    workbook.selected = { cell: { ...area, bottom: 1 }, area }
    await open('ROI', {}, workbook)
    await tabTo(page, 'Take the selected cells for returns')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.builder input')?.value !== '')
    expect(await page.getByLabel(/^returns/).inputValue()).toMatch(/C2:C10$/)
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await page.getByLabel(/^returns/).inputValue()).toBe('')
  })

  test('say beside the field what was not understood, and are not inserted then', async () => {
    await open('ROI')
    await page.getByLabel(/^returns/).fill('1.234,5')
    await page.getByLabel(/^cost/).fill('1000')
    const fault = page.locator('.builder .fault:not(:empty)')
    await fault.waitFor()
    const field = page.getByLabel(/^returns/)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.getAttribute('aria-describedby')).toContain(await fault.getAttribute('id'))
    await tabTo(page, 'Insert', 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => globalThis.asked)).toEqual([])
  })

  test('where no cell is selected, or the host fails, the field says so', async () => {
    const outcomes = [undefined, 'rejects' as const]
    await open('ROI', { selection: () => outcomes.shift(), evaluate: () => 'rejects' })
    const take = page.getByRole('button', { name: 'Take the selected cells for returns' })
    await take.click()
    await page.getByText('No cells are selected').waitFor()
    await take.click()
    await page.getByText('The network is gone.').waitFor()
    await page.getByLabel(/^returns/).fill('5')
    await page.getByLabel(/^cost/).fill('1')
    await page.locator('.live .refused').waitFor()
  })

  test('are shown and copied with the marks of a German workbook, and inserted with those that it takes', async () => {
    const workbook = sampleWorkbook(german)
    await open(
      'ROI_ANNUALISED',
      { sheets: asked => ({ ...madeUp.sheets?.(asked), locale: german }) as never },
      workbook,
    )
    await page.getByText('=ROI_ANNUALISED(5000; 1000; 2,5)').first().waitFor()
    await page.getByLabel(/^returns/).fill('5000,5')
    await page.getByLabel(/^cost/).fill('1000')
    await page.getByLabel(/^years/).fill('2,5')
    await page.locator('.result').waitFor()
    expect((await shown())?.replace(/\s/g, '')).toBe('=ROI_ANNUALISED(5000,5;1000;2,5;"";DEFINITIONS)')
    expect(await shownText(page.locator('.result output'))).toMatch(/^90,\d+\s%/)
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('In Metrics!B2').waitFor()
    expect((await page.evaluate(() => globalThis.asked))[0]?.[0].replace(/\s/g, '')).toBe(
      '=ROI_ANNUALISED(5000.5,1000,2.5,"",DEFINITIONS)',
    )
  })

  test('of METRIC may leave blank what "" stands for, and the formula hands it over', async () => {
    await open('METRIC')
    await page.getByLabel(/^metric/).fill('WIN_RATE')
    await page.getByLabel(/^from/).fill('2026-01-01')
    await page.getByText('Still needed: to and table1.').waitFor()
    await page.getByLabel(/^to/).fill('2026-03-31')
    await page.getByLabel(/^table1/).fill('DEALS')
    await page.locator('.result').waitFor()
    expect((await shown())?.replace(/\s/g, '')).toBe(
      '=METRIC("WIN_RATE",DATE(2026,1,1),DATE(2026,3,31),"","",DEFINITIONS,DEALS)',
    )
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('In Metrics!B2').waitFor()
  })

  test('are found by many words, and the filter stays whole beside them', async () => {
    page = await openSidebar(browser, { cards, ask: sampleAsk() })
    const filter = page.getByRole('button', { name: 'Filter' })
    const height = async () => (await filter.boundingBox())?.height
    const before = await height()
    await page.keyboard.type('what does a customer cost us all in all')
    await page.getByText(/for “what does a customer cost/).waitFor()
    expect(await height()).toBe(before)
  })

  test('hand a choice over as a text', async () => {
    await open('WIN_RATE')
    await page.getByLabel(/^won/).fill('7')
    await page.getByLabel(/^lost/).fill('3')
    await page.getByLabel(/^variant/).selectOption('won_over_decided')
    await page.locator('.result').waitFor()
    await page.waitForFunction(() =>
      globalThis.questions.some(([, asked]) => JSON.stringify(asked).includes('won_over')),
    )
    expect(await lastAsked(page, 'evaluate')).toEqual({
      ...{ name: 'WIN_RATE', args: ['7', '3', '', '"won_over_decided"'] },
    })
  })

  test('are filtered by category, indicator and question, by keyboard alone', async () => {
    page = await openSidebar(browser, { cards, ask: sampleAsk() })
    await tabTo(page, 'Filter')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Category')
    await page.keyboard.type('Customer value')
    await tabTo(page, 'Indicator')
    await page.keyboard.type('Leading')
    const expected = cards.filter(
      card => card.category === 'Customer value' && card.indicator === 'leading',
    ).length
    const status = page.locator('.catalogue [role=status]')
    expect(await status.textContent()).toBe(`${expected} formula${expected === 1 ? '' : 's'}`)
    await tabTo(page, 'Browse by', 'Shift+Tab')
    await page.keyboard.type('Question')
    expect(await status.textContent()).toMatch(/^\d+ questions?$/)
    expect(await page.getByRole('button', { name: 'Filter (3)' }).count()).toBe(1)
    expect((await page.locator('.groups h2').allTextContents()).every(text => text.endsWith('?'))).toBe(true)
    await tabTo(page, 'Search formulas', 'Shift+Tab')
    await page.keyboard.type('zzzz')
    await page.getByRole('button', { name: 'Show all formulas' }).click()
    expect(await status.textContent()).toBe(`${cards.length} formulas`)
    expect(await focusedName(page)).toContain('Search formulas')
  })
})
