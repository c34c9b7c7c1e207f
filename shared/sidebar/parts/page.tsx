import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

interface PageProps {
  readonly title: string
  /** Where the way back leads, in words. */
  readonly back: string
  readonly onBack: () => void
  readonly kind?: string
  readonly children: ComponentChildren
}

/** A page in front of a view: its heading is read out when it opens, and Escape leads back from anywhere in it. */
export function Page({ title, back, onBack, kind = '', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    event.preventDefault()
    onBack()
  }

  // What had the focus may be gone; Escape is then said to the document.
  useEffect(() => {
    const onLostKey = (event: KeyboardEvent) => {
      if (event.target === document.body && heading.current?.offsetParent) onKeyDown(event)
    }
    document.addEventListener('keydown', onLostKey)
    return () => document.removeEventListener('keydown', onLostKey)
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is on the page
    <div class={`card ${kind}`} onKeyDown={onKeyDown}>
      <nav class="bar" aria-label={back}>
        <button class="back" type="button" onClick={onBack}>
          <span aria-hidden="true">‹</span> {back}
        </button>
      </nav>
      <div class="page">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </div>
  )
}

export function Section(props: { title: string; shown?: boolean; children: ComponentChildren }) {
  if (props.shown === false) return null
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}
