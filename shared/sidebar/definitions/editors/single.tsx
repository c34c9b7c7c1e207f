import { useState } from 'preact/hooks'
import { messages } from '../../messages'
import { LinesField, TextField } from '../../parts/field'
import { plainNumber, typedNumber } from '../../parts/format'
import { limitsText, numberFault } from '../number-fault'
import type { Editing, EditorOfType } from './editor'

const text = messages.editor

export function NumberEditor(props: Editing<EditorOfType<'number'>>) {
  const { editor, value, onValue, format, fault } = props
  const isBlank = value === '' || value.toLowerCase() === 'none'
  const [typed, setTyped] = useState(isBlank ? '' : typedNumber(value, format.locale))
  const own = isBlank && typed === '' ? undefined : numberFault(typed, editor, format)

  function type(next: string) {
    setTyped(next)
    onValue(plainNumber(next, format.locale) ?? next, numberFault(next, editor, format))
  }

  function setBlank(blank: boolean) {
    setTyped('')
    if (blank) onValue('none')
    else onValue('', numberFault('', editor, format))
  }

  return (
    <>
      <TextField
        label={editor.unit === 'fraction' ? text.share : (editor.unit ?? text.number)}
        value={typed}
        onInput={type}
        mode={editor.whole ? 'numeric' : 'decimal'}
        hint={[editor.unit === 'fraction' && text.shareHint(format.number(0.25)), limitsText(editor, format)]
          .filter(Boolean)
          .join(' ')}
        fault={own ?? fault}
      />
      {editor.blank && (
        <label class="tick">
          <input
            type="checkbox"
            checked={isBlank && own === undefined}
            onChange={event => setBlank(event.currentTarget.checked)}
          />
          {text.blank}
        </label>
      )}
    </>
  )
}

export function TextEditor({ editor, value, onValue, fault }: Editing<EditorOfType<'text'>>) {
  const own = value.trim() === '' ? text.textFault : undefined
  return (
    <TextField
      label={text.value}
      value={value}
      onInput={next => onValue(next, next.trim() === '' ? text.textFault : undefined)}
      hint={editor.wanted}
      fault={own ?? fault}
    />
  )
}

/** The browser's own time field gives `09:00`, whatever it shows. */
export function TimeEditor({ value, onValue, fault }: Editing<EditorOfType<'time'>>) {
  const isTime = /^\d\d:\d\d$/.test(value)
  return (
    <TextField
      label={text.value}
      type="time"
      value={value}
      onInput={next => onValue(next, next === '' ? text.timeFault : undefined)}
      fault={isTime ? fault : text.timeFault}
    />
  )
}

/** A metric of one's own; the preview beside it says whether the formula is understood. */
export function FormulaEditor({ value, onValue, fault }: Editing<EditorOfType<'formula'>>) {
  const shown = value === 'none' ? '' : value
  return (
    <LinesField
      label={text.formula}
      value={shown}
      onInput={next => onValue(next, next.trim() === '' ? text.textFault : undefined)}
      hint={text.formulaHint}
      fault={fault}
      rows={3}
      code
    />
  )
}
