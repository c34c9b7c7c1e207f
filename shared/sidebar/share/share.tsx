import type { Ask } from '../../workbook/questions'
import { messages } from '../messages'
import { Export } from './export'
import { Import } from './import'

const text = messages.share

/** Definitions leave the workbook as a file or as words for a mail, and come in after a comparison. */
export function Share({ ask, onChanged }: { ask: Ask; onChanged: () => void }) {
  return (
    <div class="view share">
      <div class="page">
        <h1>{text.title}</h1>
        <p class="about">{text.about}</p>
        <Export ask={ask} />
        <Import ask={ask} onChanged={onChanged} />
      </div>
    </div>
  )
}
