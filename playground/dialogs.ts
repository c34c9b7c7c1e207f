/** Questions and messages of the page, in the browser's own dialog: focus is kept inside, Escape closes. */
export interface Choice<T> {
  readonly label: string
  readonly value: T
  readonly main?: boolean
}

export interface Question<T> {
  readonly title: string
  readonly text: readonly string[]
  readonly choices: readonly Choice<T>[]
}

/** Resolves to the value of the pressed button, or to `undefined` when the dialog is closed without one. */
export function ask<T>({ title, text, choices }: Question<T>): Promise<T | undefined> {
  const dialog = element('dialog', 'pl-dialog')
  dialog.setAttribute('aria-labelledby', 'pl-dialog-title')
  const heading = element('h2', '', title)
  heading.id = 'pl-dialog-title'
  const buttons = element('div', 'pl-dialog-buttons')
  dialog.append(heading, ...text.map(paragraph => element('p', '', paragraph)), buttons)
  document.body.append(dialog)
  return new Promise(resolve => {
    for (const { label, value, main } of choices) {
      const button = element('button', main ? 'pl-main-button' : '', label)
      button.addEventListener('click', () => {
        resolve(value)
        dialog.close()
      })
      buttons.append(button)
    }
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(undefined)
    })
    dialog.showModal()
  })
}

export async function tell(title: string, ...text: readonly string[]): Promise<void> {
  await ask({ title, text, choices: [{ label: 'OK', value: true, main: true }] })
}

/** Shows how far something has come; Cancel or Escape stops it through the returned signal. */
export function showProgress(title: string) {
  const controller = new AbortController()
  const dialog = element('dialog', 'pl-dialog')
  dialog.setAttribute('aria-label', title)
  const bar = element('progress', '')
  bar.max = 1
  bar.setAttribute('aria-label', title)
  const buttons = element('div', 'pl-dialog-buttons')
  const cancel = element('button', '', 'Cancel')
  cancel.addEventListener('click', () => dialog.close())
  buttons.append(cancel)
  const heading = element('h2', '', title)
  dialog.append(heading, bar, buttons)
  dialog.addEventListener('close', () => {
    dialog.remove()
    controller.abort()
  })
  // What is over in a moment needs no dialog.
  const timer = setTimeout(show, 400)
  function show(): void {
    clearTimeout(timer)
    if (dialog.open) return
    document.body.append(dialog)
    dialog.showModal()
  }
  return {
    signal: controller.signal,
    update: (done: number) => {
      bar.value = done
    },
    /** From here on it cannot be stopped, nor its end foreseen. Resolves when the page has drawn that. */
    last: async (text: string) => {
      heading.textContent = text
      bar.removeAttribute('value')
      cancel.disabled = true
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    },
    /** At the end, and while the user is asked something. */
    hide: () => {
      clearTimeout(timer)
      dialog.remove()
    },
    show,
  }
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}
