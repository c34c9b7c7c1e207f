import { helpers, type Model } from '@odoo/o-spreadsheet'
import type { Area } from '../../shared/workbook/area'
import { type Overview, Refused } from '../../shared/workbook/steps'
import { wallClock } from '../../shared/workbook/wall-clock'

/** A sheet's rows and columns that hold anything, spilled cells included. */
export function extent({ getters }: Model, sheetId: string): { rows: number; columns: number } {
  let [rows, columns] = [0, 0]
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const { value, type } = getters.getEvaluatedCell(position)
    if (type === 'empty' || value === '') continue
    rows = Math.max(rows, position.row + 1)
    columns = Math.max(columns, position.col + 1)
  }
  return { rows, columns }
}

export function overview(model: Model): Overview {
  const { getters } = model
  const { code, decimalSeparator, formulaArgSeparator } = getters.getLocale()
  return {
    sheets: getters.getSheetIds().map(id => ({
      name: getters.getSheetName(id),
      ...extent(model, id),
      hidden: !getters.isSheetVisible(id),
      guarded: getters.isSheetLocked(id),
    })),
    names: namesOf(model),
    locale: {
      language: code.replace('_', '-'),
      decimal: decimalSeparator === ',' ? ',' : '.',
      separator: formulaArgSeparator === ';' ? ';' : ',',
    },
    now: wallClock(new Date()),
    prefix: '',
  }
}

function namesOf({ getters }: Model): Record<string, Area | undefined> {
  const names: Record<string, Area | undefined> = {}
  for (const { name, range } of getters.getNamedRanges()) {
    const sheet = getters.tryGetSheetName(range.sheetId)
    names[name.toUpperCase()] = sheet === undefined || range.invalidXc ? undefined : { sheet, ...range.zone }
  }
  return names
}

export function sheetIdOf({ getters }: Model, name: string): string {
  const id = getters.getSheetIdByName(name)
  if (id === undefined) throw new Refused(`There is no sheet ${name} any more.`)
  return id
}

export const newId = () => new helpers.UuidGenerator().uuidv4()
