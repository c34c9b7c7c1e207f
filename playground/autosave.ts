import { isCoreCommand, type Model } from '@odoo/o-spreadsheet'
import { type KeptWork, writeWork } from './keep-work'
import type { WorkbookData } from './table-sheet'

export type SavedState = 'saved' | 'saving' | 'newer elsewhere' | 'impossible' | 'off'

const shortestDelay = 400
/** Writing a large workbook stops the page for a moment; it should not stop it more than a tenth of the time. */
const delayPerExport = 10

/** Saves a workbook some moments after each change, on top of one revision after the other. */
export function autosave(show: (state: SavedState) => void, onNewer: (kept: KeptWork) => void) {
  let model: Model | undefined
  let revision = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastExport = 0
  let writing = Promise.resolve()
  let stopped = false

  function changed(): void {
    if (stopped) return
    show('saving')
    clearTimeout(timer)
    timer = setTimeout(save, Math.max(shortestDelay, lastExport * delayPerExport))
  }

  function save(): void {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
  }

  async function write(): Promise<void> {
    if (!model || stopped) return
    const began = performance.now()
    const data = JSON.stringify(workbookData(model))
    lastExport = performance.now() - began
    try {
      const outcome = await writeWork(data, revision)
      if ('newer' in outcome) {
        stopped = true
        show('newer elsewhere')
        onNewer(outcome.newer)
        return
      }
      revision = outcome.revision
      if (!timer) show('saved')
    } catch {
      show('impossible')
    }
  }

  return {
    /** From now on this workbook is kept, on top of `basedOn`, or of the last revision written. */
    follow(next: Model, basedOn = revision): void {
      model?.off('command-dispatched', autosave)
      model = next
      revision = basedOn
      stopped = false
      next.on('command-dispatched', autosave, command => {
        if (isCoreCommand(command as never) || /UNDO|REDO/.test((command as { type?: string }).type ?? ''))
          changed()
      })
    },
    saveNow: save,
    saveIfBehind(): void {
      if (timer) save()
    },
    /** True while something is on the page that is not kept. */
    isBehind: () => timer !== undefined || stopped,
    stop(): void {
      stopped = true
      show('off')
    },
  }
}

/**
 * The workbook as plain data, every cell written out. The public `exportData` builds a second model to prove its
 * own compression, five times the work.
 */
export function workbookData(model: Model): WorkbookData {
  return model._exportData(false) as WorkbookData
}
