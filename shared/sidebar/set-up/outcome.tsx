import { useLayoutEffect, useRef } from 'preact/hooks'
import { addressText } from '../../workbook/area'
import type { Ask, Made, Questions } from '../../workbook/questions'
import { messages } from '../messages'
import { GoThere } from '../parts/go-there'
import { UndoButton } from '../parts/undo'

const text = messages.setUp

interface OutcomeProps {
  readonly ask: Ask
  readonly done: ReturnType<Questions['setUp']>
  readonly onUndone: () => void
  readonly onAgain: () => void
  readonly onDefinitions: () => void
}

/** What was made, with the way to each of it, and the next step; or why nothing was. */
export function Outcome({ ask, done, onUndone, onAgain, onDefinitions }: OutcomeProps) {
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone.
  useLayoutEffect(() => said.current?.focus(), [])
  if (done.outcome !== 'done') {
    return (
      <div class="trouble">
        <p class="refused" role="alert">
          {done.outcome === 'refused' ? done.reason : messages.doneConflict(addressText(done.found.area))}
        </p>
        <button class="second" type="button" onClick={onAgain}>
          {messages.lookAgain}
        </button>
      </div>
    )
  }
  return (
    <section class="group made">
      <p class="saved" role="status" ref={said} tabIndex={-1}>
        {text.done}
      </p>
      <ul class="places">
        {done.made.map(made => (
          <li key={JSON.stringify(made)}>
            {words(made)}
            <GoThere ask={ask} area={made.area} />
          </li>
        ))}
      </ul>
      <p>{text.next}</p>
      <div class="buttons">
        <button class="first" type="button" onClick={onDefinitions}>
          {text.nextGo}
        </button>
      </div>
      <UndoButton ask={ask} undo={done.undo} onUndone={onUndone} />
      <button class="link" type="button" onClick={onAgain}>
        {text.runAgain}
      </button>
    </section>
  )
}

function words(made: Made): string {
  if (made.made === 'header') return text.made.header(made.from, made.to)
  if (made.made !== 'name') return text.made[made.made]
  return made.before === undefined
    ? text.made.name(made.name)
    : text.made.moved(made.name, addressText(made.before))
}
