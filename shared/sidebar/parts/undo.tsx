import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Undo } from '../../workbook/change'
import type { Ask } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from './asking'
import { Trouble } from './progress'

/** Takes a change back, once. */
export function UndoButton({ ask, undo, onUndone }: { ask: Ask; undo: Undo; onUndone?: () => void }) {
  const undoing = useAct(ask, 'undo')
  const outcome = undoing.answer?.outcome
  const isDone = outcome === 'done'
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    if (isDone) said.current?.focus()
  }, [isDone])

  async function takeBack() {
    if (undoing.waiting || isDone) return
    const done = await undoing.act({ undo })
    if (done?.outcome === 'done') onUndone?.()
  }

  return (
    <div class="undo">
      {!isDone && (
        <button class="second" type="button" aria-disabled={undoing.waiting} onClick={takeBack}>
          {messages.undo}
        </button>
      )}
      <p role="status" ref={said} tabIndex={-1}>
        {undoing.waiting && `${messages.undoing} …`}
        {isDone && messages.undone}
      </p>
      <Trouble trouble={undoing.trouble} />
      {(outcome === 'conflict' || outcome === 'refused') && (
        <p class="refused" role="alert">
          {undoing.answer?.outcome === 'refused' ? undoing.answer.reason : messages.undoConflict}
        </p>
      )}
    </div>
  )
}
