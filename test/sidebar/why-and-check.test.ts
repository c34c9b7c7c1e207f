import type { Browser, Page } from 'playwright-core'
import type { Finding, Level } from '../../shared/workbook/questions'
import { browserPath, openBrowser } from '../support/browser'
import { findings, nested, why } from './made-up'
import { closeSidebar } from './open-sidebar'
import { focusedName, lastAsked, openView, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe
let browser: Browser
let page: Page

inBrowser('why and check', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })

  describe('a number', () => {
    test('is taken apart: its calculation, parts, rows left out, definitions, and what was reported', async () => {
      page = await openView(browser, 'Why?')
      await page.locator('.figure').waitFor()
      const told = await shownText(page.locator('#view-why'))
      for (const sentence of [
        'Metrics!C9 shows',
        '4,714.29',
        '33000 / 7 = 4714.285714285714',
        '3 rows of leads',
        'DUPLICATE within the dispute window of 5 working days',
        '2026-Q1 is locked',
        '2,142.86 per lead',
      ]) {
        expect(told).toContain(sentence)
      }
      expect(await page.locator('.why tbody tr').allInnerTexts()).toEqual([
        'cost\t33,000\t9 rows',
        'net leads\t7 leads\t12 rows',
      ])
      await page.getByText('Definitions used (2)').click()
      await page.getByText('ad_spend, agency, tools and labour').waitFor()
    })

    test('is shown from its top, however long its explanation is', async () => {
      page = await openView(browser, 'Why?')
      await button('Copy as SQL').waitFor()
      // What is done once the page is drawn has been done after two more drawings.
      const place = await page.evaluate(async () => {
        for (let drawn = 0; drawn < 2; drawn++)
          await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
        return { hidden: document.documentElement.scrollHeight - innerHeight, scrolled: scrollY }
      })
      expect(place.hidden).toBeGreaterThan(0)
      expect(place.scrolled).toBe(0)
    })

    test('shows its rows, and is explained again, by keyboard alone', async () => {
      page = await openView(browser, 'Why?')
      await page.locator('.figure').waitFor()
      await tabTo(page, 'Show them: row 5')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => globalThis.questions.some(([question]) => question === 'show'))
      expect(await lastAsked(page, 'show')).toEqual({ area: why.levels[0]?.leftOut[0]?.shown[0] })
      await tabTo(page, 'Explain selected cell', 'Shift+Tab')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => globalThis.questions.filter(([name]) => name === 'why').length === 2)
    })

    test('that is an error says its cause and the remedy, level by level', async () => {
      page = await openView(browser, 'Why?', { script: { why: () => nested } })
      await page.locator('.level').nth(1).waitFor()
      expect(await shownText(page.locator('.level').first())).toMatch(
        /Level 1[\s\S]*cost is 0: ROI needs a cost above 0[\s\S]*widen the dates/,
      )
      expect(await shownText(page.locator('.level').nth(1))).toContain('Level 2')
    })

    test('that is an error is not told twice: advice that its cause ends with is left out', async () => {
      const value = {
        error: '#DIV/0!',
        reason: 'net_leads is 0: there is no lead to share the cost',
      } as const
      const level = { ...why.levels[0], value, remedy: 'There is no lead to share the cost.' } as Level
      page = await openView(browser, 'Why?', { script: { why: () => ({ ...why, value, levels: [level] }) } })
      await page.locator('.level').waitFor()
      const told = await shownText(page.locator('.level'))
      expect(told.match(/there is no lead to share the cost/gi)).toHaveLength(1)
      expect(told).not.toContain('What to do')
    })

    test('that the spreadsheet itself cannot compute is no formula of Plumbline, and says what to do', async () => {
      const value = { error: '#NAME?', reason: '' } as const
      page = await openView(browser, 'Why?', {
        script: { why: () => ({ ...why, value, nothing: 'foreign', levels: [], formula: '=ROY(1, 2)' }) },
      })
      await page.getByText('shows an error, and there is no formula of Plumbline in it.').waitFor()
      await page.getByText('The spreadsheet does not know a name in the formula.').waitFor()
    })

    test('that is a long text is not set as large as a number', async () => {
      const text = 'Leads handed to sales in the period that proved to be leads'
      page = await openView(browser, 'Why?', {
        script: { why: () => ({ ...why, nothing: 'typed', levels: [], formula: '', value: { text } }) },
      })
      await page.locator('output', { hasText: text }).waitFor()
      expect(await page.locator('.figure').count()).toBe(0)
    })

    test('that only counts shows no calculation', async () => {
      const level = { ...why.levels[0], calculation: '7 = 7' } as Level
      page = await openView(browser, 'Why?', { script: { why: () => ({ ...why, levels: [level] }) } })
      await page.locator('.level').waitFor()
      const told = await shownText(page.locator('.level'))
      expect(told).toContain('Parts')
      expect(told).not.toContain('Calculation')
    })

    test.each([
      ['empty', 'Metrics!C9 is empty. Select a cell that shows a number.'],
      ['typed', 'was typed in'],
      ['foreign', 'is computed by the spreadsheet’s own functions alone'],
      ['not recalculated', 'Press Enter in the cell'],
    ] as const)('that has nothing to explain (%s) says the next step', async (nothing, sentence) => {
      page = await openView(browser, 'Why?', {
        script: { why: () => ({ ...why, nothing, levels: [], formula: '', value: { text: '' } }) },
      })
      await page.getByText(sentence).waitFor()
    })

    test('of a host that fails can be asked for again', async () => {
      const outcomes = [{ error: '#VALUE!', reason: 'No cell is selected.' }, 'rejects' as const, why]
      page = await openView(browser, 'Why?', { script: { why: () => outcomes.shift() ?? 'never' } })
      await page.getByText('No cell is selected.').waitFor()
      await button('Explain selected cell').click()
      await page.getByText('The spreadsheet did not answer.').waitFor()
      await button('Explain selected cell').click()
      await page.locator('.figure').waitFor()
    })
  })

  describe('a workbook', () => {
    test('is checked sheet by sheet, and findings come worst first', async () => {
      page = await openView(browser, 'Check')
      expect(await questionsAsked(page)).toEqual([])
      await button('Check this workbook').click()
      await page.getByText('14 findings in 3 sheets').waitFor()
      expect(await page.locator('.severity > h2').allTextContents()).toEqual([
        'Numbers that are wrong',
        'Numbers that may be wrong',
        'Untidy',
      ])
      expect(await questionsAsked(page)).toEqual([
        ...['sheets', 'checkSheet', 'checkSheet', 'checkSheet', 'checkTogether'],
      ])
      await page
        .getByRole('button', { name: /Metrics!D12/ })
        .first()
        .click()
      expect(await lastAsked(page, 'show')).toEqual({ area: findings[0]?.area })
      const rows = page.locator('.finding-group', { hasText: 'Rows to look at' }).locator('li')
      expect(await rows.count()).toBe(5)
      await button('Show 4 more').click()
      expect(await rows.count()).toBe(9)
    })

    test('says what to do once, and as a sentence', async () => {
      const found = [
        { ...findings[2], detail: 'It shows #DIV/0!. Cost is 0: give it.', remedy: 'Give it.' },
        { ...findings[4], detail: 'Without an owner.', remedy: 'name the owner' },
      ] as Finding[]
      page = await openView(browser, 'Check', {
        script: { checkSheet: () => ({ findings: found, used: [] }) },
      })
      await button('Check this workbook').click()
      await page.locator('.finding-group li').nth(1).waitFor()
      expect(await shownText(page.locator('#view-check'))).not.toContain('Give it.')
      await page.getByText('Name the owner', { exact: true }).first().waitFor()
    })

    test('is mended one by one, all at once, and unmended, by keyboard alone', async () => {
      page = await openView(browser, 'Check')
      await tabTo(page, 'Check this workbook')
      await page.keyboard.press('Enter')
      await page.getByText('14 findings').waitFor()
      await tabTo(page, /Mend Metrics!D12$/)
      await page.keyboard.press('Enter')
      await page.getByText('1 cell mended.').waitFor()
      expect(await page.getByText('13 findings').count()).toBe(1)
      expect(await lastAsked(page, 'mend')).toEqual({ findings: [findings[0]] })
      await tabTo(page, 'Undo')
      await page.keyboard.press('Enter')
      await page.getByText('Undone. The cells are as they were.').waitFor()
      expect(await page.getByText('14 findings').count()).toBe(1)
      await tabTo(page, 'Mend all 3')
      await page.keyboard.press('Enter')
      await page.getByText('3 cells mended.').waitFor()
      expect(await focusedName(page)).toBe('3 cells mended.')
      expect(await page.getByRole('button', { name: /^Mend/ }).count()).toBe(0)
    })

    test('that changed meanwhile, or refuses, is not mended, and says so', async () => {
      const area = { sheet: 'Metrics', top: 11, left: 3, bottom: 11, right: 3 }
      const outcomes = [
        { outcome: 'conflict', found: { area, values: [[1]], formulas: [['']] } } as const,
        { outcome: 'refused', reason: 'The sheet Metrics is protected.' } as const,
      ]
      page = await openView(browser, 'Check', { script: { mend: () => outcomes.shift() ?? 'never' } })
      await button('Check this workbook').click()
      await page.getByText('14 findings').waitFor()
      await button('Mend all 3').click()
      await page.getByText('Metrics!D12 is not what it was when you looked.').waitFor()
      await button('Mend all 3').click()
      await page.getByText('The sheet Metrics is protected.').waitFor()
      expect(await page.getByText('14 findings').count()).toBe(1)
    })

    test('tells how far the check is, and stops when it is told to', async () => {
      page = await openView(browser, 'Check', {
        script: { checkSheet: ({ sheet }) => (sheet === 'Leads' ? { findings: [], used: [] } : 'never') },
      })
      await button('Check this workbook').click()
      await page.getByText('Checking Metrics (2 of 3) …').waitFor()
      expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.position)).toBeCloseTo(
        1 / 3,
      )
      await button('Cancel').click()
      await page.getByText('Stopped after 1 of 3 sheets.').waitFor()
      await button('Check again').waitFor()
    })

    test('without a finding is said to be sound, but not where a sheet could not be read', async () => {
      let fails = false
      page = await openView(browser, 'Check', {
        script: {
          checkSheet: () =>
            fails ? { error: '#VALUE!', reason: 'It is hidden from you.' } : { findings: [], used: [] },
        },
      })
      await button('Check this workbook').click()
      await page.getByText('Nothing was found that should not be trusted.').waitFor()
      fails = true
      await button('Check again').click()
      await page.getByText('Leads could not be checked. It is hidden from you.').waitFor()
      await button('Check again').waitFor()
      expect(await page.getByText('Nothing was found').count()).toBe(0)
    })
  })
})
