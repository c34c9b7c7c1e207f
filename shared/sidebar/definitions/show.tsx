import { useId } from 'preact/hooks'
import type { Definitions } from '../../workbook/questions'
import { messages } from '../messages'
import type { Status } from '../parts/chip'
import { termsOf } from './draft'

const text = messages.definitions

/** What has been agreed about the terms to show; `''` for all. */
export type Shown = Status | ''

interface ShowProps {
  readonly definitions: Definitions
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

export function Show({ definitions, shown, onShow }: ShowProps) {
  const id = useId()
  const count = (status: Status) => termsOf(definitions).filter(term => term.status === status).length
  return (
    <>
      <label class="unseen" for={id}>
        {text.show}
      </label>
      <select id={id} value={shown} onChange={event => onShow(event.currentTarget.value as Shown)}>
        <option value="">{text.showAll}</option>
        {(['unratified', 'approved', 'locked'] as const).map(status => (
          <option key={status} value={status}>
            {text.counted(messages.status[status], count(status))}
          </option>
        ))}
      </select>
    </>
  )
}
