/** Says in the corner of the page what was done; screen readers hear it. It stays until it is closed or replaced. */
export interface Notice {
  readonly title: string
  readonly lines?: readonly string[]
  /** A formula to type, shown so that it can be copied. */
  readonly formula?: string
}

export function showNotice({ title, lines = [], formula }: Notice): void {
  const place = document.getElementById('notice') as HTMLElement
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'pl-notice-close'
  close.setAttribute('aria-label', 'Close this message')
  close.textContent = '×'
  close.addEventListener('click', () => place.replaceChildren())
  const heading = textElement('strong', title)
  const list = document.createElement('ul')
  list.append(...lines.map(line => textElement('li', line)))
  place.replaceChildren(close, heading, ...(lines.length > 0 ? [list] : []))
  if (formula) place.append(textElement('code', formula))
}

function textElement(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
