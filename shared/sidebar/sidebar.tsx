import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Card } from '../renderings/card'
import { Check } from './check/check'
import { Definitions } from './definitions/definitions'
import { Formulas } from './formulas/formulas'
import { type TabName, Tabs, tabNames } from './parts/tabs'
import { SetUp } from './set-up/set-up'
import { Share } from './share/share'
import { Why } from './why/why'
import type { Workbook } from './workbook'

interface SidebarProps {
  readonly cards: readonly Card[]
  readonly workbook: Workbook
}

/**
 * Six views in one narrow column. A view is drawn when it is first opened, asks nothing of the workbook before, and
 * stays in the document, so that what was typed into it survives a look at another.
 */
export function Sidebar({ cards, workbook }: SidebarProps) {
  const [open, setOpen] = useState<TabName>('formulas')
  const [seen, setSeen] = useState<readonly TabName[]>(['formulas'])
  const [round, setRound] = useState(0)
  const scrolledTo = useRef<Partial<Record<TabName, number>>>({})

  function show(tab: TabName) {
    scrolledTo.current[open] = window.scrollY
    setSeen(before => (before.includes(tab) ? before : [...before, tab]))
    setOpen(tab)
  }

  useLayoutEffect(() => window.scrollTo(0, scrolledTo.current[open] ?? 0), [open])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    document.getElementById(`tab-${open}`)?.focus()
  }

  const { ask } = workbook
  /** What changes the workbook makes the views that read it look again when they are next opened. */
  const changed = () => setRound(before => before + 1)
  const views: Record<TabName, () => ComponentChildren> = {
    setUp: () => <SetUp ask={ask} onChanged={changed} onDefinitions={() => show('definitions')} />,
    definitions: () => (
      <Definitions ask={ask} round={round} isOpen={open === 'definitions'} onSetUp={() => show('setUp')} />
    ),
    formulas: () => <Formulas cards={cards} workbook={workbook} onSetUp={() => show('setUp')} />,
    why: () => <Why ask={ask} />,
    check: () => <Check ask={ask} onChanged={changed} />,
    share: () => <Share ask={ask} handOverCopy={workbook.handOverCopy} onChanged={changed} />,
  }
  return (
    <div class="plumbline">
      <Tabs open={open} onOpen={show} />
      <main>
        {tabNames.map(tab => (
          <div
            key={tab}
            id={`view-${tab}`}
            role="tabpanel"
            aria-labelledby={`tab-${tab}`}
            hidden={tab !== open}
            onKeyDown={onKeyDown}
          >
            {seen.includes(tab) && views[tab]()}
          </div>
        ))}
      </main>
    </div>
  )
}
