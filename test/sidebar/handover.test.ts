import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { handingOver, madeUpPlan } from './made-up-handover'
import { closeSidebar } from './open-sidebar'
import { type Script, sampleWorkbook, told } from './sample-ask'
import { lastAsked, openView, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('handing over', () => {
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
  const section = () => shownText(page.locator('.hand-over'))

  function workbook() {
    const made = sampleWorkbook()
    made.put('Metrics!A2', { formula: '=ROI(5000,1000)', value: 4 })
    made.put('Metrics!A3', { formula: '=METRIC_CLASS("ROI")', value: 'lagging' })
    return made
  }

  test('says what will happen, does it and takes it back, by keyboard alone', async () => {
    const made = workbook()
    const undo: Script['undo'] = asked => told(made, 'undo', asked)
    page = await openView(browser, 'Share', { workbook: made, script: { undo } })
    await tabTo(page, 'See what will happen')
    await page.keyboard.press('Enter')
    await page.getByText('2 numbers: 1 as native formulas, 1 by value.').waitFor()
    expect(await section()).toContain('1 by value: METRIC_CLASS gives no single number of a metric here')
    expect(made.sheets.has('Provenance')).toBe(false)
    await tabTo(page, 'Hand over this copy')
    await page.keyboard.press('Enter')
    await page.getByText('2 numbers handed over, read back and sealed.').waitFor()
    expect(made.formula('Metrics!A2')).toBe('=(5000-1000)/1000')
    await tabTo(page, 'Undo')
    await page.keyboard.press('Enter')
    await page.getByText('Undone.').waitFor()
    expect(made.formula('Metrics!A2')).toBe('=ROI(5000,1000)')
    expect(made.sheets.has('Provenance')).toBe(false)
  })

  test('asks for values only where these were chosen, after another look', async () => {
    const made = workbook()
    page = await openView(browser, 'Share', { workbook: made })
    await button('See what will happen').click()
    await button('Hand over this copy').waitFor()
    await page.getByLabel('Values only').check()
    expect(await button('Hand over this copy').count()).toBe(0)
    await button('See what will happen').click()
    await page.getByText('2 numbers: none as native formulas, 2 by value.').waitFor()
    await button('Hand over this copy').click()
    await page.getByText('2 numbers handed over').waitFor()
    expect(await lastAsked(page, 'handOver')).toEqual({ form: 'values' })
    expect(made.value('Metrics!A2')).toBe(4)
  })

  test('says that there is nothing to hand over, that it was done already, and how a host failed', async () => {
    page = await openView(browser, 'Share', { workbook: sampleWorkbook() })
    await button('See what will happen').click()
    await page.getByText('There is no Plumbline formula in this workbook').waitFor()
    expect(await button('Hand over this copy').count()).toBe(0)
    await closeSidebar(page)
    const outcomes = [
      { outcome: 'refused', reason: 'The sheet Metrics is protected.' } as const,
      'rejects' as const,
    ]
    page = await openView(browser, 'Share', {
      script: { handOverPlan: () => madeUpPlan, handOver: () => outcomes.shift() ?? 'rejects' },
    })
    await button('See what will happen').click()
    await button('Hand over this copy').click()
    await page.getByText('The sheet Metrics is protected.').waitFor()
    await button('Hand over this copy').click()
    await page.getByText('The spreadsheet did not answer.').waitFor()
  })

  test('a workbook that came back is verified, number by number', async () => {
    page = await openView(browser, 'Share', { script: handingOver })
    await tabTo(page, 'Verify')
    await page.keyboard.press('Enter')
    await page.getByText('7 numbers of 8 are not what they were.').waitFor()
    const told = await shownText(page.locator('.returned'))
    expect(told).toContain('The Provenance sheet was changed since')
    expect(told).toContain('Formula typed over, Definitions changed, Inputs changed, Number changed')
    expect(told).toContain('Was 4,714.2857142857, is 4,500. Plumbline gives #DIV/0! now.')
    expect(await page.locator('.returned li').count()).toBe(5)
    await button('Show 2 more').click()
    expect(await page.locator('.returned li').count()).toBe(7)
    await page.locator('.returned li').nth(1).getByRole('button').click()
    expect(await questionsAsked(page)).toContain('show')
  })

  test('its formulas are brought back, but for those that were typed over', async () => {
    const made = workbook()
    page = await openView(browser, 'Share', { workbook: made })
    await button('Bring the formulas back').click()
    await page.getByText('This workbook was not handed over by Plumbline').waitFor()
    await button('See what will happen').click()
    await button('Hand over this copy').click()
    await page.getByText('2 numbers handed over').waitFor()
    made.put('Metrics!A3', 'leading')
    await button('Bring the formulas back').click()
    await page.getByText('1 formula is back.').waitFor()
    expect(await shownText(page.locator('.returned'))).toMatch(/left as they are:\s+Metrics!A3/)
    expect(made.formula('Metrics!A2')).toBe('=ROI(5000,1000)')
  })
})
