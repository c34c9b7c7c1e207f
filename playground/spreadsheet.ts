import { type Model, Spreadsheet } from '@odoo/o-spreadsheet'
import { App } from '@odoo/owl'

const templates = fetch('vendor/o-spreadsheet/o_spreadsheet.xml').then(response => response.text())

/** Puts a workbook on the page, in place of the one that was shown before. */
export async function showSpreadsheet(model: Model): Promise<void> {
  const app = new App(Spreadsheet as never, { props: { model } as never, templates: await templates })
  await app.mount(document.getElementById('spreadsheet') as HTMLElement)
}
