import type { Edit } from '../shared/workbook/steps'
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
  'Each opens with the figures of a made-up company. Open your own exports afterwards: they take the place of its tables.'

function cardOf(template: Template): HTMLButtonElement {
  const { title, forWhom, shows, sheets } = template
  const card = element('button', 'pl-template')
  const edits = editsAlone(template)
  card.append(
    drawThumbnail(pageShapes(edits, mainPage(edits, sheets))),
    element('strong', '', title),
    element('span', 'pl-for-whom', forWhom),
    element('span', '', shows),
  )
  return card
}

/** The first sheet is the check list; what people come for is the next, unless that is a mere table. */
function mainPage(edits: readonly Edit[], [first = '', second = '']: readonly string[]): string {
  const isPage = edits.some(
    edit => edit.do === 'dress' && edit.sheet === second && edit.dress.gridlines === false,
  )
  return isPage ? second : first
}
