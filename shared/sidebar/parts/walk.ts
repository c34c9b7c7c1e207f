/**
 * Arrow keys walk from a search field through a list and back, Home and End to its ends. Stop 0 is the field, in which
 * Home and End keep their meaning for the text.
 * @returns whether the key was one of these
 */
export function walk(event: KeyboardEvent, field: HTMLElement | null, list: HTMLElement | null): boolean {
  const stops = [field, ...(list?.querySelectorAll<HTMLElement>('.item') ?? [])]
  const here = stops.indexOf(document.activeElement as HTMLElement)
  const next = here === -1 ? undefined : nextStop(event.key, here, stops.length)
  if (next === undefined) return false
  stops[next]?.focus()
  event.preventDefault()
  return true
}

function nextStop(key: string, here: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(here + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(here - 1, 0)
  if (key === 'Home' && here > 0) return Math.min(1, count - 1)
  if (key === 'End' && here > 0) return count - 1
  return undefined
}
