import { useRef, useState } from 'preact/hooks'
import { messages } from '../../messages'
import { TextField } from '../../parts/field'
import { itemsOf, writtenItems } from '../written'
import { Chips } from './chips'
import type { Editing, EditorOfType } from './editor'

const text = messages.editor

/** Items as chips; with a list of all that may be in it, each of them with what it means. */
export function SetEditor(props: Editing<EditorOfType<'set'>>) {
  const { editor, value, onValue, fault } = props
  return editor.choices ? (
    <Ticks {...props} choices={editor.choices} />
  ) : (
    <FreeSet items={itemsOf(value)} onItems={items => onValue(writtenItems(items))} fault={fault} />
  )
}

type Choices = NonNullable<EditorOfType<'set'>['choices']>

function Ticks({ value, onValue, fault, choices }: Editing & { choices: Choices }) {
  const items = itemsOf(value)
  const turn = (item: string, isOn: boolean) =>
    onValue(writtenItems(isOn ? [...items, item] : items.filter(other => other !== item)))
  return (
    <fieldset class="radios">
      <legend class="unseen">{text.value}</legend>
      {choices.map(choice => (
        <label class="tick" key={choice.value}>
          <input
            type="checkbox"
            checked={items.includes(choice.value)}
            onChange={event => turn(choice.value, event.currentTarget.checked)}
          />
          <span>
            <code>{choice.value}</code>
            <span class="quiet">{choice.about}</span>
          </span>
        </label>
      ))}
      <p class="fault" aria-live="polite">
        {fault}
      </p>
    </fieldset>
  )
}

interface FreeSetProps {
  readonly items: readonly string[]
  readonly onItems: (items: readonly string[]) => void
  readonly fault: string | undefined
}

function FreeSet({ items, onItems, fault }: FreeSetProps) {
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const place = useRef<HTMLFieldSetElement>(null)

  /** Several may be pasted at once. */
  function add() {
    const added = typed.split(',').flatMap(item => item.trim() || [])
    const own = added.map(item => faultOf(item, items)).find(found => found !== undefined)
    setRefusal(own)
    if (own !== undefined || added.length === 0) return
    onItems([...items, ...added.filter((item, at) => added.indexOf(item) === at)])
    setTyped('')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    add()
  }

  return (
    <fieldset class="set" ref={place}>
      <legend class="unseen">{text.value}</legend>
      <Chips items={items} onItems={onItems} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field adds what it holds */}
      <div class="with-button" onKeyDown={onKeyDown}>
        <TextField
          label={text.addTo}
          value={typed}
          onInput={next => {
            setTyped(next)
            setRefusal(undefined)
          }}
          hint={text.addHint}
          fault={refusal ?? fault}
        />
        <button class="second" type="button" onClick={add}>
          {text.add}
        </button>
      </div>
    </fieldset>
  )
}

function faultOf(item: string, items: readonly string[]): string | undefined {
  if (/[;:\p{Cc}]/u.test(item) || /^[-=+@]/.test(item)) return text.setFault
  return items.some(other => other.toLowerCase() === item.toLowerCase()) ? text.setTwice(item) : undefined
}
