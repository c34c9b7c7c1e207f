/** The page's own parts around the spreadsheet: buttons, sidebar, dropping of files. */
export interface PageActions {
  readonly open: (file: File) => void
  readonly save: () => void
  readonly startOver: () => void
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
  byId('save-xlsx').addEventListener('click', actions.save)
  byId('start-over').addEventListener('click', actions.startOver)
  bindSidebar()
  bindDropping(actions.open)
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
  window.addEventListener('dragover', event => {
    if (!hasFile(event)) return
    event.preventDefault()
    mark(true)
  })
  window.addEventListener('dragleave', event => {
    if (event.relatedTarget === null) mark(false)
  })
  window.addEventListener('drop', event => {
    mark(false)
    const file = event.dataTransfer?.files[0]
    if (!hasFile(event) || !file) return
    event.preventDefault()
    open(file)
  })
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
