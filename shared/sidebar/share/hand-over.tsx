import { useId, useState } from 'preact/hooks'
import type { Area } from '../../workbook/area'
import { addressText } from '../../workbook/area'
import type { Ask, AskedHandOver, HandedOver, HandOverPlan } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { GoThere } from '../parts/go-there'
import { Progress, Trouble } from '../parts/progress'
import { UndoButton } from '../parts/undo'
import type { Workbook } from '../workbook'

const text = messages.handOver

interface HandOverProps extends Pick<Workbook, 'ask' | 'handOverCopy'> {
  readonly onChanged: () => void
}

/** A workbook leaves in built-in functions, or in values, after a look at what becomes of its numbers. */
export function HandOver({ ask, handOverCopy, onChanged }: HandOverProps) {
  const planning = useAct(ask, 'handOverPlan')
  // Where the host makes the copy itself, that is whom is asked.
  const asked: Ask = handOverCopy ? (_, given) => handOverCopy(given as AskedHandOver) as never : ask
  const handing = useAct(useState(() => asked)[0], 'handOver')
  const [form, setForm] = useState<AskedHandOver['form']>('formulas')
  const isBusy = planning.waiting || handing.waiting

  function choose(chosen: AskedHandOver['form']) {
    setForm(chosen)
    planning.forget()
    handing.forget()
  }

  function look() {
    if (isBusy) return
    handing.forget()
    void planning.act({ form })
  }

  async function handOver() {
    if (isBusy) return
    const done = await handing.act({ form })
    if (done?.outcome === 'done') onChanged()
  }

  const plan = planning.waiting ? undefined : planning.answer
  const done = handing.waiting ? undefined : handing.answer
  return (
    <section class="group hand-over">
      <h2>{text.title}</h2>
      <p class="quiet">{text.about}</p>
      <p>{handOverCopy ? text.copyMade : text.copyFirst}</p>
      <Forms form={form} onForm={choose} />
      <div class="buttons">
        <button class="second" type="button" aria-disabled={isBusy} onClick={look}>
          {text.look}
        </button>
      </div>
      <Progress what={text.looking} waiting={planning.waiting} onAgain={look} />
      <Trouble trouble={planning.trouble} />
      {plan && done?.outcome !== 'done' && <Planned ask={ask} plan={plan} />}
      {plan && plan.numbers > 0 && done?.outcome !== 'done' && (
        <div class="buttons">
          <button class="first" type="button" aria-disabled={isBusy} onClick={handOver}>
            {handOverCopy ? text.goCopy : text.go}
          </button>
        </div>
      )}
      <Progress what={text.going} waiting={handing.waiting} />
      <Trouble trouble={handing.trouble} />
      {done && <Outcome {...{ ask, done, onUndone: onChanged }} isCopy={handOverCopy !== undefined} />}
    </section>
  )
}

interface FormsProps {
  readonly form: AskedHandOver['form']
  readonly onForm: (form: AskedHandOver['form']) => void
}

function Forms({ form, onForm }: FormsProps) {
  const name = useId()
  return (
    <fieldset class="radios">
      <legend class="unseen">{text.form}</legend>
      {(['formulas', 'values'] as const).map(one => (
        <label class="tick" key={one}>
          <input type="radio" name={name} value={one} checked={one === form} onChange={() => onForm(one)} />
          {text[one]}
        </label>
      ))}
    </fieldset>
  )
}

function Planned({ ask, plan }: { ask: Ask; plan: HandOverPlan }) {
  const { numbers, native, values, kept, differing } = plan
  if (numbers === 0 && kept.length === 0) return <p role="status">{text.nothing}</p>
  return (
    <div class="planned">
      <p role="status">{text.planned(numbers, native)}</p>
      <ul class="places">
        {values.map(({ reason, count, first }) => (
          <Place key={reason} ask={ask} area={first} words={text.because(count, reason)} />
        ))}
        {kept.map(({ cell, reason }) => (
          <Place key={addressText(cell)} ask={ask} area={cell} words={text.kept(reason)} />
        ))}
        {differing.first && (
          <Place ask={ask} area={differing.first} words={text.differing(differing.count)} />
        )}
      </ul>
    </div>
  )
}

function Place({ ask, area, words }: { ask: Ask; area: Area; words: string }) {
  return (
    <li>
      {words} <GoThere ask={ask} area={area} />
    </li>
  )
}

interface OutcomeProps {
  readonly ask: Ask
  readonly done: HandedOver
  readonly onUndone: () => void
  readonly isCopy: boolean
}

function Outcome({ ask, done, onUndone, isCopy }: OutcomeProps) {
  if (done.outcome !== 'done') {
    return (
      <p class="refused" role="alert">
        {done.outcome === 'refused' ? done.reason : messages.doneConflict(addressText(done.found.area))}
      </p>
    )
  }
  return (
    <>
      <p class="saved" role="status">
        {text.done(done.numbers)}
      </p>
      {isCopy && <p>{text.doneCopy}</p>}
      {!isCopy && <UndoButton ask={ask} undo={done.undo} onUndone={onUndone} />}
    </>
  )
}
