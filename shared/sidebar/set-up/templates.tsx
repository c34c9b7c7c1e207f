import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addressText } from '../../workbook/area'
import type { Ask, Questions, Survey, TemplateCard } from '../../workbook/questions'
import { messages } from '../messages'
import { type Act, useAct, useAnswer } from '../parts/asking'
import { GoThere } from '../parts/go-there'
import { Progress, Trouble } from '../parts/progress'
import { UndoButton } from '../parts/undo'

const text = messages.setUp.templates

interface TemplatesProps {
  readonly ask: Ask
  readonly survey: Survey
  /** After a template was built, or taken back. */
  readonly onChanged: () => void
}

/** Pages that are made for somebody, to be built into this workbook. */
export function Templates({ ask, survey, onChanged }: TemplatesProps) {
  const isEmpty = survey.tables.length === 0
  const [isOpen, setOpen] = useState(isEmpty)
  const offered = useAnswer(ask, 'templates', isOpen ? {} : undefined)
  const building = useAct(ask, 'buildTemplate')
  const title = useRef<HTMLElement>(null)
  const isUnnamed = survey.tables.some(({ table, naming }) => table !== undefined && naming !== 'named')

  async function build(name: string) {
    if (building.waiting) return
    const done = await building.act({ name })
    if (done?.outcome === 'done') onChanged()
  }

  function showOffers() {
    // The button that was pressed goes.
    title.current?.focus()
    building.forget()
  }

  return (
    <details class="group" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary ref={title}>{text.title}</summary>
      <p class="quiet">{text.about}</p>
      {isUnnamed && <p class="warned">{text.nameFirst}</p>}
      <Progress what={text.reading} waiting={isOpen && offered.waiting} onAgain={offered.again} />
      <Trouble trouble={offered.trouble} onAgain={offered.again} />
      <Progress what={text.building} waiting={building.waiting} />
      <Trouble trouble={building.trouble} />
      {building.answer && !building.waiting && (
        <Built ask={ask} done={building.answer} onUndone={onChanged} onAgain={showOffers} />
      )}
      {building.answer?.outcome !== 'done' && (
        <Offers offered={offered.answer ?? []} building={building} onBuild={build} />
      )}
    </details>
  )
}

interface OffersProps {
  readonly offered: readonly TemplateCard[]
  readonly building: Act<'buildTemplate'>
  readonly onBuild: (name: string) => void
}

function Offers({ offered, building, onBuild }: OffersProps) {
  return (
    <ul class="templates">
      {offered.map(({ name, title, forWhom, shows, sheets }) => (
        <li key={name} class="box">
          <h2 class="title">{title}</h2>
          <p class="quiet">{forWhom}</p>
          <p>{shows}</p>
          <p class="quiet">{text.sheets(sheets)}</p>
          <button
            class="second"
            type="button"
            aria-label={text.buildOne(title)}
            aria-disabled={building.waiting}
            onClick={() => onBuild(name)}
          >
            {text.build}
          </button>
        </li>
      ))}
    </ul>
  )
}

interface BuiltProps {
  readonly ask: Ask
  readonly done: ReturnType<Questions['buildTemplate']>
  readonly onUndone: () => void
  readonly onAgain: () => void
}

/** The way to what was built, and what it goes by; or why nothing was. */
function Built({ ask, done, onUndone, onAgain }: BuiltProps) {
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone.
  useLayoutEffect(() => said.current?.focus(), [])
  if (done.outcome !== 'done') {
    return (
      <p class="refused" role="alert">
        {done.outcome === 'refused' ? done.reason : messages.doneConflict(addressText(done.found.area))}
      </p>
    )
  }
  const { sheets, uses, sample } = done
  return (
    <div class="made">
      <p class="saved" role="status" ref={said} tabIndex={-1}>
        {text.built}
      </p>
      <ul class="places">
        {sheets.map(area => (
          <li key={area.sheet}>
            <GoThere ask={ask} area={area} label={area.sheet} />
          </li>
        ))}
      </ul>
      {uses.length > 0 && <p>{text.uses(uses)}</p>}
      {sample.length > 0 && <p class="warned">{text.sample(sample)}</p>}
      <UndoButton ask={ask} undo={done.undo} onUndone={onUndone} />
      <button class="link" type="button" onClick={onAgain}>
        {text.again}
      </button>
    </div>
  )
}
