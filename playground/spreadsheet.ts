import { type Model, Spreadsheet, stores } from '@odoo/o-spreadsheet'
import { App } from '@odoo/owl'
import { ask, tell } from './dialogs'
import { showNotice } from './notice'

const templates = fetch('vendor/o-spreadsheet/o_spreadsheet.xml').then(response => response.text())
let shown: { app: { destroy(): void }; model: Model; component: Spreadsheet } | undefined

/** Puts a workbook on the page, in place of the one that was shown before. */
export async function showSpreadsheet(model: Model): Promise<void> {
  const place = document.getElementById('spreadsheet') as HTMLElement
  const former = shown
  const props = {
    model,
    notifyUser: ({ text }: { text: string }) => showNotice({ title: text }),
    raiseError: (text: string, after?: () => void) => tell(text).then(after),
    askConfirmation: async (text: string, confirm: () => void, cancel?: () => void) => {
      const agreed = await ask({
        title: text,
        text: [],
        choices: [
          { label: 'Cancel', value: false },
          { label: 'OK', value: true, main: true },
        ],
      })
      if (agreed) confirm()
      else cancel?.()
    },
  }
  former?.app.destroy()
  place.replaceChildren()
  const app = new App(Spreadsheet as never, { props: props as never, templates: await templates })
  const component = (await app.mount(place)) as unknown as Spreadsheet
  shown = { app, model, component }
  former?.model.leaveSession()
}

interface Composer {
  readonly editionMode: 'inactive' | 'editing' | 'selecting'
  readonly stopEdition: () => void
}

/** The cell, or the formula bar, that is typed in or would be. */
function activeComposer(): Composer | undefined {
  const env = shown?.component.env as unknown as {
    getStore: (store: unknown) => { activeComposer: Composer }
  }
  return env?.getStore(stores.ComposerFocusStore).activeComposer
}

export function isEditing(): boolean {
  return (activeComposer()?.editionMode ?? 'inactive') !== 'inactive'
}

/** Takes over what is being typed, as Enter does: saving or leaving a workbook must not lose it. */
export function finishEditing(): void {
  if (isEditing()) activeComposer()?.stopEdition()
}

/** Puts the keyboard back onto the cells. */
export function focusCells(): void {
  window.focus()
  shown?.component.focusGrid()
}

export function activateSheet(model: Model, sheetId: string): void {
  model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId })
}
