import { useState } from 'preact/hooks'
import { messages } from '../../messages'
import { TextField } from '../../parts/field'
import { plainNumber, typedNumber } from '../../parts/format'
import { limitsText, numberFault } from '../number-fault'
import { hasNumber, ruleOf, writtenRule } from '../written'
import { Radios } from './choices'
import type { Editing, EditorOfType } from './editor'

const text = messages.editor

/** One of several forms of words; where it has a number, a field for that. */
export function RuleEditor({ editor, value, onValue, format, fault }: Editing<EditorOfType<'rule'>>) {
  const parts = ruleOf(value, editor.forms)
  const [form, setForm] = useState(parts?.form ?? '')
  const [typed, setTyped] = useState(parts?.n ? typedNumber(parts.n, format.locale) : '')
  const limits = { ...editor, whole: false }
  const own = hasNumber(form) ? numberFault(typed, limits, format) : undefined

  function put(nextForm: string, nextTyped: string) {
    setForm(nextForm)
    setTyped(nextTyped)
    const n = plainNumber(nextTyped, format.locale) ?? ''
    const wrong = hasNumber(nextForm) ? numberFault(nextTyped, limits, format) : undefined
    onValue(writtenRule({ form: nextForm, n }), wrong)
  }

  return (
    <>
      <Radios
        choices={editor.forms}
        value={form}
        onValue={next => put(next, typed)}
        fault={own === undefined ? fault : undefined}
      />
      {hasNumber(form) && (
        <TextField
          label={<code>n</code>}
          value={typed}
          onInput={next => put(form, next)}
          mode="decimal"
          hint={limitsText(editor, format)}
          fault={own}
        />
      )}
      {form === '' && <p class="quiet">{text.value}</p>}
    </>
  )
}
