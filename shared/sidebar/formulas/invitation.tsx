import { useState } from 'preact/hooks'
import { messages } from '../messages'
import { recall, remember } from '../parts/remembered'

const text = messages.formulas

/** Whoever opens the sidebar for the first time learns what comes first; it can be sent away for good. */
export function Invitation({ onSetUp }: { onSetUp: () => void }) {
  const [isShown, setShown] = useState(() => recall('invited') === '')
  if (!isShown) return null

  function dismiss() {
    remember('invited', 'yes')
    setShown(false)
  }

  return (
    <section class="invitation" aria-label={text.invitation}>
      <p>{text.invitation}</p>
      <div class="buttons">
        <button class="second" type="button" onClick={onSetUp}>
          {text.invite}
        </button>
        <button class="link" type="button" onClick={dismiss}>
          {text.dismiss}
        </button>
      </div>
    </section>
  )
}
