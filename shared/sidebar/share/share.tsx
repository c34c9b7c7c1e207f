import { messages } from '../messages'
import type { Workbook } from '../workbook'
import { Export } from './export'
import { HandOver } from './hand-over'
import { Import } from './import'
import { Returned } from './returned'

const text = messages.share

interface ShareProps extends Pick<Workbook, 'ask' | 'handOverCopy'> {
  readonly onChanged: () => void
}

/**
 * Definitions leave the workbook as a file or as words for a mail, and come in after a comparison; the workbook leaves
 * in built-in functions, and comes back.
 */
export function Share({ ask, handOverCopy, onChanged }: ShareProps) {
  return (
    <div class="view share">
      <div class="page">
        <h1>{text.title}</h1>
        <p class="about">{text.about}</p>
        <Export ask={ask} />
        <Import ask={ask} onChanged={onChanged} />
        <HandOver ask={ask} handOverCopy={handOverCopy} onChanged={onChanged} />
        <Returned ask={ask} onChanged={onChanged} />
      </div>
    </div>
  )
}
