import type { Browser, Page } from 'playwright-core'
import { cards } from '../../shared/renderings/card'
import { browserPath, openBrowser } from '../support/browser'
import { axeViolations, closeSidebar, focusedText, openSidebar, sideways } from './open-sidebar'
import { cardOf, sampleCards } from './sample-cards'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('the sidebar', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const status = () => page.locator('.catalogue [role=status]').textContent()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  test('is used by keyboard alone, from search to insertion and back', async () => {
    page = await openSidebar(browser, {
      cards: sampleCards,
      answers: [{ outcome: 'inserted', address: 'Metrics!B2', shown: '0.9036539387158785' }],
    })
    expect(await focusedText(page)).toBe('[search]')
    await page.keyboard.type('anualised')
    expect(await status()).toBe('1 formula for “anualised”')
    await press('ArrowDown')
    expect(await focusedText(page)).toBe('Annualised return on investment')
    await press('Enter')
    expect(await focusedText(page)).toBe('Annualised return on investment')
    expect(await page.locator('h1:focus').count()).toBe(1)
    await press('Tab')
    expect(await focusedText(page)).toBe('Insert')
    await press('Enter')
    await page.getByText('In Metrics!B2, which shows 0.9036539387158785').waitFor()
    expect(await page.evaluate(() => globalThis.asked)).toEqual([
      ['=ROI_ANNUALISED(5000, 1000, 2.5)', undefined],
    ])
    expect(await focusedText(page)).toBe('Insert')
    await press('Escape')
    expect(await page.locator('.item:focus').textContent()).toContain('ROI_ANNUALISED')
    await press('Escape')
    expect(await focusedText(page)).toBe('[search]')
    expect(await status()).toBe(`${sampleCards.length} formulas`)
  })

  test('arrow keys walk the list and stop at its ends', async () => {
    page = await openSidebar(browser, { cards: sampleCards })
    await press('ArrowUp')
    expect(await focusedText(page)).toBe('[search]')
    await press('ArrowDown', 'ArrowDown')
    expect(await focusedText(page)).toBe('Annualised return on investment')
    await press('End', 'ArrowDown')
    expect(await focusedText(page)).toBe('Net promoter score')
    await press('Home')
    expect(await focusedText(page)).toBe('Return on investment')
    await press('ArrowUp')
    expect(await focusedText(page)).toBe('[search]')
  })

  test('says what to try when nothing is found', async () => {
    page = await openSidebar(browser, { cards: sampleCards })
    await page.keyboard.type('zzzz')
    expect(await status()).toBe('Nothing found for “zzzz”')
    await press('Tab')
    expect(await focusedText(page)).toBe('Show all formulas')
    await press('Enter')
    expect(await focusedText(page)).toBe('[search]')
    expect(await status()).toBe(`${sampleCards.length} formulas`)
  })

  test('asks before it replaces, and hands over what was seen', async () => {
    const cell = { address: 'Metrics!B2', content: '5' }
    page = await openSidebar(browser, {
      cards: sampleCards,
      answers: [
        { outcome: 'occupied', cell },
        { outcome: 'occupied', cell },
        { outcome: 'inserted', address: 'Metrics!B2', shown: '4' },
      ],
    })
    await press('ArrowDown', 'Enter', 'Tab', 'Enter')
    await page.getByText('Metrics!B2 holds 5. Replace it?').waitFor()
    expect(await focusedText(page)).toBe('Keep it')
    await press('Escape')
    expect(await focusedText(page)).toBe('Insert')
    expect(await page.getByText('Replace it?').count()).toBe(0)
    await press('Enter')
    await page.getByText('Replace it?').waitFor()
    await press('Tab', 'Enter')
    await page.getByText('In Metrics!B2, which shows 4').waitFor()
    expect(await focusedText(page)).toBe('Insert')
    expect(await page.evaluate(() => globalThis.asked[2])).toEqual(['=ROI(5000, 1000)', cell])
  })

  test('shows why the spreadsheet refused, or did not answer', async () => {
    page = await openSidebar(browser, {
      cards: sampleCards,
      answers: [{ outcome: 'refused', reason: 'Metrics!B2 is protected.' }, 'rejects', 'never'],
    })
    await press('ArrowDown', 'Enter', 'Tab', 'Enter')
    const alert = page.locator('[role=alert]')
    await page.getByText('Metrics!B2 is protected.').waitFor()
    await press('Enter')
    await page.getByText('The spreadsheet did not answer. The network is gone.').waitFor()
    await press('Enter', 'Enter')
    expect(await page.getByText('Inserting …').count()).toBe(1)
    expect(await alert.textContent()).toBe('')
    expect(await page.evaluate(() => globalThis.asked.length)).toBe(3)
  })

  test('a formula still being calculated is not called empty', async () => {
    page = await openSidebar(browser, {
      cards: sampleCards,
      answers: [{ outcome: 'inserted', address: 'B2', shown: '' }],
    })
    await press('ArrowDown', 'Enter', 'Tab', 'Enter')
    await page.getByText('In B2; the spreadsheet is still calculating it.').waitFor()
  })

  test('copies, where the page may use the clipboard and where it may not', async () => {
    page = await openSidebar(browser, { cards: sampleCards })
    await press('ArrowDown', 'Enter', 'Tab', 'Tab', 'Enter')
    await page.getByText('Copied. Paste it into a cell.').waitFor()
    await page.context().grantPermissions(['clipboard-read'])
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('=ROI(5000, 1000)')
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
      document.execCommand = () => false
    })
    await press('Enter')
    await page.getByText('press Ctrl+C').waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('=ROI(5000, 1000)')
  })

  describe.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active', colorScheme: 'dark' }],
    ['no motion', { reducedMotion: 'reduce' }],
  ] as const)('in %s', (_, look) => {
    test('no state breaks a rule of axe or 300 px', async () => {
      const cell = { address: "'A long sheet name that someone chose'!AB1234", content: 'x'.repeat(500) }
      page = await openSidebar(browser, {
        cards: sampleCards,
        look,
        answers: [
          { outcome: 'refused', reason: 'Metrics!B2 is protected.' },
          { outcome: 'occupied', cell },
          { outcome: 'inserted', address: cell.address, shown: '4' },
          'never',
        ],
      })
      const sound = async () => {
        expect(await axeViolations(page)).toEqual([])
        expect(await sideways(page)).toEqual([])
      }
      await sound()
      await page.keyboard.type('zzzz')
      await sound()
      await press('Escape', 'ArrowDown', 'ArrowDown')
      await sound()
      await press('Enter')
      await sound()
      await press('Tab', 'Enter')
      await page.getByText('Metrics!B2 is protected.').waitFor()
      await sound()
      await press('Enter')
      await page.getByText('Replace it?').waitFor()
      await sound()
      await press('Tab', 'Enter')
      await page.getByText('which shows 4').waitFor()
      await sound()
      await press('Enter')
      await page.getByText('Inserting …').waitFor()
      await sound()
    })
  })

  test('every card of the catalogue is sound at 300 px', async () => {
    page = await openSidebar(browser, { cards })
    for (let place = 0; place < cards.length; place += 1) {
      await page.locator('.item').nth(place).click()
      expect(await axeViolations(page)).toEqual([])
      expect(await sideways(page)).toEqual([])
      await press('Escape')
    }
  }, 300_000)

  test('the top right corner stays free for the control that Office draws', async () => {
    page = await openSidebar(browser, { cards: sampleCards })
    const inCorner = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[role=tab], .bar > *')]
          .map(element => element.getBoundingClientRect())
          .some(box => box.height > 1 && box.right > innerWidth - 34 && box.top < 32),
      )
    expect(await inCorner()).toBe(false)
    await press('ArrowDown', 'Enter')
    expect(await inCorner()).toBe(false)
  })

  test('hostile texts stay texts', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
      'javascript:alert(1)',
      '" autofocus onfocus=alert(1) x="',
      '<!-- <?!= x ?> {{x}}',
      '&lt;b&gt;',
      '__proto__',
      '\u202eSSORG',
      'x'.repeat(2000),
    ]
    page = await openSidebar(browser, { cards: hostile.map(cardOf) })
    for (let place = 0; place < hostile.length; place += 1) {
      await page.locator('.item').nth(place).click()
      expect(await page.locator('.card h1').textContent()).toBe(hostile[place])
      expect(await page.locator('.card a, .card img, .card script').count()).toBe(0)
      expect(await sideways(page)).toEqual([])
      await press('Escape')
    }
  })
})
