import { useState } from 'preact/hooks'
import { messages } from '../../messages'
import { TextField } from '../../parts/field'
import { serialOfIso } from '../../parts/format'
import { itemsOf, writtenItems } from '../written'
import { Chips } from './chips'
import type { Editing, EditorOfType } from './editor'

const text = messages.editor

/** A list of days, kept in order. */
export function DatesEditor({ value, onValue, format, fault }: Editing<EditorOfType<'dates'>>) {
  const [typed, setTyped] = useState('')
  const days = itemsOf(value)

  function add() {
    if (serialOfIso(typed) === undefined) return
    onValue(writtenItems([...new Set([...days, typed])].sort()))
    setTyped('')
  }

  return (
    <div class="set">
      <Chips
        items={days}
        onItems={left => onValue(writtenItems(left))}
        shown={day => format.day(serialOfIso(day) ?? Number.NaN)}
      />
      <div class="with-button">
        <TextField label={text.dateAdd} type="date" value={typed} onInput={setTyped} fault={fault} />
        <button class="second" type="button" aria-disabled={typed === ''} onClick={add}>
          {text.add}
        </button>
      </div>
    </div>
  )
}
