import { useEffect, useState } from 'preact/hooks'
import type { CellError } from '../../values'
import { messages } from '../messages'

/** After this long a wait shows that something moves, and after this long that it may move no more. */
const slow = 1_000
const silent = 20_000

interface ProgressProps {
  readonly what: string
  readonly waiting: boolean
  readonly onAgain?: () => void
}

/** Says what is being waited for. It is always in the document, so that a change of it is read out. */
export function Progress({ what, waiting, onAgain }: ProgressProps) {
  const waited = useWaited(waiting)
  return (
    <div class="progress">
      <p role="status">
        {waiting && `${what} …`}
        {waiting && waited >= silent && ` ${messages.silent}`}
      </p>
      {waiting && waited >= slow && <progress aria-label={what} />}
      {waiting && waited >= silent && onAgain && (
        <button class="second" type="button" onClick={onAgain}>
          {messages.askAgain}
        </button>
      )}
    </div>
  )
}

function useWaited(waiting: boolean): number {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    setWaited(0)
    if (!waiting) return
    const timers = [slow, silent].map(after => setTimeout(() => setWaited(after), after))
    return () => timers.forEach(clearTimeout)
  }, [waiting])
  return waited
}

/** Why there is no answer, and the way to ask again. */
export function Trouble({ trouble, onAgain }: { trouble: CellError | undefined; onAgain?: () => void }) {
  if (trouble === undefined) return null
  return (
    <div class="trouble">
      <p class="refused" role="alert">
        {trouble.reason}
      </p>
      {onAgain && (
        <button class="second" type="button" onClick={onAgain}>
          {messages.tryAgain}
        </button>
      )}
    </div>
  )
}
