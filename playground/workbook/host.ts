import type { Model } from '@odoo/o-spreadsheet'
import { type Host, Refused } from '../../shared/workbook/steps'
import { applyEdits } from './edits'
import { overview } from './overview'
import { readArea, select, selected } from './read'

/** Who saves to a workbook at the moment: the sidebar may be asked for two things at once. */
const saving = new WeakMap<Model, object>()

/** The workbook on the page. `isEditing` tells whether somebody is typing in a cell. */
export function playgroundHost(currentModel: () => Model, isEditing: () => boolean): Host {
  const me = {}
  return {
    overview: () => overview(currentModel()),
    read: areas => areas.map(area => readArea(currentModel(), area)),
    selected: () => selected(currentModel()),
    select: area => select(currentModel(), area),
    apply: edits => {
      if (isEditing()) throw new Refused('A cell is being typed in: press Enter or Escape there first.')
      applyEdits(currentModel(), edits)
    },
    lock: () => {
      const holder = saving.get(currentModel()) ?? me
      saving.set(currentModel(), holder)
      return holder === me
    },
    unlock: () => {
      if (saving.get(currentModel()) === me) saving.delete(currentModel())
    },
  }
}
