import type { Area } from '../../workbook/area'
import { addressText } from '../../workbook/area'
import type { Ask } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from './asking'
import { Trouble } from './progress'

/** An address that can be pressed: the spreadsheet then shows and selects it. */
export function GoThere({ ask, area, label }: { ask: Ask; area: Area; label?: string }) {
  const showing = useAct(ask, 'show')
  const address = addressText(area)
  return (
    <>
      <button
        class="link"
        type="button"
        aria-disabled={showing.waiting}
        onClick={() => showing.waiting || void showing.act({ area })}
      >
        {label ?? <code>{address}</code>}
        <span class="unseen">{label ? ` (${address})` : messages.goThere}</span>
      </button>
      <Trouble trouble={showing.trouble} />
    </>
  )
}
