import { type Cell, isCellError } from '../../shared/values'
import { columnLetters, parseAddress } from '../../shared/workbook/area'
import { filledFormula } from '../../shared/workbook/formulas/relative-formula'
import { attribute } from './attribute'
import { escapeXml } from './xml'

/** What a cell of a file is to hold. */
export interface CellOfFile {
  /** As the file stores it, without its `=`. */
  readonly formula?: string
  /** What is shown until somebody computes; `null` empties the cell. */
  readonly value: Cell
  /** The cells that the formula fills, as `B5:C7`, where it is more than its own. */
  readonly fills?: string
}

/** By row and by column, both from 0. */
export type CellsOfSheet = ReadonlyMap<number, ReadonlyMap<number, CellOfFile>>

/** A sheet whose cells are being changed. */
export interface Sheet {
  readonly cells: CellsOfSheet
  /** What stands before the names of its elements: nothing, or `x:`. */
  readonly prefix: string
  /** How the file marks formulas that fill as many cells as they need; undefined where it does not. */
  readonly dynamic: string | undefined
  /** Formulas, by number, that other cells share with one that is changed. */
  readonly shared: ReadonlyMap<
    number,
    { readonly text: string; readonly row: number; readonly column: number }
  >
}

/** An element of a sheet's XML: its attributes and what is in it. */
export const element = (prefix: string, name: string): RegExp =>
  new RegExp(`<${prefix}${name}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}${name}>)`, 'g')

/** A cell that shared the formula of one that is changed gets it written out; any other stays as it is. */
export function keptCell(cell: string, row: number, column: number, { prefix, shared }: Sheet): string {
  if (shared.size === 0) return cell
  return cell.replace(element(prefix, 'f'), (whole, attributes: string) => {
    const from = shared.get(Number(attribute(attributes, 'si') ?? -1))
    if (!from) return whole
    const formula = filledFormula(from.text, row - from.row, column - from.column)
    return `<${prefix}f>${escapeXml(formula)}</${prefix}f>`
  })
}

/** A changed cell, in the style of the one that stood there. */
export function changedCell(
  { formula, value, fills }: CellOfFile,
  row: number,
  column: number,
  sheet: Sheet,
  attributes = '',
  inner = '',
): string {
  const { prefix, dynamic } = sheet
  const [, ofFormula = ''] = element(prefix, 'f').exec(inner) ?? []
  const array = formula === undefined ? undefined : (fills ?? keptArray(ofFormula, row, column, sheet))
  const mark = fills === undefined ? attribute(attributes, 'cm') : dynamic
  const [type, content] = valueNode(value, formula !== undefined, prefix)
  const head = Object.entries({
    ...{ r: `${columnLetters(column)}${row + 1}`, s: attribute(attributes, 's'), t: type },
    cm: array === undefined ? undefined : mark,
  }).flatMap(([name, found]) => (found === undefined ? [] : [` ${name}="${found}"`]))
  const ofArray = array === undefined ? '' : ` t="array" ref="${array}"`
  const f = formula === undefined ? '' : `<${prefix}f${ofArray}>${escapeXml(formula)}</${prefix}f>`
  return `<${prefix}c${head.join('')}>${f}${content}</${prefix}c>`
}

/** A formula over an array stays one, unless the cells that it filled get something else. */
function keptArray(attributes: string, row: number, column: number, { cells }: Sheet): string | undefined {
  const ref = attribute(attributes, 't') === 'array' ? attribute(attributes, 'ref') : undefined
  const area = ref === undefined ? undefined : parseAddress(ref, '')
  if (!area) return undefined
  for (let down = area.top; down <= area.bottom; down++) {
    for (let across = area.left; across <= area.right; across++) {
      if ((down !== row || across !== column) && cells.get(down)?.has(across)) return undefined
    }
  }
  return ref
}

function valueNode(value: Cell, isResult: boolean, prefix: string): readonly [string | undefined, string] {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`
  if (value === null) return [undefined, '']
  if (isCellError(value)) return ['e', v(escapeXml(value.error))]
  if (typeof value === 'number') return [undefined, v(String(value))]
  if (typeof value === 'boolean') return ['b', v(value ? '1' : '0')]
  if (isResult) return ['str', v(escapeXml(value))]
  const t = `<${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t>`
  return ['inlineStr', `<${prefix}is>${t}</${prefix}is>`]
}
