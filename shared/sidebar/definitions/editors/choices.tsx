import { useId } from 'preact/hooks'
import type { EditorChoice } from '../../../workbook/questions'
import { messages } from '../../messages'
import type { Editing, EditorOfType } from './editor'

const text = messages.editor

export function EnumEditor({ editor, value, onValue, fault }: Editing<EditorOfType<'enum'>>) {
  return <Radios choices={editor.choices} value={value} onValue={onValue} fault={fault} />
}

interface RadiosProps {
  readonly choices: readonly EditorChoice[]
  readonly value: string
  readonly onValue: (value: string) => void
  readonly fault: string | undefined
  /** Whether a choice's name is a word of the definitions, to be shown beside what it means. */
  readonly isCoded?: boolean
}

/** Each choice with what it means. */
export function Radios({ choices, value, onValue, fault, isCoded = true }: RadiosProps) {
  const name = useId()
  return (
    <fieldset class="radios">
      <legend class="unseen">{text.value}</legend>
      {choices.map(choice => (
        <label class="tick" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          {isCoded ? (
            <span class="coded">
              <code>{choice.value}</code>
              <span class="quiet">{choice.about}</span>
            </span>
          ) : (
            choice.about
          )}
        </label>
      ))}
      <p class="fault" aria-live="polite">
        {fault}
      </p>
    </fieldset>
  )
}

export function FlagEditor({ value, onValue, fault }: Editing<EditorOfType<'flag'>>) {
  const isOn = ['true', 'yes'].includes(value.toLowerCase())
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={event => onValue(event.currentTarget.checked ? 'TRUE' : 'FALSE')}
        />
        {isOn ? messages.yes : messages.no}
      </label>
      <p class="fault" aria-live="polite">
        {fault}
      </p>
    </>
  )
}
