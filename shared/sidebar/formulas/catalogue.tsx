import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import { messages } from '../messages'
import { Icon } from '../parts/icon'
import { walk } from '../parts/walk'
import { countOf, everything, Filters, passes } from './filters'
import { Invitation } from './invitation'
import { cardSearch } from './search'

const text = messages.formulas

interface CatalogueProps {
  readonly cards: readonly Card[]
  readonly hidden: boolean
  readonly onOpen: (card: Card, item: HTMLElement) => void
  readonly onSetUp: () => void
}

/** The searchable list of all formulas, grouped by category, or of the questions that they answer. */
export function Catalogue({ cards, hidden, onOpen, onSetUp }: CatalogueProps) {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState(everything)
  const [isFiltering, setFiltering] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const search = useMemo(() => cardSearch(cards), [cards])
  const found = useMemo(() => search(query).filter(card => passes(filter, card)), [search, query, filter])
  const groups = useMemo(() => (filter.by === 'category' ? byCategory : byQuestion)(found), [found, filter])

  // Before the first paint, so that no key typed early is lost.
  useLayoutEffect(() => field.current?.focus(), [])

  function clear() {
    setQuery('')
    setFilter(everything)
    field.current?.focus()
  }

  /** Arrow keys walk from the search field through the list and back; Escape returns to an empty search. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (walk(event, field.current, list.current) || event.key !== 'Escape') return
    const isInField = document.activeElement === field.current
    if (isInField ? query === '' : !list.current?.contains(document.activeElement)) return
    setQuery('')
    field.current?.focus()
    event.preventDefault()
  }

  const asked = query.trim()
  const filters = countOf(filter)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the items within
    <div class="catalogue" hidden={hidden} onKeyDown={onKeyDown}>
      <h1 class="unseen">{messages.tabs.formulas}</h1>
      <div class="bar">
        <label class="search">
          <span class="unseen">{text.search}</span>
          <input
            ref={field}
            type="search"
            value={query}
            onInput={event => setQuery(event.currentTarget.value)}
            placeholder={text.search}
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
          />
        </label>
        <div class="under-search">
          <p class="count" role="status">
            {filter.by === 'question'
              ? text.countQuestions(groups.length, asked)
              : text.count(found.length, asked)}
          </p>
          {(found.length > 0 || filters > 0) && (
            <button
              class="toggle"
              type="button"
              aria-expanded={isFiltering}
              aria-controls="filters"
              onClick={() => setFiltering(!isFiltering)}
            >
              {filters === 0 ? text.filter : text.filtered(filters)}
              <Icon name="chevron" />
            </button>
          )}
        </div>
      </div>
      {isFiltering && <Filters cards={cards} filter={filter} onFilter={setFilter} />}
      {asked === '' && filters === 0 && <Invitation onSetUp={onSetUp} />}
      <div class="groups" ref={list}>
        {groups.length === 0 && (
          <div class="nothing">
            <p>{asked === '' ? text.noneFiltered : text.none}</p>
            <button class="second" type="button" onClick={clear}>
              {text.showAll}
            </button>
          </div>
        )}
        {groups.map(([heading, members]) => (
          <section key={heading}>
            <h2>{heading}</h2>
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
      </div>
    </div>
  )
}

type Group = readonly [string, readonly Card[]]

/** Categories in the order in which their first card comes, so that the best find stands on top. */
const byCategory = (cards: readonly Card[]) => grouped(cards, card => [card.category])

/** A card's questions stand among the words that people search by; several formulas may answer one. */
const byQuestion = (cards: readonly Card[]) =>
  grouped(cards, card => card.keywords.filter(word => word.endsWith('?')))

function grouped(cards: readonly Card[], headingsOf: (card: Card) => readonly string[]): readonly Group[] {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    for (const heading of headingsOf(card)) {
      const members = groups.get(heading)
      if (members === undefined) groups.set(heading, [card])
      else members.push(card)
    }
  }
  return [...groups]
}
