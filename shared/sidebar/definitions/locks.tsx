import { useState } from 'preact/hooks'
import type { Ask, Definitions, LockState } from '../../workbook/questions'
import { messages } from '../messages'
import { ChoiceField } from '../parts/field'
import type { Format } from '../parts/format'
import { Icon } from '../parts/icon'
import { Page } from '../parts/page'
import { LockForm } from './lock-form'

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
