import { useState } from 'preact/hooks'
import type { Ask, Definitions, LockState, Saved } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { ChoiceField, TextField } from '../parts/field'
import type { Format } from '../parts/format'
import { Icon } from '../parts/icon'
import { Page } from '../parts/page'
import { Progress, Trouble } from '../parts/progress'
import { recall, remember } from '../parts/remembered'

const text = messages.locks

interface LocksProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly format: Format
  readonly onBack: () => void
  readonly onRead: () => void
}

/** Which periods keep what was reported, and the way to lock another or to open one again. */
export function Locks({ ask, definitions, format, onBack, onRead }: LocksProps) {
  const { locks, lockable } = definitions
  const [period, setPeriod] = useState('')
  const [said, setSaid] = useState('')
  /** The form that was used is gone once the period is no longer what it was, so its outcome is told here. */
  function onSaved(sentence: string) {
    setSaid(sentence)
    onRead()
  }
  const chosen = lockable.includes(period) ? period : (lockable[0] ?? '')
  return (
    <Page title={text.title} back={text.back} onBack={onBack}>
      <p class="about">{text.about}</p>
      <p class="saved" role="status">
        {said}
      </p>
      {locks.length === 0 && <p class="empty">{text.none}</p>}
      <ul class="locks">
        {locks.map(lock => (
          <LockEntry
            key={`${lock.period} ${lock.recordedAt}`}
            {...{ ask, definitions, lock, format, onSaved, onRead }}
            isLast={lock === locks.find(other => other.period === lock.period)}
          />
        ))}
      </ul>
      <section>
        <h2>{text.lock}</h2>
        {lockable.length === 0 ? (
          <p class="quiet">{text.nothingToLock}</p>
        ) : (
          <LockForm
            key={chosen}
            {...{ ask, definitions, onSaved, onRead }}
            question="lockPeriod"
            period={chosen}
            label={text.go(chosen)}
            doing={text.locking}
            done={text.locked}
          >
            <ChoiceField
              label={text.period}
              value={chosen}
              options={lockable.map(name => ({ value: name, label: name }))}
              onChange={setPeriod}
            />
          </LockForm>
        )}
      </section>
    </Page>
  )
}

interface LockEntryProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly lock: LockState
  readonly format: Format
  /** Whether it is the latest record of its period. */
  readonly isLast: boolean
  readonly onSaved: (sentence: string) => void
  readonly onRead: () => void
}

function LockEntry({ ask, definitions, lock, format, isLast, onSaved, onRead }: LockEntryProps) {
  const [isAsked, setAsked] = useState(false)
  const isLocked = lock.status === 'locked'
  return (
    <li class="box">
      <h2 class="title">
        {isLocked && <Icon name="lock" />} {lock.period}{' '}
        <span class="quiet">{isLocked ? text.isLocked : text.isUnlocked}</span>
      </h2>
      <p class="quiet">
        {text.entry(lock.version, format.day(lock.asOf))} ·{' '}
        {messages.term.by(lock.lockedBy, format.moment(lock.recordedAt))}: “{lock.reason}”
      </p>
      {isLocked && isLast && (
        <>
          <button class="link" type="button" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
            {text.unlock}
            <span class="unseen"> {lock.period}</span>
          </button>
          {isAsked && (
            <LockForm
              {...{ ask, definitions, onSaved, onRead }}
              question="unlockPeriod"
              period={lock.period}
              label={text.unlockGo(lock.period)}
              doing={text.unlocking}
              done={text.unlocked}
            />
          )}
        </>
      )}
    </li>
  )
}

interface LockFormProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly question: 'lockPeriod' | 'unlockPeriod'
  readonly period: string
  readonly label: string
  readonly doing: string
  readonly done: (period: string) => string
  readonly onSaved: (sentence: string) => void
  readonly onRead: () => void
  readonly children?: preact.ComponentChildren
}

/** Who and why; both stand beside the lock for good. */
function LockForm(props: LockFormProps) {
  const { ask, definitions, question, period, label, onRead } = props
  const acting = useAct(ask, question)
  const [by, setBy] = useState(recall('name'))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const byFault = by.trim() === '' ? messages.approve.byFault : undefined
  const reasonFault = reason.trim() === '' ? messages.term.reasonFault : undefined

  async function act() {
    setTried(true)
    if (acting.waiting || byFault || reasonFault) return
    remember('name', by.trim())
    const { version, hash } = definitions
    const seen = { version, hash }
    const outcome = await acting.act({ period, by: by.trim(), reason: reason.trim(), seen })
    if (outcome?.outcome === 'saved') props.onSaved(props.done(period))
    if (outcome?.outcome === 'conflict') onRead()
  }

  return (
    <div class="form">
      {props.children}
      <TextField
        label={text.reason}
        value={reason}
        onInput={setReason}
        hint={text.reasonHint}
        fault={isTried ? reasonFault : undefined}
      />
      <TextField
        label={messages.approve.by}
        value={by}
        onInput={setBy}
        fault={isTried ? byFault : undefined}
        name="name"
      />
      <div class="buttons">
        <button class="first" type="button" aria-disabled={acting.waiting} onClick={act}>
          {label}
        </button>
      </div>
      <Progress what={props.doing} waiting={acting.waiting} onAgain={onRead} />
      <Trouble trouble={acting.trouble} />
      {!acting.waiting && acting.answer && acting.answer.outcome !== 'saved' && (
        <p class="refused" role="alert">
          {acting.answer.outcome === 'refused' ? acting.answer.reason : conflictText(acting.answer)}
        </p>
      )}
    </div>
  )
}

function conflictText({ by, now, terms }: Extract<Saved, { outcome: 'conflict' }>): string {
  return messages.approve.conflict(by, now.version, terms)
}
