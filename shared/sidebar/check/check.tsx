import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addressText } from '../../workbook/area'
import type { Undo } from '../../workbook/change'
import type { Ask, Finding } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { Progress, Trouble } from '../parts/progress'
import { UndoButton } from '../parts/undo'
import { FindingGroup } from './finding-group'
import { grouped, type Run, useRun } from './run'

const text = messages.check

/** Looks for numbers that should not be trusted, worst first, and mends what can be mended without asking. */
export function Check({ ask, onChanged }: { ask: Ask; onChanged: () => void }) {
  const { run, start, cancel, take, putBack } = useRun(ask)
  const mending = useAct(ask, 'mend')
  const [mended, setMended] = useState<{ undo: Undo; findings: readonly Finding[]; count: number }>()
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone with what it mended.
  useLayoutEffect(() => said.current?.focus(), [mended])
  const isRunning = run.state === 'running'
  const mendable = run.findings.filter(finding => finding.mended !== undefined)

  async function begin() {
    mending.forget()
    setMended(undefined)
    await start()
  }

  async function mend(findings: readonly Finding[]) {
    if (mending.waiting || findings.length === 0) return
    setMended(undefined)
    const done = await mending.act({ findings })
    if (done?.outcome !== 'done') return
    take(findings)
    setMended({ undo: done.undo, findings, count: done.mended })
    onChanged()
  }

  return (
    <div class="view check">
      <div class="bar">
        <h1>{text.title}</h1>
        <div class="buttons">
          {isRunning ? (
            <button class="second" type="button" onClick={cancel}>
              {messages.cancel}
            </button>
          ) : (
            <button class="first" type="button" onClick={begin}>
              {run.state === 'none' ? text.start : text.again}
            </button>
          )}
        </div>
      </div>
      <div class="page">
        {run.state === 'none' && <Before />}
        <Going run={run} />
        <Trouble trouble={run.trouble} />
        {run.unread.map(({ sheet, reason }) => (
          <p class="warned" key={sheet}>
            {text.unread(sheet, reason)}
          </p>
        ))}
        <Progress what={text.mending} waiting={mending.waiting} onAgain={begin} />
        <Trouble trouble={mending.trouble} />
        {mending.answer && !mending.waiting && mending.answer.outcome !== 'done' && (
          <p class="refused" role="alert">
            {mending.answer.outcome === 'refused'
              ? mending.answer.reason
              : messages.doneConflict(addressText(mending.answer.found.area))}
          </p>
        )}
        {mended && (
          <div class="mended">
            <p class="saved" role="status" ref={said} tabIndex={-1}>
              {text.mended(mended.count)}
            </p>
            <UndoButton
              key={JSON.stringify(mended.findings)}
              ask={ask}
              undo={mended.undo}
              onUndone={() => {
                putBack(mended.findings)
                onChanged()
              }}
            />
          </div>
        )}
        {!isRunning && mendable.length > 1 && (
          <div class="buttons">
            <button
              class="second"
              type="button"
              aria-disabled={mending.waiting}
              onClick={() => mend(mendable)}
            >
              {text.mendAll(mendable.length)}
            </button>
          </div>
        )}
        {grouped(run.findings).map(({ severity, kinds }) => (
          <section key={severity} class={`severity s${severity}`}>
            <h2>{text.severity[severity]}</h2>
            {kinds.map(({ kind, findings }) => (
              <FindingGroup
                key={kind}
                {...{ ask, kind, findings }}
                canMend={!isRunning && !mending.waiting}
                onMend={mend}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function Before() {
  return (
    <>
      <p class="about">{text.about}</p>
      <h2>{text.looksFor}</h2>
      <ul class="plan">
        {Object.values(text.kinds).map(kind => (
          <li key={kind}>{kind}</li>
        ))}
      </ul>
    </>
  )
}

/** How far it is, and how it ended. */
function Going({ run }: { run: Run }) {
  const { state, sheet, done, all, findings, trouble, unread } = run
  const isRunning = state === 'running'
  const sheets = findings.length === 0 ? 0 : new Set(findings.map(({ area }) => area.sheet)).size
  const isClean = state === 'done' && findings.length === 0 && !trouble && unread.length === 0
  return (
    <div class="progress">
      <p role="status" class={isClean ? 'saved' : ''}>
        {isRunning && going(run)}
        {state === 'cancelled' && text.cancelled(done, all)}
        {state !== 'none' && !isRunning && findings.length > 0 && ` ${text.found(findings.length, sheets)}`}
        {isClean && text.clean}
      </p>
      {isRunning && <progress max={all || 1} value={done} aria-label={sheet || text.listing} />}
    </div>
  )
}

function going({ sheet, done, all }: Run): string {
  if (sheet !== '') return text.progress(sheet, done + 1, all)
  return `${all > 0 && done === all ? text.together : text.listing} …`
}
