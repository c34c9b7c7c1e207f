import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { messages } from '../messages'
import { copyText } from '../parts/copy'
import { FormulaText } from '../parts/formula-text'
import type { ActiveCell, Workbook } from '../workbook'

const text = messages.insertion

/** What became of the last press of a button. */
type Outcome =
  | { readonly kind: 'none' | 'waiting' | 'copied' | 'selected' }
  | { readonly kind: 'inserted'; readonly address: string; readonly shown: string }
  | { readonly kind: 'occupied'; readonly cell: ActiveCell }
  | { readonly kind: 'refused'; readonly reason: string }

interface InsertionProps {
  /** As the workbook takes it; undefined while it is not complete. */
  readonly formula: string | undefined
  /** As people here type it. */
  readonly shown: string
  readonly workbook: Workbook
  /** Insert was pressed before there is a formula: leads to what is missing. */
  readonly onIncomplete: () => void
  readonly children?: ComponentChildren
}

/** The formula as it goes into the sheet, with the two ways of getting it there. */
export function Insertion({ formula, shown, workbook, onIncomplete, children }: InsertionProps) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const insertButton = useRef<HTMLButtonElement>(null)
  const formulaText = useRef<HTMLElement>(null)

  async function insert(over?: ActiveCell) {
    if (outcome.kind === 'waiting') return
    if (formula === undefined) return onIncomplete()
    insertButton.current?.focus()
    setOutcome({ kind: 'waiting' })
    const { outcome: kind, ...rest } = await asked(workbook, formula, over)
    setOutcome({ kind, ...rest } as Outcome)
  }

  async function copy() {
    const copied = formulaText.current !== null && (await copyText(shown, formulaText.current))
    setOutcome({ kind: copied ? 'copied' : 'selected' })
  }

  function keep() {
    insertButton.current?.focus()
    setOutcome({ kind: 'none' })
  }

  return (
    <section class="insertion" aria-label={messages.card.use}>
      <code class="block" ref={formulaText}>
        <FormulaText formula={shown} />
      </code>
      {children}
      <div class="buttons">
        <button
          ref={insertButton}
          class="first"
          // Enter in a field of the arguments presses it.
          type="submit"
          form="arguments"
          aria-disabled={outcome.kind === 'waiting' || formula === undefined}
          onClick={() => insert()}
        >
          {text.insert}
        </button>
        <button class="second" type="button" onClick={copy}>
          {text.copy}
        </button>
      </div>
      <p class="outcome" role="status">
        {sentence(outcome)}
      </p>
      <p class="outcome refused" role="alert">
        {outcome.kind === 'refused' && outcome.reason}
      </p>
      {outcome.kind === 'occupied' && (
        <Question cell={outcome.cell} onReplace={() => insert(outcome.cell)} onKeep={keep} />
      )}
    </section>
  )
}

function Question(props: { cell: ActiveCell; onReplace: () => void; onKeep: () => void }) {
  const keepButton = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => keepButton.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    props.onKeep()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; this is a question
    <div class="question" role="group" aria-labelledby="question" onKeyDown={onKeyDown}>
      <p id="question">
        {props.cell.address} {text.holds} <code>{shortened(props.cell.content)}</code>. {text.replaceIt}
      </p>
      <div class="buttons">
        <button class="second" type="button" ref={keepButton} onClick={props.onKeep}>
          {text.keep}
        </button>
        <button class="second" type="button" onClick={props.onReplace}>
          {text.replace}
        </button>
      </div>
    </div>
  )
}

async function asked(workbook: Workbook, formula: string, over?: ActiveCell) {
  try {
    return await workbook.insert(formula, over)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { outcome: 'refused', reason: messages.noAnswer(why) } as const
  }
}

function sentence(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return text.inserting
  if (outcome.kind === 'copied') return text.copied
  if (outcome.kind === 'selected') return messages.selectedToCopy
  if (outcome.kind !== 'inserted') return ''
  if (outcome.shown === '') return text.calculating(outcome.address)
  return text.inserted(outcome.address, shortened(outcome.shown))
}

function shortened(content: string): string {
  const letters = [...content]
  return letters.length <= 80 ? content : `${letters.slice(0, 79).join('')}…`
}
