import type { TermState } from '../../workbook/questions'
import { messages } from '../messages'
import { StatusChip } from '../parts/chip'
import type { Format } from '../parts/format'

const text = messages.definitions

interface TermItemProps {
  readonly term: TermState
  readonly format: Format
  /** Of a change that is pending or begun. */
  readonly mark: string | undefined
  readonly onOpen: () => void
}

/** A term in the list: its value in words, what has been agreed, and since when. */
export function TermItem({ term, format, mark, onOpen }: TermItemProps) {
  const { id, title, words, status, version, effectiveFrom } = term
  const since = effectiveFrom === undefined ? text.builtIn : text.since(version, format.day(effectiveFrom))
  return (
    <li>
      <button class="item term" type="button" id={`term-${id}`} onClick={onOpen}>
        <span class="item-title">{title}</span>
        <StatusChip status={status} />
        <span class="words">{words}</span>
        <span class="quiet since">
          {since}
          {mark && <strong> · {mark}</strong>}
        </span>
      </button>
    </li>
  )
}
