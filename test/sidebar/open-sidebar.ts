import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { bundleSidebar } from '../../build/sidebar'
import type { Card } from '../../shared/renderings/card'
import type { Insertion } from '../../shared/sidebar/workbook'

const bundle = bundleSidebar('test/sidebar/page.ts')
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export interface Opening {
  readonly cards?: readonly Card[]
  readonly answers?: readonly (Insertion | 'rejects' | 'never')[]
  /** Answers what the sidebar asks of the workbook; the texts `rejects` and `never` are hosts that fail. */
  readonly ask?: Asked
  readonly look?: BrowserContextOptions
  /** Whether time goes on only when a test says so. */
  readonly clock?: boolean
}

export type Asked = (question: string, asked: never) => unknown

/** The sidebar at 300 px on a page that may load nothing; whatever it tries to load or throws fails the test. */
export async function openSidebar(
  browser: Browser,
  { cards, answers = [], look, ask, clock }: Opening,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 300, height: 640 }, ...look })
  await context.grantPermissions([])
  const page = await context.newPage()
  if (clock) await page.clock.install()
  const html = await bundle
  if (ask) {
    await page.exposeFunction('answerQuestion', async (question: string, asked: never) =>
      plain(await ask(question, asked)),
    )
  }
  await page.route('**', route =>
    route.request().url() === 'https://sidebar.example/'
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  )
  const trouble: string[] = []
  page.on('request', request => {
    if (request.url() !== 'https://sidebar.example/') trouble.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', error => trouble.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  page.on('dialog', dialog => {
    trouble.push(`showed a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  troubles.set(page, trouble)
  await page.addInitScript(given => Object.assign(globalThis, given), { shownCards: cards, answers })
  await page.goto('https://sidebar.example/')
  return page
}

/** As JSON brings it to the page; undefined becomes null there, as in Google's own bridge. */
function plain(answer: unknown): unknown {
  return answer === undefined ? null : JSON.parse(JSON.stringify(answer))
}

const troubles = new WeakMap<Page, string[]>()

/** Closes the page and tells what went wrong on it: requests, exceptions, console errors, dialogs. */
export async function closeSidebar(page: Page): Promise<readonly string[]> {
  await page.context().close()
  return troubles.get(page) ?? []
}

/** Every rule of axe that the page breaks, as `rule: element`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))
  })
}

export function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element instanceof HTMLInputElement) return `[${element.type}]`
    return (element?.querySelector('.item-title') ?? element)?.textContent ?? ''
  })
}

/** How far the page could be scrolled sideways, and which elements stick out. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const out = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      element => element.checkVisibility() && element.getBoundingClientRect().right > width + 0.5,
    )
    const scroll = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
    return [...scroll, ...out.map(element => element.outerHTML.slice(0, 120))]
  })
}
