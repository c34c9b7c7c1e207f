import { fileHost, type SheetCells } from '../../command-line/file-host'
import type { Computed } from '../../command-line/template/computed'
import type { Argument } from '../../shared/values'
import { type Area, parseAddress } from '../../shared/workbook/area'
import { argumentValue, isForeign } from '../../shared/workbook/formulas/argument-values'
import { cellsOf } from '../../shared/workbook/formulas/cells-read'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import { answerNow } from '../../shared/workbook/run'
import { type Host, overview, type Steps } from '../../shared/workbook/steps'
import { formulasOf } from './made'

/** A template’s cells as a host that answers from them, without any spreadsheet. */
export function hostOf(workbook: Computed): Host {
  const formulas = formulasOf(workbook)
  const sheets = [...workbook.values].map(([sheet, values]): [string, SheetCells] => {
    const own = formulas.flatMap(([address, formula]) => {
      const area = parseAddress(address, '') as Area
      return area.sheet === sheet ? [[`${area.top},${area.left}`, formula] as const] : []
    })
    const columns = Math.max(0, ...values.map(row => row.length))
    return [sheet, { values, columns, formulas: new Map(own), hidden: false }]
  })
  const names = workbook.edits.flatMap(edit => (edit.do === 'name' ? [[edit.name, edit.area] as const] : []))
  return fileHost({ sheets: new Map(sheets), names: Object.fromEntries(names) }, 46_203)
}

/** What the core computes for a formula in a cell; undefined where the spreadsheet itself would have to. */
export function coreValue(host: Host, address: string, formula: string): Argument {
  return answerNow(valueIn(parseAddress(address, '') as Area, formula), host)
}

function* valueIn(cell: Area, formula: string): Steps<Argument> {
  const around = yield* overview()
  const expression = readFormula(formula)
  const cells = yield* cellsOf([expression], cell.sheet, around)
  const value = argumentValue(expression, { overview: around, cell, cells, given: [], known: new WeakMap() })
  return isForeign(value) ? undefined : value
}
