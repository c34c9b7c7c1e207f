/** The page's own parts around the spreadsheet: buttons, sidebar, dropping of files. */
export interface PageActions {
  readonly open: (file: File) => void
  readonly templates: () => void
  readonly save: () => void
  readonly startOver: () => void
  readonly keep: () => void
  readonly focusCells: () => void
}

export function bindPage(actions: PageActions): void {
  const input = byId<HTMLInputElement>('file')
  byId('open-file').addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    // Emptied, so that choosing the same file once more is a change again.
    if (file) actions.open(file)
    input.value = ''
  })
  byId('templates').addEventListener('click', actions.templates)
  byId('save-xlsx').addEventListener('click', actions.save)
  byId('start-over').addEventListener('click', actions.startOver)
  bindSidebar()
  bindDropping(actions.open)
  bindKeys(actions)
  bindNotice(actions)
}

/** F6 goes on to the next part of the page, as in the office programs: Tab belongs to the cells. */
function bindKeys({ keep, focusCells }: PageActions): void {
  const parts = () => [
    { holds: document.querySelector('.pl-header'), focus: () => byId('open-file').focus() },
    { holds: byId('spreadsheet'), focus: focusCells },
    ...(byId('sidebar').hidden ? [] : [{ holds: byId('sidebar'), focus: focusSidebar }]),
    ...(closeNotice() ? [{ holds: byId('notice'), focus: () => closeNotice()?.focus() }] : []),
  ]
  const goOn = (step: number) => {
    const all = parts()
    const here = all.findIndex(part => part.holds?.contains(document.activeElement))
    all[(here + step + all.length) % all.length]?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    if (event.key !== 'F6' && !isSave) return
    event.preventDefault()
    event.stopPropagation()
    if (isSave) keep()
    else goOn(event.shiftKey ? -1 : 1)
  }
  const sidebar = byId<HTMLIFrameElement>('sidebar')
  const bind = (target: Window | null) => target?.addEventListener('keydown', onKey, { capture: true })
  bind(window)
  sidebar.addEventListener('load', () => {
    bind(sidebar.contentWindow)
    sidebar.contentWindow?.addEventListener('focusin', event => {
      keptFocus = event.target as HTMLElement
    })
  })
}

const closeNotice = () => byId('notice').querySelector<HTMLElement>('.pl-notice-close')

/** Escape closes a message as its cross does; either way the keyboard goes back to the cells. */
function bindNotice({ focusCells }: PageActions): void {
  const notice = byId('notice')
  notice.addEventListener('click', () => closeNotice() ?? focusCells())
  notice.addEventListener('keydown', event => {
    if (event.key === 'Escape') closeNotice()?.click()
  })
}

/** Browsers forget it when the keyboard goes to another document. */
let keptFocus: HTMLElement | null = null

/** To where the keyboard was; for the first time to the search field, or to the open tab where that is hidden. */
function focusSidebar(): void {
  const frame = byId<HTMLIFrameElement>('sidebar').contentWindow
  if (frame === null) return
  const { document } = frame
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  frame.focus()
  for (const place of [keptFocus, find('input'), find('[role=tab][aria-selected=true]')]) {
    place?.focus()
    if (place?.isConnected && document.activeElement === place) return
  }
}

function bindSidebar(): void {
  const sidebar = byId<HTMLIFrameElement>('sidebar')
  const toggle = byId('toggle-sidebar')
  const show = (visible: boolean) => {
    sidebar.hidden = !visible
    toggle.setAttribute('aria-expanded', String(visible))
    // o-spreadsheet measures itself when the window changes, not when its neighbours do.
    window.dispatchEvent(new Event('resize'))
  }
  toggle.addEventListener('click', () => show(sidebar.hidden === true))
  if (window.innerWidth <= 760) show(false)
}

function bindDropping(open: (file: File) => void): void {
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const mark = (on: boolean) => document.body.classList.toggle('pl-dropping', on)
  const bind = (target: Window | null) => {
    target?.addEventListener('dragover', event => {
      if (!hasFile(event)) return
      event.preventDefault()
      mark(true)
    })
    target?.addEventListener('dragleave', event => {
      if (event.relatedTarget === null) mark(false)
    })
    target?.addEventListener('drop', event => {
      mark(false)
      if (!hasFile(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) open(file)
    })
  }
  // A file dropped onto the sidebar would otherwise be opened there, by the browser.
  const sidebar = byId<HTMLIFrameElement>('sidebar')
  sidebar.addEventListener('load', () => bind(sidebar.contentWindow))
  bind(window)
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  return document.getElementById(id) as E
}
