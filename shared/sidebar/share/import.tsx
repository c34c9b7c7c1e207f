import { useId, useState } from 'preact/hooks'
import type { Ask, SetComparison } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { Differences } from '../parts/differences'
import { LinesField } from '../parts/field'
import { Progress, Trouble } from '../parts/progress'

const text = messages.share
/** A set has some hundred terms; what is larger is another file. */
const mostLetters = 2_000_000

/** First what differs, then, if that is wanted, theirs as a new version of ours. */
export function Import({ ask, onChanged }: { ask: Ask; onChanged: () => void }) {
  const comparing = useAct(ask, 'compareSet')
  const [pasted, setPasted] = useState('')
  const [fault, setFault] = useState<string>()
  const id = useId()

  function put(next: string) {
    setPasted(next)
    setFault(undefined)
    comparing.forget()
  }

  async function read(file: File | undefined) {
    if (file === undefined) return
    if (file.size > mostLetters) return setFault(text.tooLarge)
    try {
      const content = await file.text()
      put(content)
      await comparing.act({ text: content })
    } catch {
      setFault(text.unreadable)
    }
    return undefined
  }

  function compare() {
    if (comparing.waiting) return
    if (pasted.trim() === '') setFault(text.pasteFault)
    else void comparing.act({ text: pasted })
  }

  const comparison = comparing.waiting || comparing.trouble ? undefined : comparing.answer
  return (
    <section class="group">
      <h2>{text.import}</h2>
      <div class="field">
        <label for={id}>{text.choose}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json,text/plain"
          onChange={event => void read(event.currentTarget.files?.[0])}
        />
      </div>
      <LinesField
        label={text.paste}
        value={pasted}
        onInput={put}
        fault={fault}
        rows={3}
        most={mostLetters}
        code
      />
      <div class="buttons">
        <button class="second" type="button" aria-disabled={comparing.waiting} onClick={compare}>
          {text.compare}
        </button>
      </div>
      <Progress what={text.comparing} waiting={comparing.waiting} onAgain={compare} />
      <Trouble trouble={comparing.trouble} />
      {comparison && (
        <Compared
          key={JSON.stringify(comparison.ours)}
          {...{ ask, comparison, pasted, onChanged }}
          onAgain={compare}
        />
      )}
    </section>
  )
}

interface ComparedProps {
  readonly ask: Ask
  readonly comparison: SetComparison
  readonly pasted: string
  readonly onChanged: () => void
  readonly onAgain: () => void
}

function Compared({ ask, comparison, pasted, onChanged, onAgain }: ComparedProps) {
  const importing = useAct(ask, 'importSet')
  const { name, differing, refusal, ours } = comparison
  const saved = importing.waiting ? undefined : importing.answer

  async function take() {
    if (importing.waiting) return
    const outcome = await importing.act({ text: pasted, seen: ours })
    if (outcome?.outcome === 'saved') onChanged()
  }

  return (
    <div class="compared">
      <p role="status" class={differing.length === 0 ? 'saved' : ''}>
        {differing.length === 0 ? text.match(name) : text.differs(name, differing.length)}
      </p>
      <Differences differences={differing} before={text.ours} after={text.theirs} />
      {refusal && (
        <p class="warned">
          {text.refused} {refusal.reason}
        </p>
      )}
      {differing.length > 0 && !refusal && saved?.outcome !== 'saved' && (
        <>
          <p class="quiet">{text.takeHint}</p>
          <div class="buttons">
            <button class="first" type="button" aria-disabled={importing.waiting} onClick={take}>
              {text.take}
            </button>
          </div>
        </>
      )}
      <Progress what={text.taking} waiting={importing.waiting} onAgain={onAgain} />
      <Trouble trouble={importing.trouble} />
      {saved?.outcome === 'saved' && (
        <p class="saved" role="status">
          {text.taken(saved.version)}
        </p>
      )}
      {saved && saved.outcome !== 'saved' && (
        <div class="trouble">
          <p class="refused" role="alert">
            {saved.outcome === 'refused' ? saved.reason : text.conflict(saved.by, saved.now.version)}
          </p>
          <button class="second" type="button" onClick={onAgain}>
            {text.again}
          </button>
        </div>
      )}
    </div>
  )
}
