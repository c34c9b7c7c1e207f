import { useState } from 'preact/hooks'
import type { ChangeKind } from '../../definitions/term'
import type { Ask, Definitions, TermState } from '../../workbook/questions'
import { messages } from '../messages'
import { useAnswer, useSettled } from '../parts/asking'
import { ChoiceField, LinesField, TextField } from '../parts/field'
import type { Format } from '../parts/format'
import { Progress, Trouble } from '../parts/progress'
import { type Draft, lateBeginning, previewed, termsOf } from './draft'
import { Editor } from './editors/editor'
import { Impact } from './impact'

const text = messages.term

interface ChangeFormProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly term: TermState
  readonly draft: Draft
  readonly format: Format
  readonly isPending: boolean
  readonly onDraft: (draft: Draft) => void
  readonly onKeep: () => void
  readonly onReview: () => void
  readonly onDrop: () => void
}

/** Another value, from when, and why; with what it would change, before anybody approves it. */
export function ChangeForm(props: ChangeFormProps) {
  const { ask, definitions, term, draft, format, onDraft } = props
  const [isTried, setTried] = useState(false)
  const begins = lateBeginning(definitions, [draft])
  const isNew = term.id.endsWith('.')
  const isSame = !isNew && draft.value === term.value
  const nameFault = isNew ? faultOfName(term.id, draft.term, definitions) : undefined
  const isPreviewed = !isSame && draft.fault === undefined && nameFault === undefined
  const asked = { changes: [previewed(draft)] }
  const settled = useSettled({ ...asked, isPreviewed })
  const isSettled = JSON.stringify(settled.changes) === JSON.stringify(asked.changes)
  const previewing = useAnswer(
    ask,
    'preview',
    isPreviewed && settled.isPreviewed ? { changes: settled.changes } : undefined,
  )
  const isFormula = term.editor.type === 'formula'
  const formulaTrouble = isFormula && isPreviewed ? previewing.trouble?.reason : undefined

  const startFault = definitions.starts.length === 0 ? text.noStarts : undefined
  const reasonFault = draft.reason.trim() === '' ? text.reasonFault : undefined
  const isSound = !draft.fault && !nameFault && !reasonFault && !startFault && !formulaTrouble
  const canSave = definitions.problem === undefined
  const canChange = canSave && (!isSame || term.status === 'unratified')

  /** Faults of what was not touched yet show when somebody wants to go on. */
  function goOn(onward: () => void) {
    setTried(true)
    if (isSound && canChange) onward()
  }

  return (
    <div class="form">
      {isNew && (
        <TextField
          label={text.name}
          value={draft.term.slice(term.id.length)}
          onInput={name => onDraft({ ...draft, term: term.id + name.trim() })}
          hint={text.nameHint(term.id)}
          fault={isTried ? nameFault : undefined}
          code
        />
      )}
      <Editor
        editor={term.editor}
        value={draft.value}
        onValue={(value, fault) => onDraft({ ...draft, value, fault })}
        format={format}
        fault={formulaTrouble ?? (isTried ? draft.fault : undefined)}
        isTried={isTried}
      />
      {isSame && <p class="quiet">{text.same}</p>}
      {!canSave && <p class="warned">{messages.definitions.problem}</p>}
      {canChange && (
        <>
          <ChoiceField
            label={text.from}
            value={String(draft.effectiveFrom)}
            options={definitions.starts.map(({ day, period }) => ({
              value: String(day),
              label:
                day <= definitions.today
                  ? text.startsBegun(period, format.day(day))
                  : text.starts(period, format.day(day)),
            }))}
            onChange={day => onDraft({ ...draft, effectiveFrom: Number(day) })}
            hint={text.fromHint}
            fault={startFault}
          />
          <p class="warned" role="status">
            {begins === undefined ? '' : text.begins(format.day(begins))}
          </p>
          <LinesField
            label={text.reason}
            value={draft.reason}
            onInput={reason => onDraft({ ...draft, reason })}
            hint={text.reasonHint}
            fault={isTried ? reasonFault : undefined}
          />
          {!isSame && !isNew && (
            <ChoiceField
              label={text.kind}
              value={draft.kind ?? term.kind}
              options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
              onChange={kind => onDraft({ ...draft, kind: kind as ChangeKind })}
            />
          )}
        </>
      )}
      {isPreviewed && (
        <section class="would">
          <h3>{text.would}</h3>
          <Progress
            what={messages.preview.computing}
            waiting={previewing.waiting || !isSettled}
            onAgain={previewing.again}
          />
          {!isFormula && <Trouble trouble={previewing.trouble} onAgain={previewing.again} />}
          {previewing.answer && !previewing.trouble && isSettled && (
            <>
              {isFormula && <p class="saved">{messages.editor.formulaSound}</p>}
              <Impact
                preview={previewing.answer}
                from={begins === undefined ? draft.effectiveFrom : 0}
                format={format}
              />
            </>
          )}
        </section>
      )}
      {canChange && (
        <div class="buttons">
          <button class="first" type="button" onClick={() => goOn(props.onReview)}>
            {text.review}
          </button>
          <button class="second" type="button" onClick={() => goOn(props.onKeep)}>
            {text.keep}
          </button>
        </div>
      )}
      {props.isPending && (
        <button class="link" type="button" onClick={props.onDrop}>
          {text.drop}
        </button>
      )}
    </div>
  )
}

function faultOfName(prefix: string, id: string, definitions: Definitions): string | undefined {
  if (!/^[a-z][a-z0-9_]*$/.test(id.slice(prefix.length))) return text.nameFault
  return termsOf(definitions).some(term => term.id === id) ? text.nameTaken : undefined
}
