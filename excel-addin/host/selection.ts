/// <reference types="office-js" />
import { type Area, cellAt } from '../../shared/workbook/area'
import { Refused, type Selected } from '../../shared/workbook/steps'
import { rangeOf, sheetsNamed } from './read'

const place = 'rowIndex,columnIndex,rowCount,columnCount,worksheet/name'

/** There is none while a chart is selected or its sheet is open. */
export async function selected(context: Excel.RequestContext): Promise<Selected | undefined> {
  try {
    const active = context.workbook.getActiveCell()
    active.load(place)
    await context.sync()
    const { sheet, top, left } = areaOf(active)
    const cell = cellAt(sheet, top, left)
    return { cell, area: (await selectedRange(context)) ?? cell }
  } catch {
    return undefined
  }
}

/** Of a selection of several ranges Excel tells none. */
async function selectedRange(context: Excel.RequestContext): Promise<Area | undefined> {
  try {
    const range = context.workbook.getSelectedRange()
    range.load(place)
    await context.sync()
    return areaOf(range)
  } catch {
    return undefined
  }
}

function areaOf({ worksheet, rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  const [bottom, right] = [rowIndex + rowCount - 1, columnIndex + columnCount - 1]
  return { sheet: worksheet.name, top: rowIndex, left: columnIndex, bottom, right }
}

export async function select(context: Excel.RequestContext, area: Area): Promise<void> {
  const sheet = (await sheetsNamed(context, [area.sheet])).get(area.sheet) as Excel.Worksheet
  sheet.load('visibility')
  await context.sync()
  if (sheet.visibility !== 'Visible') {
    throw new Refused(
      `The sheet ${area.sheet} is hidden. Show it with a right click on the tabs → Unhide, then try again.`,
    )
  }
  sheet.activate()
  rangeOf(sheet, area).select()
  await context.sync()
}
