import { formulas } from '../../shared/formulas'
import { type Argument, type Cell, isMatrix } from '../../shared/values'
import { type Area, parseAddress } from '../../shared/workbook/area'
import type { Block } from '../../shared/workbook/steps'
import type { FakeWorkbook } from './fake-host'

/** What a cell of the workbook shows: its formula computed by the core, that of the cells that it names before it. */
export function computed(workbook: FakeWorkbook, address: string): Cell {
  const area = parseAddress(address, '') as Area
  const [block] = workbook.host.read([area]) as readonly Block[]
  const formula = block?.formulas[0]?.[0] ?? ''
  if (formula === '') return block?.values[0]?.[0] ?? null
  if (formula === '=AS_OF') return argument(workbook, 'AS_OF', area.sheet) as Cell
  const [, name, given] = /^=(?:PLUMB\.)?([A-Z_]+)\((.*)\)$/.exec(formula) ?? []
  const called = formulas.find(one => one.name === name)
  if (!called || given === undefined) throw new Error(`${formula} is no call of ours`)
  const result = called.compute(given.split(',').map(text => argument(workbook, text, area.sheet)))
  return isMatrix(result) ? (result[0]?.[0] ?? null) : result
}

/** A text in quotes, a cell, the day before the one in a cell, or a name. */
function argument(workbook: FakeWorkbook, text: string, sheet: string): Argument {
  if (text.startsWith('"')) return text.slice(1, -1)
  const [, cell, less] = /^(.*?)(-1)?$/.exec(text.replace(/\$/g, '')) as RegExpExecArray
  const area = parseAddress(cell as string, sheet)
  if (area) {
    const value = computed(workbook, `${sheet}!${cell}`)
    return less ? Number(value) - 1 : value
  }
  const named = workbook.names[text]
  if (!named) throw new Error(`there is no name ${text}`)
  const [block] = workbook.host.read([named]) as readonly Block[]
  const values = block?.values ?? []
  return named.top === named.bottom && named.left === named.right ? values[0]?.[0] : values
}
