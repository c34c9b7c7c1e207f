import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Ask, TermFamily, TermState } from '../../workbook/questions'
import { messages } from '../messages'
import { useAnswer } from '../parts/asking'
import { english, formatFor } from '../parts/format'
import { Progress, Trouble } from '../parts/progress'
import { Approval } from './approval'
import { type Draft, type Drafts, draftOf, newTerm, termsOf, withDraft, withoutDraft } from './draft'
import { Locks } from './locks'
import { TermList } from './term-list'
import { TermPage } from './term-page'
import { Versions } from './versions'

const text = messages.definitions

interface DefinitionsProps {
  readonly ask: Ask
  /** Grows when the workbook was changed from another view. */
  readonly round: number
  readonly isOpen: boolean
  readonly onSetUp: () => void
}

/** Which page is in front of the list. */
export type Place =
  | { readonly page: 'term'; readonly id: string }
  | { readonly page: 'new'; readonly family: TermFamily }
  | { readonly page: 'approval' | 'locks' }
  | { readonly page: 'versions'; readonly from?: number; readonly to?: number; readonly behind?: Place }

/** What the team's words mean: looked up, changed, approved, locked. */
export function Definitions({ ask, round, isOpen, onSetUp }: DefinitionsProps) {
  const reading = useAnswer(ask, 'definitions', {})
  const [place, setPlace] = useState<Place>()
  const [drafts, setDrafts] = useState<Drafts>(new Map())
  // Changes that were begun and left: they are there again when their term is opened again.
  const [begun, setBegun] = useState<Drafts>(new Map())
  const openedFrom = useRef('')
  const seenRound = useRef(round)
  const definitions = reading.answer
  const format = useMemo(() => formatFor(definitions?.locale ?? english), [definitions])

  // What was changed elsewhere is read when somebody looks.
  useEffect(() => {
    if (!isOpen || seenRound.current === round) return
    seenRound.current = round
    reading.again()
  }, [isOpen, round, reading.again])

  function open(next: Place | undefined) {
    if (next && !place) openedFrom.current = document.activeElement?.id ?? ''
    setPlace(next)
  }

  useLayoutEffect(() => {
    if (place === undefined && openedFrom.current) document.getElementById(openedFrom.current)?.focus()
  }, [place])

  if (!definitions) {
    return (
      <div class="view">
        <div class="page">
          <h1>{text.title}</h1>
          <Progress what={text.reading} waiting={reading.waiting} onAgain={reading.again} />
          <Trouble trouble={reading.trouble} onAgain={reading.again} />
        </div>
      </div>
    )
  }

  const back = () => open(undefined)
  const known = { ask, definitions, format }
  const keep = (draft: Draft) => {
    setDrafts(before => withDraft(before, draft))
    setBegun(before => withoutDraft(before, draft.term))
  }
  const drop = (term: string) => setDrafts(before => withoutDraft(before, term))
  const page = (() => {
    switch (place?.page) {
      case 'term':
      case 'new': {
        const term = place.page === 'new' ? newTerm(place.family) : termNamed(place.id)
        if (!term) return null
        return (
          <TermPage
            key={term.id}
            {...known}
            term={term}
            draft={drafts.get(term.id)}
            begun={begun.get(term.id)}
            onBack={unfinished => {
              setBegun(before => (unfinished ? withDraft(before, unfinished) : withoutDraft(before, term.id)))
              back()
            }}
            onKeep={draft => {
              keep(draft)
              back()
            }}
            onReview={draft => {
              keep(draft)
              open({ page: 'approval' })
            }}
            onDrop={() => {
              drop(term.id)
              setBegun(before => withoutDraft(before, term.id))
              back()
            }}
          />
        )
      }
      case 'approval':
        return (
          <Approval
            {...known}
            drafts={drafts}
            onDraft={keep}
            onDrop={drop}
            onBack={back}
            onEdit={id => open({ page: 'term', id })}
            onSaved={terms => {
              setDrafts(before => terms.reduce(withoutDraft, before))
              reading.again()
            }}
            onRead={reading.again}
            onTheirs={(from, to) => open({ page: 'versions', from, to, behind: { page: 'approval' } })}
          />
        )
      case 'locks':
        return <Locks {...known} onBack={back} onRead={reading.again} />
      case 'versions':
        return <Versions {...known} from={place.from} to={place.to} onBack={() => open(place.behind)} />
      default:
        return null
    }
  })()

  function termNamed(id: string): TermState | undefined {
    return termsOf(definitions as NonNullable<typeof definitions>).find(term => term.id === id)
  }

  return (
    <>
      <div hidden={page !== null}>
        <TermList
          {...known}
          drafts={drafts}
          begun={begun}
          onOpen={open}
          onSetUp={onSetUp}
          onApproveAll={terms => {
            const unchanged = terms.filter(({ id }) => !drafts.has(id))
            setDrafts(unchanged.reduce((all, term) => withDraft(all, draftOf(term, definitions)), drafts))
            open({ page: 'approval' })
          }}
        >
          <Progress what={text.reading} waiting={reading.waiting} onAgain={reading.again} />
          <Trouble trouble={reading.trouble} onAgain={reading.again} />
        </TermList>
      </div>
      {page}
    </>
  )
}
