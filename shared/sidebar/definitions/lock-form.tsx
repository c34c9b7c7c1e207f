import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Ask, Definitions, Saved } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { TextField } from '../parts/field'
import { Progress, Trouble } from '../parts/progress'
import { recall, remember } from '../parts/remembered'

const text = messages.locks

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
  readonly children?: ComponentChildren
}

/** Who and why; both stand beside the lock for good. */
export function LockForm(props: LockFormProps) {
  const { ask, definitions, question, period, label, onRead } = props
  const acting = useAct(ask, question)
  const [by, setBy] = useState(recall('name'))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const byFault = by.trim() === '' ? text.byFault : undefined
  const reasonFault = reason.trim() === '' ? text.reasonFault : undefined

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
