import type { TermState } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'

const text = messages.term

interface HistoryProps {
  readonly term: TermState
  readonly format: Format
  readonly onRestore: (version: number, value: string) => void
}

/** Every value that the term has had, latest first; an old one can be put into the form again. */
export function History({ term, format, onRestore }: HistoryProps) {
  if (term.history.length === 0) return <p class="quiet">{text.noHistory}</p>
  return (
    <ol class="timeline">
      {term.history.map(entry => (
        <li key={entry.version} class={entry.superseded ? 'superseded' : ''}>
          <p>
            <strong>{text.entry(entry.version)}</strong>{' '}
            <span class="quiet">
              {text.from_(format.day(entry.effectiveFrom))}
              {entry.superseded && `, ${text.superseded}`}
            </span>
          </p>
          <p>{entry.words}</p>
          <p class="quiet">
            {text.by(entry.changedBy, format.moment(entry.recordedAt))}: “{entry.reason}”
          </p>
          {entry.value !== term.value && (
            <button class="link" type="button" onClick={() => onRestore(entry.version, entry.value)}>
              {text.restore}
              <span class="unseen"> {text.restoreOf(entry.version)}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}
