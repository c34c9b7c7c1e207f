import { messages } from '../messages'

export type Status = 'unratified' | 'approved' | 'locked'

/** What has been agreed about a term; said in a word, so that colour is not all there is. */
export function StatusChip({ status }: { status: Status }) {
  return <span class={`chip ${status}`}>{messages.status[status]}</span>
}
