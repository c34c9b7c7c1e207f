import { Model } from '@odoo/o-spreadsheet'
import { templates } from '../templates/bundled'
import { offerArguments } from './argument-proposals'
import { autosave, type SavedState, workbookData } from './autosave'
import { ask, tell } from './dialogs'
import { unfoldFormulaHelp } from './formula-help'
import { handingOver } from './hand-over'
import { type KeptWork, readWork } from './keep-work'
import { type Notice, showNotice } from './notice'
import { openFile } from './open-file'
import { bindPage, byId, download } from './page'
import { registerProbes } from './probes'
import { registerFunctions } from './register-functions'
import { sampleWorkbook } from './sample'
import { activateSheet, finishEditing, focusCells, isEditing, showSpreadsheet } from './spreadsheet'
import type { WorkbookData } from './table-sheet'
import { registerOneStep } from './workbook/edits'
import { workbookPort } from './workbook-port'

let model: Model
/** The sample or the template that was opened last, as it was opened. */
let untouched: Model | undefined
const keeper = autosave(showSaved, newerElsewhere)

async function show(next: Model, basedOn?: number): Promise<void> {
  model = next
  await showSpreadsheet(next)
  keeper.follow(next, basedOn)
}

async function start(): Promise<void> {
  registerFunctions()
  offerArguments()
  registerProbes()
  registerOneStep()
  window.plumblineWorkbook = {
    ...workbookPort(() => model, isEditing, templates),
    handOverCopy: handingOver(() => model, download),
  }
  const [sample, kept] = await Promise.all([sampleWorkbook(), readWork().catch(() => 'impossible' as const)])
  if (kept === 'impossible') showSaved('impossible')
  if (kept === undefined || kept === 'impossible') {
    untouched = new Model(sample)
    await show(untouched, 0)
  } else if (!(await restore(kept))) await leaveDamaged(kept, sample)
  bindPage({ open, templates: openTemplate, save, startOver, keep: keeper.saveNow, focusCells })
  addSidebar()
  unfoldFormulaHelp(byId('spreadsheet'))
  window.addEventListener('pagehide', keeper.saveIfBehind)
  document.addEventListener('visibilitychange', () => document.hidden && keeper.saveIfBehind())
  window.addEventListener('beforeunload', event => keeper.isBehind() && event.preventDefault())
}

/** Loaded after the spreadsheet, which people look at first. Its search field would take the keyboard from the cells. */
function addSidebar(): void {
  const sidebar = byId<HTMLIFrameElement>('sidebar')
  sidebar.addEventListener('load', focusCells)
  sidebar.src = 'sidebar.html'
}

async function restore(kept: KeptWork): Promise<boolean> {
  try {
    const data = JSON.parse(kept.data) as WorkbookData
    if (!Array.isArray(data.sheets) || data.sheets.length === 0) return false
    await show(new Model(data), kept.revision)
    showSaved('saved')
    return true
  } catch (error) {
    console.error(error)
    return false
  }
}

async function leaveDamaged(kept: KeptWork, sample: WorkbookData): Promise<void> {
  await show(new Model(sample), kept.revision)
  const choice = await ask({
    title: 'The workbook that this browser keeps cannot be opened',
    text: [
      'It is damaged, or was made by another version. The sample is shown instead; nothing is lost yet.',
    ],
    choices: [
      { label: 'Keep it and do not save', value: 'keep' },
      { label: 'Download it and start over', value: 'download', main: true },
    ],
  })
  if (choice !== 'download') return keeper.stop()
  download(new Blob([String(kept.data)], { type: 'application/json' }), 'plumbline-workbook.json')
  keeper.saveNow()
}

async function open(file: File): Promise<void> {
  finishEditing()
  const opened = await openFile(file, () => workbookData(model)).catch(
    explain(`${file.name} cannot be opened`),
  )
  if (!opened) return
  const next = new Model(opened.data)
  await show(next)
  opened.whenShown?.()
  if (opened.sheetId) activateSheet(next, opened.sheetId)
  focusCells()
  keeper.saveNow()
  showNotice(opened.notice)
}

async function openTemplate(): Promise<void> {
  finishEditing()
  const { chosenWorkbook } = await import('./open-template')
  const opened = await chosenWorkbook(templates, mayLeave).catch(explain('The template cannot be opened'))
  if (!opened) return
  untouched = new Model(opened.data)
  await show(untouched)
  focusCells()
  keeper.saveNow()
  showNotice(opened.notice)
}

/** Work goes away only on its owner's word; an example that nobody has touched is no work. */
async function mayLeave(title: string, label: string): Promise<boolean> {
  if (model === untouched && !model.getters.canUndo()) return true
  const agreed = await ask({
    title,
    text: ['The workbook that is open now goes away. Save it as xlsx first if you want it back.'],
    choices: [
      { label: 'Cancel', value: false },
      { label, value: true, main: true },
    ],
  })
  return agreed === true
}

async function save(): Promise<void> {
  finishEditing()
  const { saveXlsx } = await import('./save-xlsx')
  const blob = await saveXlsx(model).catch(explain('The workbook cannot be saved as xlsx'))
  if (!blob) return
  download(blob, 'plumbline.xlsx')
  showNotice(savedAsXlsx)
}

const savedAsXlsx: Notice = {
  title: 'Saved as plumbline.xlsx',
  lines: [
    'In Excel, Plumbline’s formulas compute with the add-in; without it they keep the values shown here.',
  ],
}

async function startOver(): Promise<void> {
  if (!(await mayLeave('Start over with the sample?', 'Start over'))) return
  untouched = new Model(await sampleWorkbook())
  await show(untouched)
  keeper.saveNow()
  showNotice({ title: 'The sample is open' })
}

async function newerElsewhere(kept: KeptWork): Promise<void> {
  const choice = await ask({
    title: 'This workbook was changed in another tab',
    text: ['The other tab’s work is kept, this tab’s is not. Save this tab as xlsx if you want both.'],
    choices: [
      { label: 'Neither for now', value: undefined },
      { label: 'Show the other tab’s work', value: 'other' },
      { label: 'Keep this tab’s work', value: 'this', main: true },
    ],
  })
  if (choice === 'other' && !(await restore(kept))) await tell('The other tab’s work cannot be opened')
  if (choice !== 'this') return
  keeper.follow(model, kept.revision)
  keeper.saveNow()
}

const savedTexts: Record<SavedState, string> = {
  saved: 'Saved in this browser',
  saving: 'Saving…',
  'newer elsewhere': 'Not saved: changed in another tab',
  impossible: 'Not saved: this browser keeps nothing',
  off: 'Not saved: the earlier workbook is kept',
}

function showSaved(state: SavedState): void {
  byId('saved').textContent = savedTexts[state]
}

function explain(title: string): (error: unknown) => Promise<undefined> {
  return async error => {
    console.error(error)
    await tell(title, 'Something unexpected happened on the way; the workbook that is open is as it was.')
    return undefined
  }
}

await start()
