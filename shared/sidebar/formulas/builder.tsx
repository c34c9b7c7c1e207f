import { useState } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import type { Ask, Evaluated } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { Field } from '../parts/field'
import { Icon } from '../parts/icon'

const text = messages.builder

/** What was typed into the fields, by the parameter's name. */
export type Typed = ReadonlyMap<string, string>

type CardParameter = Card['parameters'][number]

export const isNeeded = ({ optional, mayBeBlank }: CardParameter) => !optional && !mayBeBlank

/** What a cell's call of it is given. */
export const givenTo = ({ given, parameters }: Card): Card['parameters'] => given ?? parameters

/** In the order of the call; what was left blank at its end is left out. A choice is a text to the formula. */
export function argumentsOf(card: Card, typed: Typed): readonly string[] {
  const args = givenTo(card).map(({ name, choices }) => {
    const own = typed.get(name)?.trim() ?? ''
    return choices?.some(({ value }) => value === own) ? `"${own}"` : own
  })
  while (args.length > 0 && args[args.length - 1] === '') args.pop()
  return args
}

/** Where an argument is typed or chosen, by its place in the call. */
export const fieldAt = (place: number) =>
  document.querySelectorAll<HTMLElement>('#arguments :is(input, select)')[place]

interface BuilderProps {
  readonly card: Card
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  readonly ask: Ask
  readonly faults: Evaluated['faults']
}

/** A field for every parameter; cells that are selected in the sheet can be taken as an argument. */
export function Builder({ card, typed, onTyped, ask, faults }: BuilderProps) {
  if (!card.typed || givenTo(card).length === 0) return null
  const isTouched = [...typed.values()].some(own => own !== '')
  return (
    <form class="builder" id="arguments" aria-label={text.title} onSubmit={event => event.preventDefault()}>
      <h2>{text.title}</h2>
      <p class="quiet">{text.hint}</p>
      {givenTo(card).map((parameter, place) => (
        <Argument
          key={parameter.name}
          parameter={parameter}
          typed={typed.get(parameter.name) ?? ''}
          onTyped={own => onTyped(new Map([...typed, [parameter.name, own]]))}
          ask={ask}
          fault={faults.find(fault => fault.place === place)?.reason}
        />
      ))}
      {isTouched && (
        <button class="link" type="button" onClick={() => onTyped(new Map())}>
          {text.clear}
        </button>
      )}
    </form>
  )
}

interface ArgumentProps {
  readonly parameter: CardParameter
  readonly typed: string
  readonly onTyped: (text: string) => void
  readonly ask: Ask
  readonly fault: string | undefined
}

function Argument({ parameter, typed, onTyped, ask, fault }: ArgumentProps) {
  const { name, unit, choices } = parameter
  const optional = !isNeeded(parameter)
  const selecting = useAct(ask, 'selection')
  const [refusal, setRefusal] = useState<string>()

  async function take() {
    if (selecting.waiting) return
    setRefusal(undefined)
    const selection = await selecting.act({})
    if (selection) onTyped(selection.text)
    else setRefusal(text.noSelection)
  }

  function type(own: string) {
    setRefusal(undefined)
    onTyped(own)
  }

  const label = (
    <>
      <code>{name}</code> <span class="quiet">{optional ? `${unit}, ${text.optional}` : unit}</span>
    </>
  )
  const usual = parameter.default === undefined ? undefined : text.usual(parameter.default)
  const isChoice = choices !== undefined && choices.length > 0
  return (
    <Field
      label={label}
      hint={isChoice ? undefined : usual}
      fault={fault ?? selecting.trouble?.reason ?? refusal}
    >
      {control =>
        isChoice ? (
          <select {...control} value={typed} onChange={event => type(event.currentTarget.value)}>
            <option value="">{usual ?? (optional ? text.optional : text.choose)}</option>
            {choices.map(({ value }) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        ) : (
          <div class="with-button">
            <input
              {...control}
              type="text"
              value={typed}
              onInput={event => type(event.currentTarget.value)}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={1_000}
            />
            <button
              class="second icon-button"
              type="button"
              aria-label={text.take(name)}
              title={text.take(name)}
              aria-disabled={selecting.waiting}
              onClick={take}
            >
              <Icon name="select" />
            </button>
          </div>
        )
      }
    </Field>
  )
}
