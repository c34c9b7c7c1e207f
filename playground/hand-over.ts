import type { Model } from '@odoo/o-spreadsheet'
import type { Workbook } from '../shared/sidebar/workbook'
import { isCellError } from '../shared/values'
import { planned, told } from '../shared/workbook/handover/hand-over'
import type { AskedHandOver, HandedOver } from '../shared/workbook/questions'
import { answerLater } from '../shared/workbook/run'
import { isRefused } from '../shared/workbook/steps'
import { playgroundHost } from './workbook/host'

/** Hands over the workbook as an xlsx file, which `give` gives to the user; the one on the page stays as it is. */
export function handingOver(
  currentModel: () => Model,
  give: (file: Blob, name: string) => void,
): NonNullable<Workbook['handOverCopy']> {
  return async asked => {
    // The page gets a moment to show that something is going on.
    await new Promise(resolve => setTimeout(resolve))
    try {
      return await handedOver(currentModel, asked, give)
    } catch (error) {
      if (isCellError(error) || isRefused(error)) {
        return { outcome: 'refused', reason: isCellError(error) ? error.reason : error.message }
      }
      throw error
    }
  }
}

async function handedOver(
  currentModel: () => Model,
  { form }: AskedHandOver,
  give: (file: Blob, name: string) => void,
): Promise<HandedOver> {
  const host = playgroundHost(currentModel, () => false)
  const made = await answerLater(planned(form), host)
  const [{ saveXlsx }, { editXlsx }, { handedOverEdits }] = await Promise.all([
    import('./save-xlsx'),
    import('./xlsx/edit-xlsx'),
    import('./xlsx/handed-over'),
  ])
  const edits = handedOverEdits(made)
  const file = await saveXlsx(currentModel())
  const edited = await editXlsx(new Uint8Array(await file.arrayBuffer()), edits)
  give(new Blob([edited as BlobPart], { type: file.type }), 'handed-over.xlsx')
  return { outcome: 'done', undo: { expected: [], names: [], edits: [] }, ...told(made.plan) }
}
