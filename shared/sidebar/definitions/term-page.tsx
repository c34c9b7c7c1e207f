import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Ask, Definitions, TermState } from '../../workbook/questions'
import { messages } from '../messages'
import { StatusChip } from '../parts/chip'
import type { Format } from '../parts/format'
import { Page, Section } from '../parts/page'
import { ChangeForm } from './change-form'
import { type Draft, draftOf } from './draft'
import { History } from './history'

const text = messages.term

interface TermPageProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly term: TermState
  readonly draft: Draft | undefined
  /** A change that was begun and left. */
  readonly begun: Draft | undefined
  readonly format: Format
  /** With what was begun, if anything was. */
  readonly onBack: (begun: Draft | undefined) => void
  readonly onKeep: (draft: Draft) => void
  readonly onReview: (draft: Draft) => void
  readonly onDrop: () => void
}

/** A formula and a record have nothing yet that could be approved. */
function firstDraft(term: TermState, definitions: Definitions): Draft {
  const needsMore = term.id.endsWith('.') && ['formula', 'record'].includes(term.editor.type)
  return { ...draftOf(term, definitions), fault: needsMore ? messages.editor.textFault : undefined }
}

/** One term: what it decides, how it stands, how to change it, and how it came to be. */
export function TermPage(props: TermPageProps) {
  const { ask, definitions, term, format } = props
  const [before] = useState(() => props.draft ?? firstDraft(term, definitions))
  const [draft, setDraft] = useState(props.begun ?? before)
  // Drawn anew when a value comes from elsewhere than the form itself.
  const [formRound, setFormRound] = useState(0)
  const form = useRef<HTMLElement>(null)
  const isNew = term.id.endsWith('.')

  useLayoutEffect(() => {
    if (formRound > 0) form.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [formRound])

  function back() {
    const isBegun = !isNew && (draft.value !== before.value || draft.reason !== before.reason)
    props.onBack(isBegun ? draft : undefined)
  }

  function restore(version: number, value: string) {
    setDraft({ ...draft, value, fault: undefined, reason: draft.reason || text.restores(version) })
    setFormRound(formRound + 1)
  }

  return (
    <Page title={term.title} back={text.back} onBack={back} kind="term-page">
      <p class="name">
        <code>{isNew ? `${term.id}…` : term.id}</code> {!isNew && <StatusChip status={term.status} />}
      </p>
      {!isNew && (
        <p class="now">
          <span class="quiet">{text.now}: </span>
          <span class="now-words">{term.words}</span>
          <span class="quiet since">
            {term.effectiveFrom === undefined
              ? messages.definitions.builtIn
              : messages.definitions.since(term.version, format.day(term.effectiveFrom))}
          </span>
        </p>
      )}
      <Section title={text.decides}>
        <p>{term.about}</p>
        {term.governs.length > 0 && (
          <details>
            <summary>{text.governs(term.governs.length)}</summary>
            <p class="names">
              {term.governs.map(name => (
                <code key={name}>{name} </code>
              ))}
            </p>
          </details>
        )}
      </Section>
      <Section title={text.sources} shown={Boolean(term.sources)}>
        <p>{term.sources}</p>
      </Section>
      <section ref={form}>
        <h2 tabIndex={-1}>
          {isNew ? text.define : term.status === 'unratified' ? text.approve : text.change}
        </h2>
        <ChangeForm
          key={formRound}
          {...{ ask, definitions, term, draft, format }}
          isPending={props.draft !== undefined}
          onDraft={setDraft}
          onKeep={() => props.onKeep(draft)}
          onReview={() => props.onReview(draft)}
          onDrop={props.onDrop}
        />
      </section>
      {!isNew && (
        <Section title={text.history}>
          <History term={term} format={format} onRestore={restore} />
        </Section>
      )}
    </Page>
  )
}
