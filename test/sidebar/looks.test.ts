import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { axeViolations, closeSidebar, sideways } from './open-sidebar'
import { tours } from './tour'
import { openView } from './views'

const inBrowser = browserPath === '' ? describe.skip : describe

inBrowser('every state of every view', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    expect(await closeSidebar(page)).toEqual([])
  })

  describe.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)('in %s', (_, look) => {
    test.each(Object.keys(tours))(
      '%s breaks no rule of axe, and fits into 300 px',
      async name => {
        const { tab, script = {}, walk } = tours[name] as (typeof tours)[string]
        page = await openView(browser, tab, { script, look })
        const wrong: Record<string, readonly string[]> = {}
        await walk(page, async state => {
          const found = [...(await axeViolations(page)), ...(await sideways(page))]
          if (found.length > 0) wrong[state] = found
        })
        expect(wrong).toEqual({})
      },
      180_000,
    )
  })
})
