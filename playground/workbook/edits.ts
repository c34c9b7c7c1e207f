import { type Model, registries, UIPlugin } from '@odoo/o-spreadsheet'
import type { Area } from '../../shared/workbook/area'
import { type Edit, Refused } from '../../shared/workbook/steps'
import { dress } from './dress'
import { lookAs, pixelsOf } from './looks'
import { newId, sheetIdOf } from './overview'
import { makeRoom } from './room'
import { fitRows } from './row-heights'
import { writeCells } from './write'

export type Dispatch = Model['dispatch']

/** Does all edits as one step of Undo. */
export function applyEdits(model: Model, edits: readonly Edit[]): void {
  let failure: unknown
  let isDone = false
  const run = (dispatch: Dispatch) => {
    isDone = true
    try {
      for (const id of model.getters.getSheetIds()) makeRoom(model, dispatch, id, edits)
      for (const edit of edits) {
        applyEdit(model, dispatch, edit)
        if (edit.do === 'add sheet') makeRoom(model, dispatch, sheetIdOf(model, edit.sheet), edits)
      }
    } catch (error) {
      failure = error
    }
  }
  model.dispatch(oneStep as never, { run } as never)
  // While a locked sheet is shown the spreadsheet takes no command of ours as a whole, be it about another sheet.
  if (!isDone) run(model.dispatch)
  if (failure !== undefined) throw failure
  fitRows(model, edits)
}

const oneStep = 'PLUMBLINE_ONE_STEP'

/** A command that does others: what is done within one command is one step of Undo. Called before any workbook opens. */
export function registerOneStep(): void {
  class OneStepPlugin extends UIPlugin {
    override handle(command: { type: string; run?: (dispatch: Dispatch) => void }): void {
      if (command.type === oneStep) command.run?.(this.dispatch)
    }
  }
  // The spreadsheet needs it to keep several cells in one step; a browser without it gets a step for each.
  if (!('groupBy' in Object) || registries.featurePluginRegistry.contains(oneStep)) return
  registries.featurePluginRegistry.add(oneStep, OneStepPlugin as never)
}

function applyEdit(model: Model, dispatch: Dispatch, edit: Edit): void {
  if (edit.do === 'add sheet') addSheet(model, dispatch, edit.sheet, edit.after)
  if (edit.do === 'remove sheet') removeSheet(model, dispatch, edit.sheet, edit.charts)
  if (edit.do === 'write') writeCells(model, dispatch, edit)
  if (edit.do === 'name') pointName(model, dispatch, edit.name, edit.area)
  if (edit.do === 'look') {
    const command = { ...target(model, edit.area), ...lookAs(edit.look) }
    accepted(dispatch('SET_FORMATTING', command), edit.area.sheet)
  }
  if (edit.do === 'dress') dress(model, dispatch, edit.sheet, edit.dress)
  if (edit.do === 'widths') {
    const sheetId = sheetIdOf(model, edit.sheet)
    for (const [index, letters] of edit.letters.entries()) {
      const size = pixelsOf(letters)
      dispatch('RESIZE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements: [index], size })
    }
  }
}

/** Says in a sentence what the spreadsheet refused. */
export function accepted(result: ReturnType<Dispatch>, what: string): void {
  const [reason] = result.reasons
  if (result.isSuccessful || reason === 'NoChanges') return
  throw new Refused(
    reason === 'SheetLocked'
      ? `${what} is on a locked sheet: unlock it with a right click on its tab, then try again.`
      : `The spreadsheet refused to change ${what} (${reason}).`,
  )
}

function target(model: Model, { sheet, top, left, bottom, right }: Area) {
  return { sheetId: sheetIdOf(model, sheet), target: [{ top, left, bottom, right }] }
}

function addSheet({ getters }: Model, dispatch: Dispatch, name: string, after?: string): void {
  const ids = getters.getSheetIds()
  const place = ids.findIndex(id => getters.getSheetName(id) === after)
  const sheetId = newId()
  accepted(dispatch('CREATE_SHEET', { sheetId, name, position: place < 0 ? ids.length : place + 1 }), name)
}

function removeSheet(model: Model, dispatch: Dispatch, name: string, charts = 0): void {
  const sheetId = sheetIdOf(model, name)
  if (model.getters.getFigures(sheetId).length > charts) {
    throw new Refused(`The sheet ${name} holds a chart or a picture, which would be lost.`)
  }
  accepted(dispatch('DELETE_SHEET', { sheetId, sheetName: name }), name)
}

function pointName(model: Model, dispatch: Dispatch, name: string, area: Area | undefined): void {
  const { getters } = model
  const known = getters.getNamedRange(name)?.name
  if (area === undefined) {
    if (known !== undefined) accepted(dispatch('DELETE_NAMED_RANGE', { name: known }), name)
    return
  }
  const {
    sheetId,
    target: [zone],
  } = target(model, area)
  // Without its sheet the range would have to lie within the one that is shown.
  const ranges = {
    sheetId,
    ranges: [getters.getRangeDataFromZone(sheetId, zone as NonNullable<typeof zone>)],
  }
  const result =
    known === undefined
      ? dispatch('CREATE_NAMED_RANGE', { name, ...ranges })
      : dispatch('UPDATE_NAMED_RANGE', { oldRangeName: known, newRangeName: known, ...ranges })
  accepted(result, `the name ${name}`)
}
