import { useState } from 'preact/hooks'
import { isCellError } from '../../values'
import { addressText } from '../../workbook/area'
import type { Ask, BroughtBack, NumberVerified, Value, Verified } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { formatFor } from '../parts/format'
import { GoThere } from '../parts/go-there'
import { useLocale } from '../parts/locale'
import { Progress, Trouble } from '../parts/progress'

const text = messages.handOver
const shownFirst = 5

/** A workbook that was handed over, and came back: what was changed since, and the way back to its formulas. */
export function Returned({ ask, onChanged }: { ask: Ask; onChanged: () => void }) {
  const verifying = useAct(ask, 'verify')
  const bringing = useAct(ask, 'bringBack')
  const isBusy = verifying.waiting || bringing.waiting

  function verify() {
    if (isBusy) return
    bringing.forget()
    void verifying.act({})
  }

  async function bringBack() {
    if (isBusy) return
    verifying.forget()
    const done = await bringing.act({})
    if (done?.outcome === 'done') onChanged()
  }

  const verified = verifying.waiting || verifying.trouble ? undefined : verifying.answer
  const back = bringing.waiting || bringing.trouble ? undefined : bringing.answer
  return (
    <section class="group returned">
      <h2>{text.returned}</h2>
      <p class="quiet">{text.returnedAbout}</p>
      <div class="buttons">
        <button class="second" type="button" aria-disabled={isBusy} onClick={verify}>
          {text.verify}
        </button>
        <button class="second" type="button" aria-disabled={isBusy} onClick={bringBack}>
          {text.bringBack}
        </button>
      </div>
      <Progress what={text.verifying} waiting={verifying.waiting} onAgain={verify} />
      <Trouble trouble={verifying.trouble} />
      {verified && <Compared ask={ask} verified={verified} />}
      <Progress what={text.bringing} waiting={bringing.waiting} />
      <Trouble trouble={bringing.trouble} />
      {back && <Back ask={ask} back={back} />}
    </section>
  )
}

function Compared({ ask, verified: { sealed, made, numbers } }: { ask: Ask; verified: Verified }) {
  const [shown, setShown] = useState(shownFirst)
  const changed = numbers.filter(({ changes }) => changes.length > 0)
  const rest = changed.length - shown
  return (
    <>
      {!sealed && (
        <p class="refused" role="alert">
          {text.unsealed}
        </p>
      )}
      <p role="status" class={changed.length === 0 && sealed ? 'saved' : ''}>
        {changed.length === 0 ? text.same(numbers.length, made) : text.differ(changed.length, numbers.length)}
      </p>
      <ul class="places">
        {changed.slice(0, shown).map(one => (
          <Changed key={addressText(one.area)} ask={ask} one={one} />
        ))}
      </ul>
      {rest > 0 && (
        <button class="link" type="button" onClick={() => setShown(shown + 50)}>
          {text.more(rest)}
        </button>
      )}
    </>
  )
}

function Changed({ ask, one }: { ask: Ask; one: NumberVerified }) {
  const { number } = formatFor(useLocale(ask))
  const written = (value: Value): string =>
    isCellError(value) ? value.error : 'number' in value ? number(value.number, 10) : value.text || text.blank
  const { area, metric, changes, inputs, was, is, recomputed } = one
  return (
    <li>
      <GoThere ask={ask} area={area} /> <code>{metric}</code>
      <p>{changes.map(change => text.changes[change]).join(', ')}</p>
      {inputs.length > 0 && (
        <p class="quiet">
          <code>{inputs.join(', ')}</code>
        </p>
      )}
      <p class="quiet">
        {text.wasIs(written(was), written(is))} {recomputed && text.recomputed(written(recomputed))}
      </p>
    </li>
  )
}

function Back({ ask, back }: { ask: Ask; back: BroughtBack }) {
  if (back.outcome !== 'done') {
    return (
      <p class="refused" role="alert">
        {back.outcome === 'refused' ? back.reason : messages.doneConflict(addressText(back.found.area))}
      </p>
    )
  }
  return (
    <>
      <p class="saved" role="status">
        {text.back(back.restored)}
      </p>
      {back.left.length > 0 && <p>{text.left}</p>}
      <ul class="places">
        {back.left.map(area => (
          <li key={addressText(area)}>
            <GoThere ask={ask} area={area} />
          </li>
        ))}
      </ul>
    </>
  )
}
