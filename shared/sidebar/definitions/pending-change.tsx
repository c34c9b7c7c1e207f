import type { Definitions, Preview } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'
import { type Draft, termsOf } from './draft'

const text = messages.approve

interface PendingChangeProps {
  readonly definitions: Definitions
  readonly draft: Draft
  readonly format: Format
  /** Says values in words, once it has been computed. */
  readonly preview: Preview | undefined
  readonly onEdit: () => void
  readonly onDrop: () => void
}

/** One change that waits for approval. */
export function PendingChange({ definitions, draft, format, preview, onEdit, onDrop }: PendingChangeProps) {
  const term = termsOf(definitions).find(({ id }) => id === draft.term)
  const said = preview?.changes.find(change => change.term === draft.term)
  const title = term?.title ?? draft.term
  const isSame = term?.value === draft.value
  return (
    <li class="box">
      <h2 class="title">{title}</h2>
      {isSame ? (
        <p>
          {term.words} <span class="quiet">({text.stands})</span>
        </p>
      ) : (
        <p class="from-to">
          {term && <del>{said?.before ?? term.words}</del>} <ins>{said?.after ?? draft.value}</ins>
        </p>
      )}
      <p class="quiet">
        {text.from(format.day(draft.effectiveFrom))}
        {draft.reason.trim() !== '' && `: “${draft.reason.trim()}”`}
      </p>
      <div class="buttons">
        {term && (
          <button class="link" type="button" onClick={onEdit}>
            {text.edit}
            <span class="unseen"> {title}</span>
          </button>
        )}
        <button class="link" type="button" onClick={onDrop}>
          {text.drop}
          <span class="unseen"> {title}</span>
        </button>
      </div>
    </li>
  )
}
