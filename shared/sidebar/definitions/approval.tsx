import { useState } from 'preact/hooks'
import type { Ask, Definitions, Seen } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct, useAnswer } from '../parts/asking'
import { LinesField, TextField } from '../parts/field'
import type { Format } from '../parts/format'
import { Page } from '../parts/page'
import { Progress, Trouble } from '../parts/progress'
import { recall, remember } from '../parts/remembered'
import { Outcome, SavedPage } from './approval-outcome'
import { askedChange, type Draft, type Drafts, isSaved, lateBeginning, previewed, termsOf } from './draft'
import { Impact } from './impact'
import { PendingChange } from './pending-change'

const text = messages.approve

interface ApprovalProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly format: Format
  readonly drafts: Drafts
  readonly onDraft: (draft: Draft) => void
  readonly onDrop: (term: string) => void
  readonly onEdit: (term: string) => void
  readonly onBack: () => void
  readonly onSaved: (terms: readonly string[]) => void
  /** Reads the definitions again. */
  readonly onRead: () => void
  readonly onTheirs: (from: number, to: number) => void
}

/** All that is pending, with what it would change together, and the one button that makes it so. */
export function Approval(props: ApprovalProps) {
  const { ask, definitions, format, drafts, onBack } = props
  const approving = useAct(ask, 'approve')
  const [by, setBy] = useState(recall('name'))
  const [sharedReason, setSharedReason] = useState('')
  const [isTried, setTried] = useState(false)
  const all = [...drafts.values()]
  const withoutReason = all.filter(({ reason }) => reason.trim() === '')
  const changes = all.map(askedChange).map(change => ({
    ...change,
    reason: change.reason.trim() || sharedReason.trim(),
  }))
  const isDifferent = (draft: Draft) => valueNow(definitions, draft.term) !== draft.value
  const different = all.filter(isDifferent).map(previewed)
  const previewing = useAnswer(ask, 'preview', different.length === 0 ? undefined : { changes: different })
  const begins = lateBeginning(definitions, all)
  const saved = approving.answer
  const [seenVersion, setSeenVersion] = useState(definitions.version)
  const byFault = by.trim() === '' ? text.byFault : undefined
  const reasonFault =
    withoutReason.length > 0 && sharedReason.trim() === '' ? messages.term.reasonFault : undefined

  async function approve(seen: Seen) {
    setTried(true)
    if (approving.waiting || byFault || reasonFault || changes.length === 0) return
    remember('name', by.trim())
    setSeenVersion(seen.version)
    // Whatever becomes of this, the reason need not be typed again.
    for (const draft of withoutReason) props.onDraft({ ...draft, reason: sharedReason.trim() })
    const outcome = await approving.act({
      ...{ changes, by: by.trim() },
      seen: { version: seen.version, hash: seen.hash },
    })
    if (outcome?.outcome === 'saved') props.onSaved(changes.map(({ term }) => term))
    // What they saved is read at once, so that a look at it, or another try, goes by what stands now.
    if (outcome?.outcome === 'conflict') props.onRead()
  }

  if (saved?.outcome === 'saved') return <SavedPage key="saved" version={saved.version} onBack={onBack} />
  const isMine = changes.length > 0 && changes.every(change => isSaved(definitions, change))
  return (
    <Page title={text.title} back={messages.term.back} onBack={onBack}>
      {all.length === 0 && <p class="empty">{text.nothing}</p>}
      <ul class="pendings">
        {all.map(draft => (
          <PendingChange
            key={draft.term}
            {...{ definitions, draft, format }}
            preview={previewing.answer}
            onEdit={() => props.onEdit(draft.term)}
            onDrop={() => props.onDrop(draft.term)}
          />
        ))}
      </ul>
      {begins !== undefined && <p class="warned">{messages.term.begins(format.day(begins))}</p>}
      {different.length > 0 && (
        <section class="would">
          <h2>{messages.term.would}</h2>
          <Progress
            what={messages.preview.computing}
            waiting={previewing.waiting}
            onAgain={previewing.again}
          />
          <Trouble trouble={previewing.trouble} onAgain={previewing.again} />
          {previewing.answer && !previewing.trouble && (
            <Impact
              preview={previewing.answer}
              from={begins === undefined ? Math.min(...different.map(draft => draft.effectiveFrom)) : 0}
              format={format}
            />
          )}
        </section>
      )}
      {all.length > 0 && (
        <section class="form">
          {withoutReason.length > 0 && (
            <LinesField
              label={text.sharedReason(withoutReason.length)}
              value={sharedReason}
              onInput={setSharedReason}
              fault={isTried ? reasonFault : undefined}
            />
          )}
          <TextField
            label={text.by}
            value={by}
            onInput={setBy}
            hint={text.byHint}
            fault={isTried ? byFault : undefined}
            name="name"
          />
          {saved?.outcome !== 'conflict' && !isMine && (
            <div class="buttons">
              <button
                class="first"
                type="button"
                aria-disabled={approving.waiting}
                onClick={() => approve(definitions)}
              >
                {text.go(all.length)}
              </button>
            </div>
          )}
          <Progress
            what={text.saving}
            waiting={approving.waiting}
            onAgain={() => {
              approving.forget()
              props.onRead()
            }}
          />
          {!approving.waiting && (
            <Outcome
              {...{ saved, isMine, definitions }}
              onTheirs={now => props.onTheirs(seenVersion, now)}
              onTop={approve}
              onMine={() => {
                props.onSaved(changes.map(({ term }) => term))
                onBack()
              }}
            />
          )}
          <Trouble trouble={approving.trouble} />
        </section>
      )}
    </Page>
  )
}

function valueNow(definitions: Definitions, id: string): string | undefined {
  return termsOf(definitions).find(term => term.id === id)?.value
}
