import { type Model, Spreadsheet } from '@odoo/o-spreadsheet'
import { App } from '@odoo/owl'
import { ask, tell } from './dialogs'
import { showNotice } from './notice'

const templates = fetch('vendor/o-spreadsheet/o_spreadsheet.xml').then(response => response.text())
let shown: { app: { destroy(): void }; model: Model } | undefined

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
  shown = { app, model }
  await app.mount(place)
  former?.model.leaveSession()
}

/** Whether a cell or the formula bar is being typed in. */
export function isEditing(): boolean {
  return document.querySelector('.o-grid-composer .o-composer, .o-topbar-composer.active') !== null
}

export function activateSheet(model: Model, sheetId: string): void {
  model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId })
}
