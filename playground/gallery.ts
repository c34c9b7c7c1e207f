import type { Template } from '../shared/workbook/template'
import { element } from './dialogs'
import { editsAlone } from './template-workbook'
import { drawThumbnail, pageShapes } from './thumbnail'

/** Shows all templates, and resolves to the one that was chosen; to `undefined` where the dialog was closed. */
export function chooseTemplate(templates: readonly Template[]): Promise<Template | undefined> {
  const dialog = element('dialog', 'pl-dialog pl-gallery')
  dialog.setAttribute('aria-labelledby', 'pl-gallery-title')
  const heading = element('h2', '', 'Start from a template')
  heading.id = 'pl-gallery-title'
  const list = element('ul', 'pl-templates')
  const buttons = element('div', 'pl-dialog-buttons')
  const cancel = element('button', '', 'Cancel')
  cancel.addEventListener('click', () => dialog.close())
  buttons.append(cancel)
  dialog.append(heading, element('p', '', explanation), list, buttons)
  document.body.append(dialog)
  return new Promise(resolve => {
    for (const template of templates) {
      const card = cardOf(template)
      card.addEventListener('click', () => {
        resolve(template)
        dialog.close()
      })
      const item = element('li', '')
      item.append(card)
      list.append(item)
    }
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(undefined)
    })
    dialog.showModal()
  })
}

const explanation =
  'They come with the figures of a made-up company. Open your own exports afterwards: these take the place of its tables.'

function cardOf(template: Template): HTMLButtonElement {
  const { title, forWhom, shows, sheets } = template
  const card = element('button', 'pl-template')
  card.append(
    drawThumbnail(pageShapes(editsAlone(template), mainPage(sheets))),
    element('strong', '', title),
    element('span', 'pl-for-whom', forWhom),
    element('span', '', shows),
  )
  return card
}

/** The first sheet is the check list and the last one its checks; what people come for stands between. */
const mainPage = (sheets: readonly string[]): string => (sheets.length > 2 ? sheets[1] : sheets[0]) ?? ''
