import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { messages } from '../messages'

interface CopyButtonProps {
  readonly label: string
  readonly text: string
  /** Of the field that holds the text, to be seen and copied by hand. */
  readonly caption: string
  readonly code?: boolean
  /** Whether the text is seen from the start. */
  readonly isShown?: boolean
}

/** Copies a text; where the page may not, it is left selected for the user's own keys. */
export function CopyButton({ label, text, caption, code = false, isShown = false }: CopyButtonProps) {
  const [said, setSaid] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const details = useRef<HTMLDetailsElement>(null)
  const id = useId()

  // Of another text it was not said.
  useEffect(() => setSaid(''), [text])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(messages.copied)
    } catch {
      if (details.current) details.current.open = true
      field.current?.select()
      setSaid(document.execCommand('copy') ? messages.copied : messages.selectedToCopy)
    }
  }

  return (
    <div class="copying">
      <button class="second" type="button" onClick={copy}>
        {label}
      </button>
      <p role="status" class="outcome">
        {said}
      </p>
      <details ref={details} open={isShown}>
        <summary>{caption}</summary>
        <label class="unseen" for={id}>
          {caption}
        </label>
        <textarea id={id} ref={field} class={code ? 'code' : ''} rows={6} readOnly value={text} />
      </details>
    </div>
  )
}
