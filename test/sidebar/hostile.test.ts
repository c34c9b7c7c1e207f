import type { Browser, Page } from 'playwright-core'
import type { Why } from '../../shared/workbook/questions'
import { browserPath, openBrowser } from '../support/browser'
import { hostileInputs } from '../support/reference'
import { findings, survey, why } from './made-up'
import { closeSidebar, sideways } from './open-sidebar'
import { definitionsOf, sampleWorkbook } from './sample-ask'
import { openView } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

const own = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  '" autofocus onfocus=alert(1) x="',
  '=HYPERLINK("https://example.com")',
  '__proto__',
  '\u202eSSORG',
  'x'.repeat(2_000),
]

/** The reference's own list, where it is at hand. */
const listed = hostileInputs()
const inReference = listed ? test : test.skip

/** Puts a text in the place of every text of an answer, but for what says what kind of answer it is. */
function poisoned<Answer>(answer: Answer, text: string): Answer {
  const kept = new Set([
    'type',
    'state',
    'status',
    'kind',
    'how',
    'naming',
    'table',
    'fitting',
    'made',
    'unit',
  ])
  const put = (value: unknown, key: string): unknown => {
    if (kept.has(key) || ['locale', 'hash', 'language', 'better', 'outcome', 'nothing'].includes(key))
      return value
    if (typeof value === 'string') return text
    if (Array.isArray(value)) return value.map(item => put(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, put(item, name)]))
  }
  return put(answer, '') as Answer
}

inBrowser('hostile texts', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    // Requests, dialogs and exceptions would be told here.
    expect(await closeSidebar(page)).toEqual([])
  })

  async function harmless(text: string) {
    const said = await page.evaluate(() => document.querySelector('main')?.textContent ?? '')
    expect(said).toContain(text)
    expect(await page.locator('main :is(img, script, iframe, a[href^=javascript])').count()).toBe(0)
    expect(await sideways(page)).toEqual([])
  }

  async function throughEveryView(text: string) {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Set up', {
      script: {
        survey: () => poisoned(survey, text),
        definitions: () => ({
          ...poisoned(definitionsOf(workbook), text),
          starts: [{ day: 46_204, period: text }],
        }),
        why: () => poisoned<Why>(why, text),
        checkSheet: () => ({ findings: findings.map(finding => poisoned(finding, text)), used: [] }),
      },
    })
    await page.getByText('This will be done').waitFor()
    await harmless(text)
    await page.getByRole('tab', { name: 'Definitions' }).click()
    await page.locator('.item.term').first().waitFor()
    await harmless(text)
    await page.locator('.item.term').nth(12).click()
    await page.locator('.timeline, .form').first().waitFor()
    await harmless(text)
    await page.getByRole('tab', { name: 'Why?' }).click()
    await page.locator('.level').waitFor()
    await harmless(text)
    await page.getByRole('tab', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Check this workbook' }).click()
    await page.locator('.severity').first().waitFor()
    await harmless(text)
  }

  test.each(own)('stay texts in every view: %s', text => throughEveryView(text))

  inReference('of the reference stay texts in every view (needs ../shared)', async () => {
    const texts = Object.values(listed ?? {})
      .flat()
      .filter(text => text.trim() !== '')
    expect(texts.length).toBeGreaterThan(10)
    // One page for all of them: what one of them would do, all together do.
    await throughEveryView(texts.join(' '))
  })
})
