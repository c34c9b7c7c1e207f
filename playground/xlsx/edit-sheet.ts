import { type Cell, isCellError } from '../../shared/values'
import { columnLetters, parseAddress } from '../../shared/workbook/area'
import { filledFormula } from '../../shared/workbook/formulas/relative-formula'
import { attribute } from './attribute'
import { escapeXml, unescapeXml } from './xml'

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

/** A sheet's XML with some cells changed; all else stays as it is, to the byte. */
export function editSheet(xml: string, cells: CellsOfSheet): string {
  const [, prefix = ''] = /<(\w+:)?sheetData\b/.exec(xml) ?? []
  const data = new RegExp(`<${prefix}sheetData\\b[^>]*?(?:/>|>([\\s\\S]*)</${prefix}sheetData>)`).exec(xml)
  if (!data) throw new RangeError('the sheet has no cells')
  const rows = data[1] ?? ''
  const done = editRows(rows, cells, prefix, movedFormulas(rows, cells, prefix))
  const open = data[0].slice(0, data[0].indexOf('>')).replace(/\/$/, '')
  const end = data.index + data[0].length
  return `${xml.slice(0, data.index)}${open}>${done}</${prefix}sheetData>${xml.slice(end)}`
}

type Formulas = ReadonlyMap<number, { readonly text: string; readonly row: number; readonly column: number }>

const element = (prefix: string, name: string) =>
  new RegExp(`<${prefix}${name}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}${name}>)`, 'g')

/** Formulas that other cells share with a cell that is changed: these have to be written out. */
function movedFormulas(rows: string, cells: CellsOfSheet, prefix: string): Formulas {
  const moved = new Map<number, { text: string; row: number; column: number }>()
  if (!rows.includes('"shared"')) return moved
  walk(rows, prefix, (row, column, cell) => {
    const [, attributes = '', text = ''] = element(prefix, 'f').exec(cell) ?? []
    const index = attribute(attributes, 'si')
    if (index !== undefined && text !== '' && cells.get(row)?.has(column)) {
      moved.set(Number(index), { text: unescapeXml(text), row, column })
    }
  })
  return moved
}

function walk(rows: string, prefix: string, look: (row: number, column: number, cell: string) => void): void {
  let row = -1
  for (const [, attributes = '', content = ''] of rows.matchAll(element(prefix, 'row'))) {
    row = rowOf(attributes, row)
    let column = -1
    for (const [cell, own = ''] of content.matchAll(element(prefix, 'c'))) {
      column = columnOf(own, column)
      look(row, column, cell)
    }
  }
}

/** Where a row or a cell does not say its place, it follows the one before. */
const rowOf = (attributes: string, before: number): number =>
  Number(attribute(attributes, 'r') ?? before + 2) - 1
function columnOf(attributes: string, before: number): number {
  const place = attribute(attributes, 'r')
  return place === undefined ? before + 1 : (parseAddress(place, '')?.left ?? before + 1)
}

function editRows(rows: string, cells: CellsOfSheet, prefix: string, moved: Formulas): string {
  const parts: string[] = []
  const open = [...cells.keys()].sort((one, other) => one - other)
  let [row, at] = [-1, 0]
  const addUpTo = (limit: number) => {
    while (open.length > 0 && (open[0] as number) < limit) {
      const next = open.shift() as number
      parts.push(`<${prefix}row r="${next + 1}">${editCells('', next, cells, prefix, moved)}</${prefix}row>`)
    }
  }
  for (const found of rows.matchAll(element(prefix, 'row'))) {
    const [whole, attributes = '', content = ''] = found
    row = rowOf(attributes, row)
    parts.push(rows.slice(at, found.index))
    addUpTo(row)
    at = found.index + whole.length
    const isChanged = cells.has(row) || (moved.size > 0 && whole.includes('"shared"'))
    if (open[0] === row) open.shift()
    if (!isChanged) parts.push(whole)
    else {
      // The columns that it spans are a hint, which a further cell would make wrong.
      const kept = attributes.replace(/\s+spans\s*=\s*("[^"]*"|'[^']*')/, '').trimEnd()
      parts.push(`<${prefix}row${kept}>${editCells(content, row, cells, prefix, moved)}</${prefix}row>`)
    }
  }
  addUpTo(Number.POSITIVE_INFINITY)
  parts.push(rows.slice(at))
  return parts.join('')
}

function editCells(
  content: string,
  row: number,
  cells: CellsOfSheet,
  prefix: string,
  moved: Formulas,
): string {
  const changed = new Map([...(cells.get(row) ?? [])].sort(([one], [other]) => one - other))
  const parts: string[] = []
  let [column, at] = [-1, 0]
  const addUpTo = (limit: number) => {
    for (const [next, cell] of changed) {
      if (next >= limit) break
      changed.delete(next)
      if (cell.value !== null || cell.formula !== undefined)
        parts.push(written('', '', row, next, cell, prefix, cells))
    }
  }
  for (const found of content.matchAll(element(prefix, 'c'))) {
    const [whole, attributes = '', inner = ''] = found
    column = columnOf(attributes, column)
    parts.push(content.slice(at, found.index))
    addUpTo(column)
    at = found.index + whole.length
    const cell = changed.get(column)
    changed.delete(column)
    parts.push(
      cell
        ? written(attributes, inner, row, column, cell, prefix, cells)
        : onItsOwn(whole, row, column, prefix, moved),
    )
  }
  addUpTo(Number.POSITIVE_INFINITY)
  parts.push(content.slice(at))
  return parts.join('')
}

/** A cell that shared the formula of one that is changed gets it written out. */
function onItsOwn(cell: string, row: number, column: number, prefix: string, moved: Formulas): string {
  if (moved.size === 0) return cell
  return cell.replace(element(prefix, 'f'), (whole, attributes: string) => {
    const from = moved.get(Number(attribute(attributes, 'si') ?? -1))
    if (!from) return whole
    const formula = filledFormula(from.text, row - from.row, column - from.column)
    return `<${prefix}f>${escapeXml(formula)}</${prefix}f>`
  })
}

function written(
  attributes: string,
  inner: string,
  row: number,
  column: number,
  { formula, value, fills }: CellOfFile,
  prefix: string,
  cells: CellsOfSheet,
): string {
  const style = attribute(attributes, 's')
  const [, ofFormula = ''] = element(prefix, 'f').exec(inner) ?? []
  const array = formula === undefined ? undefined : (fills ?? keptArray(ofFormula, row, column, cells))
  const metadata = array === undefined ? undefined : attribute(attributes, 'cm')
  const [type, content] = valueNode(value, formula !== undefined, prefix)
  const head = [
    ['r', `${columnLetters(column)}${row + 1}`],
    ['s', style],
    ['t', type],
    ['cm', metadata],
  ].flatMap(([name, found]) => (found === undefined ? [] : [` ${name}="${found}"`]))
  const f =
    formula === undefined
      ? ''
      : `<${prefix}f${array ? ` t="array" ref="${array}"` : ''}>${escapeXml(formula)}</${prefix}f>`
  return `<${prefix}c${head.join('')}>${f}${content}</${prefix}c>`
}

/** A formula over an array stays one, unless the cells that it filled get something else. */
function keptArray(attributes: string, row: number, column: number, cells: CellsOfSheet): string | undefined {
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
