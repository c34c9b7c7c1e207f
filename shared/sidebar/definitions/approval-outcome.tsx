import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Definitions, Saved, Seen } from '../../workbook/questions'
import { messages } from '../messages'
import { Page } from '../parts/page'
import { titleOf } from './draft'

const text = messages.approve

/** In the place of the form that led to it. */
export function SavedPage({ version, onBack }: { version: number; onBack: () => void }) {
  return (
    <Page title={text.title} back={messages.term.back} onBack={onBack}>
      <p class="saved" role="status">
        {text.saved(version)}
      </p>
      <p>{text.savedNext}</p>
      <div class="buttons">
        <button class="first" type="button" onClick={onBack}>
          {text.savedBack}
        </button>
      </div>
    </Page>
  )
}

interface OutcomeProps {
  readonly saved: Saved | undefined
  /** The very changes stand already: an approval whose answer was lost. */
  readonly isMine: boolean
  readonly definitions: Definitions
  readonly onTheirs: (version: number) => void
  readonly onTop: (seen: Seen) => void
  readonly onMine: () => void
}

/** How an approval ended that has not led to a new version, and the ways on. */
export function Outcome({ saved, isMine, definitions, onTheirs, onTop, onMine }: OutcomeProps) {
  if (isMine) {
    return (
      <div class="conflict" role="alert">
        <p>{text.mine}</p>
        <button class="first" type="button" onClick={onMine}>
          {text.savedBack}
        </button>
      </div>
    )
  }
  if (saved?.outcome === 'refused') {
    return (
      <p class="refused" role="alert">
        {saved.reason} {text.refusedNext}
      </p>
    )
  }
  if (saved?.outcome !== 'conflict') return null
  const { by, now, terms } = saved
  const sentence = text.conflict(
    by,
    now.version,
    terms.map(id => titleOf(definitions, id)),
  )
  return <Conflict sentence={sentence} onTheirs={() => onTheirs(now.version)} onTop={() => onTop(now)} />
}

interface ConflictProps {
  readonly sentence: string
  readonly onTheirs: () => void
  readonly onTop: () => void
}

/** Somebody was quicker: nothing is lost, and both ways on are open. */
function Conflict({ sentence, onTheirs, onTop }: ConflictProps) {
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div class="conflict" role="alert" ref={place} tabIndex={-1}>
      <p>{sentence}</p>
      <div class="buttons">
        <button class="second" type="button" onClick={onTheirs}>
          {text.theirs}
        </button>
        <button class="first" type="button" onClick={onTop}>
          {text.onTop}
        </button>
      </div>
    </div>
  )
}
