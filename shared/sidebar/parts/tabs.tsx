import { useRef } from 'preact/hooks'
import { messages } from '../messages'
import { Icon } from './icon'

export const tabNames = ['setUp', 'definitions', 'formulas', 'why', 'check', 'share'] as const
export type TabName = (typeof tabNames)[number]

interface TabsProps {
  readonly open: TabName
  readonly onOpen: (tab: TabName) => void
}

/**
 * Tabs by the pattern of WAI-ARIA: arrow keys walk, Enter or Space opens. Walking opens nothing by itself, since some
 * views read the whole workbook.
 */
export function Tabs({ open, onOpen }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
    const here = tabs.indexOf(document.activeElement as HTMLElement)
    const next = nextTab(event.key, here, tabs.length)
    if (here === -1 || next === undefined) return
    event.preventDefault()
    tabs[next]?.focus()
  }

  return (
    <header class="tabs">
      <div role="tablist" aria-label={messages.product} ref={list} onKeyDown={onKeyDown}>
        {tabNames.map(name => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === open}
            aria-controls={`view-${name}`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            <Icon name={name} />
            {messages.tabs[name]}
          </button>
        ))}
      </div>
    </header>
  )
}

function nextTab(key: string, here: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (here + 1) % count
  if (key === 'ArrowLeft') return (here + count - 1) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
