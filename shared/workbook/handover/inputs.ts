import { asKept, hashOf } from '../../definitions/hash'
import { type Cell, isCellError, type Matrix } from '../../values'
import { type Area, addressText, parseAddress } from '../area'
import type { CellsRead } from '../formulas/cells-read'
import { type Expression, within } from '../formulas/formula-in-cell'
import { locate, nameArea } from '../formulas/locate'
import { showsSame } from '../formulas/shows-same'
import type { Overview } from '../steps'
import { hasDefinitionHeader } from '../why/why-level'
import { valueOfText, valueText } from './literal'

/** What a number is computed from, but for the definitions: ranges by their names where the formula names them. */
export function inputsOf(
  expression: Expression,
  sheet: string,
  overview: Overview,
  cells: CellsRead,
): ReadonlyMap<string, Area> {
  const found = new Map<string, Area>()
  for (const part of within(expression)) {
    const area = locate(part, sheet, overview)
    if (!area || hasDefinitionHeader(cells(area) ?? [[]])) continue
    found.set(part.kind === 'name' ? part.name.toUpperCase() : addressText(area), area)
  }
  return found
}

export function areaOfInput(input: string, overview: Overview): Area | undefined {
  const area = parseAddress(input, '')
  return area?.sheet ? area : nameArea(input, overview)
}

/** Texts longer than this are told by their checksum. */
const longText = 80

/** A single cell by its value, a range by its checksum. */
export function fingerprint(area: Area, cells: CellsRead): string {
  const found: Matrix = cells(area) ?? [[]]
  const [[only] = []] = found
  const isOne = found.length === 1 && found[0]?.length === 1
  const text = isOne ? valueText(only) : ''
  return isOne && text.length <= longText ? text || 'blank' : checksum(found)
}

const known = new WeakMap<Matrix, string>()

/**
 * SHA-256 over the number of rows and columns and all cells, row by row; a blank is null, an error its code. Numbers
 * count to 12 digits, since some programs save no more than 15.
 */
export function checksum(matrix: Matrix): string {
  const done = known.get(matrix)
  if (done !== undefined) return done
  const cells: (string | number | boolean | null)[] = [matrix.length, matrix[0]?.length ?? 0]
  for (const row of matrix) for (const cell of row) cells.push(canonical(cell))
  const hash = hashOf(cells)
  known.set(matrix, hash)
  return hash
}

function canonical(cell: Cell): string | number | boolean | null {
  if (isCellError(cell)) return cell.error
  return typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') || null : asKept(cell)
}

/** Whether an input is what its fingerprint says that it was. */
export function isSameInput(then: string, area: Area, cells: CellsRead): boolean {
  const now = fingerprint(area, cells)
  if (now === then) return true
  const [one, other] = [then, now].map(valueOfText)
  return typeof one === 'number' && typeof other === 'number' && showsSame(one, other)
}

export const isOneCell = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right
