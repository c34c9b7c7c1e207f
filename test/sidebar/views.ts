import type { Browser, Locator, Page } from 'playwright-core'
import type { FakeWorkbook } from '../workbook/fake-host'
import { type Opening, openSidebar } from './open-sidebar'
import { type Script, sampleAsk } from './sample-ask'

export type TabTitle = 'Set up' | 'Definitions' | 'Formulas' | 'Why?' | 'Check' | 'Share'

interface View extends Omit<Opening, 'ask'> {
  readonly script?: Script
  readonly workbook?: FakeWorkbook
}

/** The sidebar with one of its views opened, over a workbook that answers as the core does unless a script differs. */
export async function openView(browser: Browser, tab: TabTitle, view: View = {}): Promise<Page> {
  const { script, workbook, ...rest } = view
  const page = await openSidebar(browser, { cards: [], ask: sampleAsk(script, workbook), ...rest })
  await page.getByRole('tab', { name: tab }).click()
  return page
}

/** Presses Tab until what has the focus is called so; a view that cannot be reached by keyboard fails here. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key)
    const focused = await focusedName(page)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`the keyboard does not reach ${String(name)}`)
}

/** By its label where it has one, else by its text. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent
    return (label ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}

/** Every question that was asked so far, in order. */
export function questionsAsked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.questions.map(([question]) => question))
}

/** What was handed over with the last question of a name. */
export async function lastAsked(page: Page, name: string): Promise<unknown> {
  const all = await page.evaluate(() => globalThis.questions)
  return all.filter(([question]) => question === name).at(-1)?.[1]
}

/** As it is seen: without what is hidden, cells parted by tabs, lines as they stand. */
export async function shownText(place: Locator): Promise<string> {
  await place.first().waitFor()
  return (await place.allInnerTexts()).join('\n')
}
