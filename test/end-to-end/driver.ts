import type { Frame, Locator } from 'playwright-core'
import type { TabTitle } from '../sidebar/views'
import type { By, EndToEndHost } from './host'

/** A person at the sidebar: the same acts by mouse or by keyboard alone. */
export interface Driver {
  readonly host: EndToEndHost
  readonly sidebar: Frame
  readonly tab: (title: TabTitle) => Promise<void>
  /** A button, a link, the summary of what is folded. */
  readonly press: (target: Locator) => Promise<void>
  readonly write: (target: Locator, text: string) => Promise<void>
  /** One of several that exclude each other. */
  readonly choose: (radio: Locator) => Promise<void>
  readonly select: (address: string) => Promise<void>
  /** After which acts the keyboard was nowhere. */
  readonly lost: readonly string[]
}

export function driverOf(host: EndToEndHost, by: By): Driver {
  return by === 'mouse' ? mouse(host) : keyboard(host)
}

const tabOf = (sidebar: Frame, title: TabTitle) => sidebar.getByRole('tab', { name: title, exact: true })

function mouse(host: EndToEndHost): Driver {
  const { sidebar } = host
  return {
    ...{ host, sidebar, lost: [] },
    tab: title => tabOf(sidebar, title).click(),
    press: target => target.click(),
    write: async (target, text) => {
      await target.click()
      await target.fill(text)
    },
    choose: radio => radio.click(),
    select: address => host.select(address, 'mouse'),
  }
}

/** More stops than any view has between two controls. */
const mostStops = 250

function keyboard(host: EndToEndHost): Driver {
  const { page, sidebar } = host
  const lost: string[] = []
  let last = 'opening'

  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    await host.enterSidebar()
    for (let stops = 0; stops < mostStops; stops++) {
      const way = (await wayTo(target)) ?? (await gone(target))
      if (way === 'here') return
      await page.keyboard.press(way === 'before' ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`the keyboard does not reach ${String(target)}`)
  }

  /** A control that was pressed may go; what takes its place gets the keyboard a moment later. */
  async function gone(target: Locator): Promise<Way> {
    await page.waitForTimeout(300)
    const way = await wayTo(target)
    if (way === undefined) lost.push(last)
    return way ?? 'after'
  }

  async function act(target: Locator, ...keys: readonly string[]): Promise<void> {
    await reach(target)
    last = String(target)
    for (const key of keys) await page.keyboard.press(key)
  }

  return {
    ...{ host, sidebar, lost },
    tab: async title => {
      await reach(sidebar.locator('[role=tab][tabindex="0"]'))
      for (let steps = 0; (await wayTo(tabOf(sidebar, title))) !== 'here'; steps++) {
        if (steps > 6) throw new Error(`arrow keys do not reach ${title}`)
        await page.keyboard.press('ArrowRight')
      }
      await page.keyboard.press('Enter')
    },
    press: target => act(target, 'Enter'),
    write: async (target, text) => {
      await act(target, 'Control+A')
      await page.keyboard.insertText(text)
    },
    choose: async radio => {
      const name = await radio.getAttribute('name')
      const group = sidebar.locator(`input[type=radio][name="${name}"]`)
      const checked = group.and(sidebar.locator(':checked'))
      await reach((await checked.count()) > 0 ? checked : group.first())
      for (let steps = 0; steps < 20 && !(await radio.isChecked()); steps++)
        await page.keyboard.press('ArrowDown')
    },
    select: address => host.select(address, 'keyboard'),
  }
}

type Way = 'here' | 'before' | 'after'

/** Where a control is, as seen from the one that has the keyboard; undefined where none has it. */
function wayTo(target: Locator): Promise<Way | undefined> {
  return target.evaluate(element => {
    const from = document.activeElement
    if (from === element) return 'here'
    if (from === null || from === document.body) return undefined
    return from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before'
  })
}
