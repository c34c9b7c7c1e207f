import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import { cardSearch } from './search'

interface CatalogueProps {
  readonly cards: readonly Card[]
  readonly hidden: boolean
  readonly onOpen: (card: Card, item: HTMLElement) => void
}

/** The searchable list of all formulas, grouped by category. */
export function Catalogue({ cards, hidden, onOpen }: CatalogueProps) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const search = useMemo(() => cardSearch(cards), [cards])
  const found = useMemo(() => search(query), [search, query])

  // Before the first paint, so that no key typed early is lost.
  useLayoutEffect(() => field.current?.focus(), [])

  function clear() {
    setQuery('')
    field.current?.focus()
  }

  /** Arrow keys walk from the search field through the list and back; Escape returns to an empty search. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const stops = [field.current, ...(list.current?.querySelectorAll<HTMLElement>('.item') ?? [])]
    const here = stops.indexOf(document.activeElement as HTMLInputElement)
    if (here === -1) return
    const next = nextStop(event.key, here, stops.length)
    if (event.key === 'Escape') clear()
    else if (next === undefined) return
    else stops[next]?.focus()
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the items within
    <div class="catalogue" hidden={hidden} onKeyDown={onKeyDown}>
      <header class="bar catalogue-bar">
        <h1>Plumbline</h1>
        <label class="search">
          <span class="unseen">Search formulas</span>
          <input
            ref={field}
            type="search"
            value={query}
            onInput={event => setQuery(event.currentTarget.value)}
            placeholder="Search formulas"
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
          />
        </label>
        <p class="count" role="status">
          {countSentence(found.length, query)}
        </p>
      </header>
      <main ref={list}>
        {found.length === 0 && <NothingFound onClear={clear} />}
        {groups(found).map(([category, members]) => (
          <section key={category}>
            <h2>{category}</h2>
            <ul class="items">
              {members.map(card => (
                <li key={card.name}>
                  <button class="item" type="button" onClick={event => onOpen(card, event.currentTarget)}>
                    <span class="item-title">{card.title}</span>
                    <code>{card.name}</code>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div class="nothing">
      <p>Try fewer or shorter words, or what the number is about: cost, lead, win, return.</p>
      <button class="second" type="button" onClick={onClear}>
        Show all formulas
      </button>
    </div>
  )
}

/** Stop 0 is the search field, in which Home and End keep their meaning for the text. */
function nextStop(key: string, here: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(here + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(here - 1, 0)
  if (key === 'Home' && here > 0) return 1
  if (key === 'End' && here > 0) return count - 1
  return undefined
}

/** Categories in the order in which their first card comes, so that the best find stands on top. */
function groups(cards: readonly Card[]): [string, Card[]][] {
  const byCategory = new Map<string, Card[]>()
  for (const card of cards) {
    const members = byCategory.get(card.category)
    if (members === undefined) byCategory.set(card.category, [card])
    else members.push(card)
  }
  return [...byCategory]
}

function countSentence(count: number, query: string): string {
  const formulas = count === 1 ? '1 formula' : `${count} formulas`
  if (query.trim() === '') return formulas
  if (count === 0) return `Nothing found for “${query.trim()}”`
  return `${formulas} for “${query.trim()}”`
}
