import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { closeSidebar, openSidebar } from './open-sidebar'
import { sampleAsk } from './sample-ask'
import { sampleCards } from './sample-cards'
import { focusedName, openView, questionsAsked } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('the tabs', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const selected = () => page.locator('[role=tab][aria-selected=true]').textContent()

  test('walk by arrow keys, open by Enter, and let Tab go into the view', async () => {
    page = await openSidebar(browser, { cards: sampleCards, ask: sampleAsk() })
    expect(await selected()).toBe('Formulas')
    await page.keyboard.press('Shift+Tab')
    expect(await focusedName(page)).toBe('Formulas')
    for (const [key, name] of [
      ['ArrowRight', 'Why?'],
      ['ArrowRight', 'Check'],
      ['ArrowRight', 'Share'],
      ['ArrowRight', 'Set up'],
      ['ArrowLeft', 'Share'],
      ['Home', 'Set up'],
      ['End', 'Share'],
    ] as const) {
      await page.keyboard.press(key)
      expect(await focusedName(page)).toBe(name)
      expect(await selected()).toBe('Formulas')
    }
    await page.keyboard.press('Enter')
    expect(await selected()).toBe('Share')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Name of the set')
    await page.keyboard.press('Escape')
    expect(await focusedName(page)).toBe('Share')
  })

  test('ask nothing of the workbook until a view is opened, and then once', async () => {
    page = await openSidebar(browser, { cards: sampleCards, ask: sampleAsk() })
    expect(await questionsAsked(page)).toEqual([])
    await page.getByRole('tab', { name: 'Set up' }).click()
    await page.getByText('This will be done').waitFor()
    expect(await questionsAsked(page)).toEqual(['survey'])
    await page.getByRole('tab', { name: 'Check' }).click()
    await page.getByRole('tab', { name: 'Set up' }).click()
    expect(await questionsAsked(page)).toEqual(['survey'])
  })

  test('keep what was typed into a view, and where it was scrolled to', async () => {
    page = await openView(browser, 'Share', { cards: sampleCards })
    await page.getByLabel('Name of the set').fill('Board pack')
    await page.getByRole('tab', { name: 'Definitions' }).click()
    await page.locator('.item.term').first().waitFor()
    await page.evaluate(() => window.scrollTo(0, 900))
    // Not by the mouse, for which the browser of the test would scroll first.
    await page.getByRole('tab', { name: 'Share' }).dispatchEvent('click')
    expect(await page.getByLabel('Name of the set').inputValue()).toBe('Board pack')
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await page.getByRole('tab', { name: 'Definitions' }).dispatchEvent('click')
    expect(await page.evaluate(() => window.scrollY)).toBe(900)
  })

  test('a first visit is led to Set up, and not asked again once it said no', async () => {
    page = await openSidebar(browser, { cards: sampleCards, ask: sampleAsk() })
    await page.getByRole('button', { name: 'Set it up' }).click()
    expect(await selected()).toBe('Set up')
    await page.getByRole('tab', { name: 'Formulas' }).click()
    await page.getByRole('button', { name: 'Not now' }).click()
    expect(await page.getByText('new to Plumbline?').count()).toBe(0)
    await page.reload()
    await page.locator('.item').first().waitFor()
    expect(await page.getByText('new to Plumbline?').count()).toBe(0)
  })

  test('every target is 24 px high and wide at least', async () => {
    page = await openView(browser, 'Definitions', { cards: sampleCards })
    await page.locator('.item.term').first().waitFor()
    await page.locator('[id="term-cost.marketing_investment"]').click()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, select, input, textarea')]
        .filter(element => element.checkVisibility())
        .map(element => [element.textContent, element.closest('label') ?? element] as const)
        .filter(([, element]) => {
          const { width, height } = element.getBoundingClientRect()
          return width < 24 || height < 24
        })
        .map(([text]) => text),
    )
    expect(small).toEqual([])
  })
})
