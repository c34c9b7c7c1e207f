import { parseAddress } from '../../shared/workbook/area'
import { attribute } from './attribute'
import { type CellsOfSheet, changedCell, element, keptCell, type Sheet } from './edit-cell'
import { unescapeXml } from './xml'

/**
 * A sheet's XML with some cells changed; all else stays as it is, to the byte.
 * @param dynamic how the file marks formulas that fill as many cells as they need
 */
export function editSheet(xml: string, cells: CellsOfSheet, dynamic?: string): string {
  const [, prefix = ''] = /<(\w+:)?sheetData\b/.exec(xml) ?? []
  const data = new RegExp(`<${prefix}sheetData\\b[^>]*?(?:/>|>([\\s\\S]*)</${prefix}sheetData>)`).exec(xml)
  if (!data) throw new RangeError('the sheet has no cells')
  const rows = data[1] ?? ''
  const sheet = { cells, prefix, dynamic, shared: sharedFormulas(rows, cells, prefix) }
  const open = data[0].slice(0, data[0].indexOf('>')).replace(/\/$/, '')
  const end = data.index + data[0].length
  return `${xml.slice(0, data.index)}${open}>${editRows(rows, sheet)}</${prefix}sheetData>${xml.slice(end)}`
}

const shares = /t\s*=\s*["']shared["']/

function sharedFormulas(rows: string, cells: CellsOfSheet, prefix: string): Sheet['shared'] {
  const shared = new Map<number, { text: string; row: number; column: number }>()
  if (!shares.test(rows)) return shared
  for (const { row, content } of inOrder(rows, prefix, 'row')) {
    for (const { column, whole } of inOrder(content, prefix, 'c')) {
      const [, attributes = '', text = ''] = element(prefix, 'f').exec(whole) ?? []
      const index = attribute(attributes, 'si')
      if (index === undefined || text === '' || !cells.get(row)?.has(column)) continue
      shared.set(Number(index), { text: unescapeXml(text), row, column })
    }
  }
  return shared
}

interface Found {
  /** From 0; of a cell its column, of a row its row. */
  readonly row: number
  readonly column: number
  readonly attributes: string
  readonly content: string
  readonly whole: string
  /** Where it stands in the text. */
  readonly at: number
}

/** Rows or cells one after the other; one that does not say its place follows the one before. */
function* inOrder(text: string, prefix: string, name: 'row' | 'c'): Generator<Found> {
  let place = -1
  for (const found of text.matchAll(element(prefix, name))) {
    const [whole, attributes = '', content = ''] = found
    const said = attribute(attributes, 'r')
    const named = name === 'row' ? Number(said) - 1 : parseAddress(said ?? '', '')?.left
    place = said === undefined || named === undefined ? place + 1 : named
    yield { row: place, column: place, attributes, content, whole, at: found.index }
  }
}

function editRows(rows: string, sheet: Sheet): string {
  const { cells, prefix, shared } = sheet
  const open = [...cells.keys()].sort((one, other) => one - other)
  const parts: string[] = []
  let at = 0
  const addBefore = (limit: number) => {
    while (open.length > 0 && (open[0] as number) < limit) {
      const row = open.shift() as number
      parts.push(`<${prefix}row r="${row + 1}">${editCells('', row, sheet)}</${prefix}row>`)
    }
  }
  for (const { row, attributes, content, whole, at: start } of inOrder(rows, prefix, 'row')) {
    parts.push(rows.slice(at, start))
    addBefore(row)
    at = start + whole.length
    if (open[0] === row) open.shift()
    if (!cells.has(row) && !(shared.size > 0 && shares.test(whole))) parts.push(whole)
    else {
      // The columns that it spans are a hint, which a further cell would make wrong.
      const kept = attributes.replace(/\s+spans\s*=\s*("[^"]*"|'[^']*')/, '').trimEnd()
      parts.push(`<${prefix}row${kept}>${editCells(content, row, sheet)}</${prefix}row>`)
    }
  }
  addBefore(Number.POSITIVE_INFINITY)
  parts.push(rows.slice(at))
  return parts.join('')
}

function editCells(content: string, row: number, sheet: Sheet): string {
  const changed = new Map([...(sheet.cells.get(row) ?? [])].sort(([one], [other]) => one - other))
  const parts: string[] = []
  let at = 0
  const addBefore = (limit: number) => {
    for (const [column, cell] of changed) {
      if (column >= limit) break
      changed.delete(column)
      const isEmpty = cell.value === null && cell.formula === undefined
      if (!isEmpty) parts.push(changedCell(cell, row, column, sheet))
    }
  }
  for (const { column, attributes, content: inner, whole, at: start } of inOrder(
    content,
    sheet.prefix,
    'c',
  )) {
    parts.push(content.slice(at, start))
    addBefore(column)
    at = start + whole.length
    const cell = changed.get(column)
    changed.delete(column)
    parts.push(
      cell ? changedCell(cell, row, column, sheet, attributes, inner) : keptCell(whole, row, column, sheet),
    )
  }
  addBefore(Number.POSITIVE_INFINITY)
  parts.push(content.slice(at))
  return parts.join('')
}
