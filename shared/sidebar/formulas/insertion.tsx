import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { copyText } from '../parts/copy'
import type { ActiveCell, Workbook } from '../workbook'

/** What became of the last press of a button. */
type Outcome =
  | { readonly kind: 'none' | 'waiting' | 'copied' | 'selected' }
  | { readonly kind: 'inserted'; readonly address: string; readonly shown: string }
  | { readonly kind: 'occupied'; readonly cell: ActiveCell }
  | { readonly kind: 'refused'; readonly reason: string }

/** The formula as it goes into the sheet, with the two ways of getting it there. */
export function Insertion({ formula, workbook }: { formula: string; workbook: Workbook }) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const insertButton = useRef<HTMLButtonElement>(null)
  const formulaText = useRef<HTMLElement>(null)

  async function insert(over?: ActiveCell) {
    if (outcome.kind === 'waiting') return
    insertButton.current?.focus()
    setOutcome({ kind: 'waiting' })
    const { outcome: kind, ...rest } = await asked(workbook, formula, over)
    setOutcome({ kind, ...rest } as Outcome)
  }

  async function copy() {
    const copied = formulaText.current !== null && (await copyText(formula, formulaText.current))
    setOutcome({ kind: copied ? 'copied' : 'selected' })
  }

  function keep() {
    insertButton.current?.focus()
    setOutcome({ kind: 'none' })
  }

  return (
    <section class="insertion" aria-label="Use this formula">
      <code class="block" ref={formulaText}>
        {formula}
      </code>
      <div class="buttons">
        <button
          ref={insertButton}
          class="first"
          type="button"
          aria-disabled={outcome.kind === 'waiting'}
          onClick={() => insert()}
        >
          Insert
        </button>
        <button class="second" type="button" onClick={copy}>
          Copy
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
        {props.cell.address} holds <code>{shortened(props.cell.content)}</code>. Replace it?
      </p>
      <div class="buttons">
        <button class="second" type="button" ref={keepButton} onClick={props.onKeep}>
          Keep it
        </button>
        <button class="second" type="button" onClick={props.onReplace}>
          Replace
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
    return { outcome: 'refused', reason: `The spreadsheet did not answer. ${why}` } as const
  }
}

function sentence(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return 'Inserting …'
  if (outcome.kind === 'copied') return 'Copied. Paste it into a cell.'
  if (outcome.kind === 'selected') return 'Selected, but this page may not copy: press Ctrl+C (⌘C on a Mac).'
  if (outcome.kind !== 'inserted') return ''
  if (outcome.shown === '') return `In ${outcome.address}; the spreadsheet is still calculating it.`
  return `In ${outcome.address}, which shows ${shortened(outcome.shown)}`
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= 80 ? text : `${letters.slice(0, 79).join('')}…`
}
