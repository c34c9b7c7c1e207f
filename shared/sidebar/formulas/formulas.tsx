import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import type { Workbook } from '../workbook'
import { CardPage } from './card-page'
import { Catalogue } from './catalogue'

interface FormulasProps {
  readonly cards: readonly Card[]
  readonly workbook: Workbook
  readonly onSetUp: () => void
}

/**
 * The catalogue, and one formula's card in front of it. The catalogue stays in the document while a card is open, so
 * that search, scroll position and focus survive.
 */
export function Formulas({ cards, workbook, onSetUp }: FormulasProps) {
  const [opened, setOpened] = useState<Card | null>(null)
  const openedFrom = useRef<HTMLElement | null>(null)
  const scrolledTo = useRef(0)

  function open(card: Card, item: HTMLElement) {
    openedFrom.current = item
    scrolledTo.current = window.scrollY
    setOpened(card)
  }

  useLayoutEffect(() => {
    if (opened !== null || openedFrom.current === null) return
    window.scrollTo(0, scrolledTo.current)
    openedFrom.current.focus()
  }, [opened])

  return (
    <>
      <Catalogue cards={cards} hidden={opened !== null} onOpen={open} onSetUp={onSetUp} />
      {opened !== null && (
        <CardPage key={opened.name} card={opened} workbook={workbook} onBack={() => setOpened(null)} />
      )}
    </>
  )
}
