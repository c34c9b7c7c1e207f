import { useRef } from 'preact/hooks'
import { messages } from '../../messages'

const text = messages.editor

interface ChipsProps {
  readonly items: readonly string[]
  readonly onItems: (items: readonly string[]) => void
  /** How an item is shown, where not as it is written. */
  readonly shown?: (item: string) => string
}

/** One stop of Tab; arrow keys walk, Delete, Backspace, Enter or a click removes. */
export function Chips({ items, onItems, shown = item => item }: ChipsProps) {
  const list = useRef<HTMLUListElement>(null)
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]

  function remove(place: number) {
    onItems(items.filter((_, other) => other !== place))
    const next = buttons()[place === items.length - 1 ? place - 1 : place + 1]
    // The list is drawn anew; the neighbour keeps the focus, so that several can be removed in a row.
    next?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = buttons()
    const here = all.indexOf(document.activeElement as HTMLButtonElement)
    if (here === -1) return
    if (event.key === 'Delete' || event.key === 'Backspace') remove(here)
    else if (event.key === 'ArrowRight') all[Math.min(here + 1, all.length - 1)]?.focus()
    else if (event.key === 'ArrowLeft') all[Math.max(here - 1, 0)]?.focus()
    else return
    event.preventDefault()
  }

  if (items.length === 0) return <p class="quiet">{text.emptySet}</p>
  return (
    <ul class="chips" ref={list} onKeyDown={onKeyDown}>
      {items.map((item, place) => (
        <li key={item}>
          <button type="button" class="removable" onClick={() => remove(place)}>
            {shown(item)}
            <span class="unseen">{text.removeIt}</span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
