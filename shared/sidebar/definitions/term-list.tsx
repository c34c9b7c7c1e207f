import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Ask, Definitions, TermState } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'
import { GoThere } from '../parts/go-there'
import { walk } from '../parts/walk'
import type { Place } from './definitions'
import { type Drafts, searched, termsOf } from './draft'
import { Notices } from './notices'
import { Show, type Shown } from './show'
import { TermItem } from './term-item'

const text = messages.definitions

interface TermListProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly format: Format
  readonly drafts: Drafts
  /** Changes that were begun and left. */
  readonly begun: Drafts
  readonly onOpen: (place: Place) => void
  readonly onSetUp: () => void
  readonly onApproveAll: (terms: readonly TermState[]) => void
  readonly children: ComponentChildren
}

/** All terms by group, cut down by a word or by what has been agreed about them. */
export function TermList(props: TermListProps) {
  const { ask, definitions, format, drafts, begun, onOpen, onSetUp, onApproveAll, children } = props
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<Shown>('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const asked = query.trim()
  const passing = new Set(
    searched(
      termsOf(definitions).filter(term => shown === '' || term.status === shown),
      asked,
    ),
  )
  const groups = definitions.groups.flatMap(group => {
    const terms = group.terms.filter(term => passing.has(term))
    return terms.length === 0 ? [] : [{ ...group, terms }]
  })
  const found = groups.flatMap(({ terms }) => terms)
  const canSave = definitions.problem === undefined

  function markOf(id: string): string | undefined {
    if (drafts.has(id)) return messages.pending.pending
    return begun.has(id) ? messages.pending.begun : undefined
  }

  function clear() {
    setQuery('')
    setShown('')
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (walk(event, field.current, list.current) || event.key !== 'Escape') return
    const isItem = document.activeElement?.classList.contains('item')
    if (!isItem && (document.activeElement !== field.current || query === '')) return
    setQuery('')
    field.current?.focus()
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the items within
    <div class="terms" ref={list} onKeyDown={onKeyDown}>
      <div class="bar">
        <h1>
          {text.title} <span class="quiet">{text.version(definitions.version)}</span>
        </h1>
        <div class="search two">
          <input
            ref={field}
            type="search"
            value={query}
            onInput={event => setQuery(event.currentTarget.value)}
            aria-label={text.search}
            placeholder={text.search}
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
          />
          <Show definitions={definitions} shown={shown} onShow={setShown} />
        </div>
        <p class="count" role="status">
          {text.count(found.length, asked)}
        </p>
      </div>
      {children}
      <Notices definitions={definitions} onSetUp={onSetUp} ask={ask} />
      <nav class="ways" aria-label={text.more}>
        <button class="link" type="button" id="open-locks" onClick={() => onOpen({ page: 'locks' })}>
          {text.locks}
        </button>
        <button class="link" type="button" id="open-versions" onClick={() => onOpen({ page: 'versions' })}>
          {text.versions}
        </button>
        {definitions.area && <GoThere ask={ask} area={definitions.area} label={text.goThere} />}
      </nav>
      {found.length === 0 && (
        <div class="nothing">
          <p>{text.none}</p>
          <button class="second" type="button" onClick={clear}>
            {text.showNone}
          </button>
        </div>
      )}
      {shown === 'unratified' && found.length > 0 && canSave && (
        <div class="approve-all">
          <button class="second" type="button" id="approve-all" onClick={() => onApproveAll(found)}>
            {text.approveAll(found.length)}
          </button>
        </div>
      )}
      {groups.map(({ id, title, terms }) => (
        <section key={id} class="term-group">
          <h2>{title}</h2>
          <ul class="items">
            {terms.map(term => (
              <TermItem
                key={term.id}
                term={term}
                format={format}
                mark={markOf(term.id)}
                onOpen={() => onOpen({ page: 'term', id: term.id })}
              />
            ))}
            {asked === '' &&
              shown === '' &&
              canSave &&
              definitions.families
                ?.filter(family => family.group === id)
                .map(family => (
                  <li key={family.prefix}>
                    <button
                      class="item add"
                      type="button"
                      id={`add-${family.prefix}`}
                      onClick={() => onOpen({ page: 'new', family })}
                    >
                      + {text.add(family.title)}
                    </button>
                  </li>
                ))}
          </ul>
        </section>
      ))}
      <p class="quiet honest">{text.honest}</p>
      {drafts.size > 0 && (
        <section class="tray" aria-label={messages.pending.title(drafts.size)}>
          <p role="status">{messages.pending.title(drafts.size)}</p>
          <button class="first" type="button" id="review" onClick={() => onOpen({ page: 'approval' })}>
            {messages.pending.review}
          </button>
        </section>
      )}
    </div>
  )
}
