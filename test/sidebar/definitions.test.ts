import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { serial } from '../support/tables'
import { closeSidebar } from './open-sidebar'
import { definitionsOf, sampleWorkbook, told } from './sample-ask'
import { focusedName, lastAsked, openView, questionsAsked, shownText, tabTo } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('definitions', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const open = async (id: string) => {
    await page.locator('.item.term').first().waitFor()
    await page.locator(`[id="term-${id}"]`).click()
  }
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const alert = () => page.locator('[role=alert]:not(:empty)').textContent()

  test('are found by a word, by a metric that obeys them, and by what was agreed', async () => {
    page = await openView(browser, 'Definitions')
    const items = page.locator('.item.term')
    await items.first().waitFor()
    const all = await items.count()
    await page.getByLabel('Search definitions').fill('dispute')
    expect(await page.locator('.item.term .item-title').allTextContents()).toContain(
      'Lead: dispute window days',
    )
    await page.getByLabel('Search definitions').fill('WIN_RATE variant')
    expect(await items.first().textContent()).toContain('won of won and lost')
    await page.getByLabel('Search definitions').fill('COST_PER_NET_LEAD')
    expect(await page.locator('.item.term .item-title').allTextContents()).toContain(
      'Lead: dispute window days',
    )
    await page.getByLabel('Search definitions').fill('zzzz')
    expect(await page.locator('.terms [role=status]').first().textContent()).toBe('Nothing found for “zzzz”')
    await button('Show all definitions').click()
    expect(await items.count()).toBe(all)
    await page.getByLabel('Show', { exact: true }).selectOption('approved')
    expect(await page.locator('.chip').allTextContents()).toEqual(Array(await items.count()).fill('Approved'))
  })

  test('change by keyboard alone, from the list to a saved version', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', { workbook })
    await page.locator('.item.term').first().waitFor()
    await page.getByRole('tab', { name: 'Definitions' }).focus()
    await tabTo(page, 'Search definitions')
    await page.keyboard.type('marketing inv')
    await tabTo(page, /^Cost: marketing investment/)
    await press('Enter')
    expect(await focusedName(page)).toBe('Cost: marketing investment')
    await tabTo(page, 'Another item')
    await page.keyboard.type('labour')
    await press('Enter')
    await page.keyboard.type('tools, ad_spend')
    await press('Enter')
    await page.getByText('ad_spend is in it already.').waitFor()
    await press('Control+a', 'Delete')
    await tabTo(page, /^agency/, 'Shift+Tab')
    await press('ArrowRight', 'ArrowLeft', 'Delete')
    expect(await page.locator('.chips li').allTextContents()).toEqual([
      'ad_spend: remove it×',
      'labour: remove it×',
    ])
    await tabTo(page, 'Review and approve')
    await press('Enter')
    await page.getByText('Say why: a change without a reason cannot be approved.').waitFor()
    await tabTo(page, 'Reason', 'Shift+Tab')
    await page.keyboard.type('People are most of the cost.')
    await tabTo(page, 'Review and approve')
    await press('Enter')
    expect(await focusedName(page)).toBe('Review and approve')
    await tabTo(page, 'Your name')
    await tabTo(page, 'Approve 1 change')
    await press('Enter')
    await page.getByText('Write your name: an approval has one.').waitFor()
    await tabTo(page, 'Your name', 'Shift+Tab')
    await page.keyboard.type('Ana')
    await tabTo(page, 'Approve 1 change')
    await press('Enter')
    await page.getByText('Saved as v3, read back and sealed.').waitFor()
    await press('Escape')
    await page.locator('[id="term-cost.marketing_investment"]:focus').waitFor()
    const term = definitionsOf(workbook)
      .groups.flatMap(({ terms }) => terms)
      .find(({ id }) => id === 'cost.marketing_investment')
    expect(term?.history[0]).toMatchObject({
      ...{ value: 'ad_spend, labour', changedBy: 'Ana', reason: 'People are most of the cost.' },
      ...{ effectiveFrom: serial('2026-07-01'), version: 3 },
    })
  })

  test('a change says which periods keep their numbers, since they lie before it', async () => {
    page = await openView(browser, 'Definitions')
    await open('win_rate.variant')
    await page.getByRole('radio', { name: /^all_closed/ }).check()
    const keep = page.getByText('“Then” is what they would be.')
    await keep.waitFor()
    expect(await keep.textContent()).toBe(
      'It takes effect on 1 Jul 2026: 2025-Q3 to 2026-Q2 keep their numbers. “Then” is what they would be.',
    )
    await page.getByLabel('Takes effect').selectOption('2026-Q2, begun on 1 Apr 2026')
    await page.getByText('It takes effect on 1 Apr 2026: 2025-Q3 to 2026-Q1 keep their numbers.').waitFor()
    await page.getByLabel('Reason').fill('The board asked.')
    await button('Review and approve').click()
    await page.getByLabel('Your name').waitFor()
    await page.getByText('It takes effect on 1 Apr 2026: 2025-Q3 to 2026-Q1 keep their numbers.').waitFor()
  })

  test('a first approval that begins late says which numbers it takes away', async () => {
    const workbook = sampleWorkbook()
    for (const [name, sheet] of [
      ['DEFINITIONS', 'Definitions'],
      ['LOCKS', 'Locks'],
      ['SNAPSHOT', 'Snapshot'],
    ] as const) {
      delete workbook.names[name]
      workbook.sheets.delete(sheet)
    }
    page = await openView(browser, 'Definitions', { workbook })
    await open('win_rate.variant')
    await page.getByRole('radio', { name: /^all_closed/ }).check()
    await page.locator('.effect').first().waitFor()
    const warning = page.getByText('so this is where your definitions begin')
    expect(await warning.count()).toBe(0)
    await page.getByLabel('Takes effect').selectOption('2026-Q2, begun on 1 Apr 2026')
    await page.getByText('numbers of periods before 1 Apr 2026 will show #N/A.').waitFor()
    await page.locator('.effect').first().waitFor()
    expect(await page.getByText('keep their numbers').count()).toBe(0)
    await page.getByLabel('Reason').fill('The board asked.')
    await button('Review and approve').click()
    await page.getByText('numbers of periods before 1 Apr 2026 will show #N/A.').waitFor()
  })

  test('a choice is read in words, its code below', async () => {
    page = await openView(browser, 'Definitions')
    await open('win_rate.variant')
    const choice = page.locator('label', { hasText: 'all_closed' })
    const words = await choice.getByText('won of all closed').boundingBox()
    const code = await choice.locator('code').boundingBox()
    expect(words?.y).toBeLessThan(code?.y ?? 0)
  })

  test('are walked by arrow keys from the search field, and Escape leads back to it', async () => {
    page = await openView(browser, 'Definitions')
    await page.locator('.item.term').first().waitFor()
    await page.getByLabel('Search definitions').fill('win rate')
    await press('ArrowDown', 'ArrowDown')
    expect(await focusedName(page)).toMatch(/^Win rate: basis/)
    await press('Escape')
    expect(await page.getByLabel('Search definitions').inputValue()).toBe('')
    expect(await focusedName(page)).toBe('Search definitions')
    await press('Escape')
    expect(await focusedName(page)).toBe('Definitions')
  })

  test('a change that was begun and left is there again', async () => {
    page = await openView(browser, 'Definitions')
    await open('lead.dispute_window_days')
    await page.getByLabel('working days').fill('9')
    await press('Escape')
    expect(await shownText(page.locator('[id="term-lead.dispute_window_days"]'))).toContain('Begun')
    await press('Enter')
    expect(await page.getByLabel('working days').inputValue()).toBe('9')
    await page.getByLabel('working days').fill('7')
    await press('Escape')
    expect(await shownText(page.locator('[id="term-lead.dispute_window_days"]'))).not.toContain('Begun')
  })

  test('cannot be changed while their table cannot be read, which says why', async () => {
    const definitions = definitionsOf(sampleWorkbook())
    page = await openView(browser, 'Definitions', {
      script: {
        definitions: () => ({ ...definitions, problem: { error: '#VALUE!', reason: 'Row 4 is no row.' } }),
      },
    })
    await page.getByText('Row 4 is no row. Nothing can be saved').waitFor()
    await open('organic.floor_zero')
    expect(await button('Review and approve').count()).toBe(0)
  })

  test('an approval that is answered after its page was left is taken for what it is', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', {
      workbook,
      script: {
        approve: async asked => {
          await new Promise(resolve => setTimeout(resolve, 600))
          return told(workbook, 'approve', asked)
        },
      },
    })
    await open('organic.floor_zero')
    await page.getByLabel('Reason').fill('As agreed.')
    await button('Review and approve').click()
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 1 change').click()
    await press('Escape')
    expect(await page.locator('.tray').count()).toBe(1)
    await page.locator('.tray').waitFor({ state: 'detached' })
    await page.locator('.bar h1', { hasText: 'v3' }).waitFor()
  })

  test('show what a change would do, before and after, as chart and as table', async () => {
    page = await openView(browser, 'Definitions')
    await open('win_rate.variant')
    await page.getByRole('radio', { name: /^all_closed/ }).check()
    await page.locator('.effect').waitFor()
    expect(await page.locator('.effect table tbody tr').allInnerTexts()).toEqual([
      '2025-Q3\t#DIV/0!\t#DIV/0!\t',
      '2025-Q4\t#DIV/0!\t#DIV/0!\t',
      expect.stringMatching(/^2026-Q1 locked\t60%\t50%\t−10 pts/),
      '2026-Q2\t100%\t100%\t=',
    ])
    expect(await page.locator('.chart .before rect').count()).toBe(2)
    expect(await page.locator('.chart .after text').allTextContents()).toEqual(['50%', '100%'])
    await page.getByLabel('Reason').fill('The board asked.')
    const before = await questionsAsked(page)
    await page.waitForTimeout(600)
    expect((await questionsAsked(page)).length).toBe(before.length)
  })

  test('several changes are collected, approved together, and can be dropped', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', { workbook })
    await open('lead.dispute_window_days')
    await page.getByLabel('working days').fill('99')
    await page.getByLabel('Reason').fill('Longer.')
    await button('Add to pending').click()
    await page.getByText('It must be at least 0 and at most 60.').last().waitFor()
    await page.getByLabel('working days').fill('9')
    await button('Add to pending').click()
    expect(await shownText(page.locator('.tray'))).toContain('1 pending change')
    await open('calendar.holidays')
    await page.getByLabel('Another day').fill('2026-12-25')
    await button('Add').click()
    await page.getByLabel('Another day').fill('2026-04-03')
    await button('Add').click()
    await page.getByLabel('Reason').fill('Christmas.')
    await button('Add to pending').click()
    await open('organic.floor_zero')
    await page.getByRole('switch').check()
    await page.getByLabel('Reason').fill('Never below nothing.')
    await button('Review and approve').click()
    await button('Drop Organic: floor zero').click()
    expect(await page.locator('.pendings h2').allTextContents()).toEqual([
      'Lead: dispute window days',
      'Calendar: holidays',
    ])
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 2 changes').click()
    await page.getByText('Saved as v3').waitFor()
    await button('Back to the definitions').click()
    expect(await page.locator('.tray').count()).toBe(0)
    const values = Object.fromEntries(
      definitionsOf(workbook).groups.flatMap(({ terms }) => terms.map(({ id, history }) => [id, history[0]])),
    )
    expect(values['calendar.holidays']?.value).toBe('2026-04-03, 2026-12-25')
    expect(values['lead.dispute_window_days']?.value).toBe('9')
    expect(values['organic.floor_zero']).toBeUndefined()
    await page.reload()
    await page.getByRole('tab', { name: 'Definitions' }).click()
    await open('organic.floor_zero')
    await page.getByLabel('Reason').fill('As agreed.')
    await button('Review and approve').click()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ana')
  })

  test('somebody who was quicker is named, and what was typed survives a look at theirs', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', { workbook })
    await open('win_rate.variant')
    await page.getByRole('radio', { name: /^all_closed/ }).check()
    await page.getByLabel('Reason').fill('The board asked.')
    const theirs = { term: 'organic.floor_zero', value: 'TRUE', reason: 'Ours.' }
    told(workbook, 'approve', {
      changes: [{ ...theirs, effectiveFrom: serial('2026-07-01') }],
      ...{ by: 'Ben', seen: definitionsOf(workbook) },
    })
    await button('Review and approve').click()
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 1 change').click()
    await button('Look at theirs').waitFor()
    expect(await alert()).toContain('Ben saved v3 while you were working: Organic: floor zero.')
    await button('Look at theirs').click()
    await page.locator('.differences').waitFor()
    expect(await shownText(page.locator('.differences'))).toMatch(/Organic: floor zero\s+v2\s+no\s+v3\s+yes/)
    await press('Escape')
    expect(await shownText(page.locator('.pendings'))).toContain('The board asked.')
    await button('Approve 1 change').click()
    await page.getByText('Saved as v4').waitFor()
  })

  test('after a conflict it can be tried again on top at once', async () => {
    const workbook = sampleWorkbook()
    const seen = definitionsOf(workbook)
    page = await openView(browser, 'Definitions', { workbook })
    await open('win_rate.variant')
    await page.getByRole('radio', { name: /^all_closed/ }).check()
    await page.getByLabel('Reason').fill('The board asked.')
    told(workbook, 'approve', {
      changes: [
        { term: 'win_rate.basis', value: 'value', reason: 'Ours.', effectiveFrom: serial('2026-07-01') },
      ],
      ...{ by: 'Ben', seen },
    })
    await button('Review and approve').click()
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 1 change').click()
    await button('Try again on top').click()
    await page.getByText('Saved as v4').waitFor()
  })

  test('a refusal says why and keeps the change; a host that fails, too', async () => {
    const outcomes = [
      { outcome: 'refused', reason: 'The sheet Definitions is protected.' } as const,
      'rejects' as const,
      { error: '#VALUE!', reason: 'The sheet Definitions was deleted.' },
    ]
    page = await openView(browser, 'Definitions', {
      script: { approve: () => outcomes.shift() ?? 'never' },
    })
    await open('lead.dispute_window_days')
    await page.getByLabel('working days').fill('9')
    await page.getByLabel('Reason').fill('Longer.')
    await button('Review and approve').click()
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 1 change').click()
    await page.getByText('The sheet Definitions is protected. Nothing was saved.').waitFor()
    await button('Approve 1 change').click()
    await page.getByText('The spreadsheet did not answer. The network is gone.').waitFor()
    await button('Approve 1 change').click()
    await page.getByText('The sheet Definitions was deleted.').waitFor()
    expect(await shownText(page.locator('.pendings'))).toContain('Longer.')
  })

  test('a host that says nothing is waited for with a sign, and what it saved all the same is noticed', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', {
      workbook,
      clock: true,
      script: {
        approve: asked => {
          told(workbook, 'approve', asked)
          return 'never'
        },
      },
    })
    await open('lead.dispute_window_days')
    await page.getByLabel('working days').fill('9')
    await page.getByLabel('Reason').fill('Longer.')
    await button('Review and approve').click()
    await page.getByLabel('Your name').fill('Ana')
    await button('Approve 1 change').click()
    await page.getByText('Saving …').waitFor()
    expect(await page.locator('progress[aria-label=Saving]').count()).toBe(0)
    await page.clock.fastForward(1_500)
    await page.locator('progress[aria-label=Saving]').waitFor()
    await page.clock.fastForward(20_000)
    await page.getByText('has not answered for 20 seconds').waitFor()
    await button('Ask again').click()
    await page.getByText('your own approval has been saved').waitFor()
    await button('Back to the definitions').click()
    expect(await page.locator('.tray').count()).toBe(0)
  })

  test('defaults are approved as they stand, with one reason for all', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', { workbook })
    await page.locator('.item.term').first().waitFor()
    await page.getByLabel('Show', { exact: true }).selectOption('unratified')
    await page.getByLabel('Search definitions').fill('organic')
    await button(/^Approve these \d as they stand$/).click()
    await page.getByLabel('Your name').fill('Ana')
    await button(/^Approve \d changes$/).click()
    await page.getByText('Say why').waitFor()
    await page.getByLabel(/^Reason for the \d definitions/).fill('Read and agreed.')
    await button(/^Approve \d changes$/).click()
    await page.getByText('Saved as').waitFor()
    const organic = definitionsOf(workbook)
      .groups.flatMap(({ terms }) => terms)
      .filter(({ id }) => id.startsWith('organic.'))
    expect(new Set(organic.map(({ history }) => history[0]?.reason))).toEqual(new Set(['Read and agreed.']))
  })

  test('an old value is restored as a new change', async () => {
    page = await openView(browser, 'Definitions')
    await open('lead.dispute_window_days')
    expect(await shownText(page.locator('.timeline'))).toMatch(/v2 from 1 Apr 2026\s+7 working days\s+Sales/)
    await button('Restore the value of v1').click()
    await page.locator('h2:focus', { hasText: 'Change it' }).waitFor()
    expect(await page.getByLabel('working days').inputValue()).toBe('5')
    expect(await page.getByLabel('Reason').inputValue()).toBe('Restores the value of v1.')
  })

  test('a period is unlocked and locked again, with a reason and a name', async () => {
    const workbook = sampleWorkbook()
    page = await openView(browser, 'Definitions', { workbook })
    await page.locator('.item.term').first().waitFor()
    await button('Locked periods').click()
    await button('Unlock 2026-Q1').click()
    await page.getByRole('button', { name: 'Unlock 2026-Q1' }).last().click()
    await page.getByText('Say why: the reason stands beside the lock.').waitFor()
    await page.getByText('Write your name: it stands beside the lock.').waitFor()
    await page.getByLabel('Reason').first().fill('A late refund.')
    await page.getByLabel('Your name').first().fill('Finance')
    await page.getByRole('button', { name: 'Unlock 2026-Q1' }).last().click()
    await page.getByText('2026-Q1 is open again.').waitFor()
    await page.getByLabel('Reason').last().fill('Reported.')
    await button('Lock 2026-Q1').click()
    await page.getByText('2026-Q1 is locked: its numbers are kept as reported').waitFor()
    expect(definitionsOf(workbook).locks.filter(({ status }) => status === 'locked').length).toBeGreaterThan(
      0,
    )
  })

  test('a metric of one’s own is checked while it is typed', async () => {
    page = await openView(browser, 'Definitions')
    await page.locator('.item.term').first().waitFor()
    await page.locator('[id="add-metric."]').click()
    await page.getByLabel('Name of the new term').fill('Big Name')
    await page.getByRole('textbox', { name: 'Formula' }).fill('TOTAL_REVENUE / ')
    await page.getByLabel('Reason').fill('For the board.')
    await button('Add to pending').click()
    await page.getByText('Write a name of small letters').waitFor()
    await page.getByLabel('Name of the new term').fill('revenue_twice')
    await page.locator('.fault:not(:empty)').first().waitFor()
    await page.getByRole('textbox', { name: 'Formula' }).fill('TOTAL_REVENUE * 2')
    await page.getByText('The formula is understood.').waitFor()
    await button('Add to pending').click()
    expect(await shownText(page.locator('.tray'))).toContain('1 pending change')
  })

  test('German people see and type German numbers and days', async () => {
    page = await openView(browser, 'Definitions', {
      workbook: sampleWorkbook({ language: 'de-DE', decimal: ',', separator: ';' }),
    })
    await page.locator('.item.term').first().waitFor()
    expect(await shownText(page.locator('[id="term-lead.dispute_window_days"]'))).toContain('1. Apr. 2026')
    await open('cohort.min_maturity')
    await page.getByRole('textbox', { name: 'Share' }).fill('0.5')
    await page.getByLabel('Reason').fill('Half is enough.')
    await button('Add to pending').click()
    await page.getByText('Write a number, such as 0,25.').waitFor()
    await page.getByRole('textbox', { name: 'Share' }).fill('0,5')
    await page.locator('.impact').waitFor()
    expect(await lastAsked(page, 'preview')).toMatchObject({
      changes: [{ term: 'cohort.min_maturity', value: '0.5' }],
    })
  })
})
