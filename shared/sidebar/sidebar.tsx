import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Card } from '../renderings/card'
import { CardPage } from './formulas/card-page'
import { Catalogue } from './formulas/catalogue'
import type { Workbook } from './workbook'

/**
 * Two views in one narrow column: the catalogue, and one formula's card in front of it.
 * The catalogue stays in the document while a card is open, so that search, scroll position and focus survive.
 */
export function Sidebar({ cards, workbook }: { cards: readonly Card[]; workbook: Workbook }) {
  const [opened, setOpened] = useState<Card | null>(null)
  const openedFrom = useRef<HTMLElement | null>(null)
  const scrolledTo = useRef(0)

  function open(card: Card, item: HTMLElement) {
    openedFrom.current = item
    scrolledTo.current = window.scrollY
    setOpened(card)
  }

  useLayoutEffect(() => {
    if (opened !== null) {
      window.scrollTo(0, 0)
    } else if (openedFrom.current !== null) {
      window.scrollTo(0, scrolledTo.current)
      openedFrom.current.focus()
    }
  }, [opened])

  return (
    <div class="plumbline">
      <Catalogue cards={cards} hidden={opened !== null} onOpen={open} />
      {opened !== null && (
        <CardPage key={opened.name} card={opened} workbook={workbook} onBack={() => setOpened(null)} />
      )}
    </div>
  )
}
