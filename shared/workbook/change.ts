import { type Cell, isCellError } from '../values'
import { type Area, addressText, cellAt } from './area'
import {
  apply,
  type Block,
  type Content,
  type Edit,
  lock,
  overview,
  Refused,
  read,
  type Steps,
  unlock,
} from './steps'

/** How a change of the workbook ended. */
export type Changed =
  | { readonly outcome: 'done'; readonly undo: Undo }
  /** The cells are not what they were when the user looked; nothing was written. */
  | { readonly outcome: 'conflict'; readonly found: Block }
  /** The sentence says whether anything is left of the attempt. */
  | { readonly outcome: 'refused'; readonly reason: string }

/** What takes a change back, as long as nobody has touched its cells since. */
export interface Undo {
  readonly expected: readonly Block[]
  readonly edits: readonly Edit[]
}

const somebodySaves = 'Somebody else is saving to this workbook right now. Try again in a moment.'

/**
 * Compare and swap: writes only while the cells still hold what the user saw, and reads back what was written.
 * A failure half way is taken back.
 */
export function* change(expected: readonly Block[], edits: readonly Edit[]): Steps<Changed> {
  if (!(yield* lock())) return { outcome: 'refused', reason: somebodySaves }
  try {
    const now = yield* read(expected.map(({ area }) => area))
    const moved = now.find((block, index) => !sameCells(block, expected[index] as Block))
    if (moved) return { outcome: 'conflict', found: moved }
    return yield* applied(edits)
  } finally {
    yield* unlock()
  }
}

function* applied(edits: readonly Edit[]): Steps<Changed> {
  let undoing: readonly Edit[] = []
  try {
    undoing = yield* inverse(edits)
    yield* apply(edits)
    const astray = yield* notAsWritten(edits)
    if (astray !== undefined) throw new Refused(`${astray} does not hold what was written to it.`)
    return { outcome: 'done', undo: { expected: yield* written(edits), edits: undoing } }
  } catch (error) {
    return { outcome: 'refused', reason: yield* takenBack(undoing, error) }
  }
}

function* takenBack(undoing: readonly Edit[], error: unknown): Steps<string> {
  const why = error instanceof Error ? error.message : String(error)
  for (const edit of undoing) {
    try {
      yield* apply([edit])
    } catch {
      // What was never done needs no undoing; the rest is looked at below.
    }
  }
  const left = yield* notAsWritten(undoing)
  return left === undefined
    ? `${why} Nothing was changed.`
    : `${why} ${left} may have been changed: use the spreadsheet’s own Undo, and look at it.`
}

/** The edits that lead back, last first. */
function* inverse(edits: readonly Edit[]): Steps<readonly Edit[]> {
  const { sheets, names } = yield* overview()
  const back: Edit[] = []
  for (const edit of edits) {
    switch (edit.do) {
      case 'add sheet':
        // Somebody else's, which taking back would remove.
        if (sheets.some(({ name }) => name === edit.sheet)) {
          throw new Refused(`There is a sheet ${edit.sheet} already.`)
        }
        back.unshift({ do: 'remove sheet', sheet: edit.sheet })
        break
      case 'name':
        back.unshift({ do: 'name', name: edit.name, area: names[edit.name] })
        break
      case 'write':
        if (sheets.some(({ name }) => name === edit.area.sheet)) back.unshift(yield* asItStands(edit.area))
        break
    }
  }
  return back
}

function* asItStands(area: Area): Steps<Edit> {
  const [block] = yield* read([area])
  const cells: Content[][] = []
  for (let row = 0; row <= area.bottom - area.top; row++) {
    const contents: Content[] = []
    for (let column = 0; column <= area.right - area.left; column++) {
      const formula = block?.formulas[row]?.[column] ?? ''
      const value: Cell = block?.values[row]?.[column] ?? null
      contents.push(formula !== '' ? { formula } : isCellError(value) ? value.error : value)
    }
    cells.push(contents)
  }
  return { do: 'write', area, cells }
}

function* written(edits: readonly Edit[]): Steps<readonly Block[]> {
  return yield* read(edits.flatMap(edit => (edit.do === 'write' ? [edit.area] : [])))
}

/** The first cell that does not hold what an edit was to put there, as `Sheet!B2`. */
function* notAsWritten(edits: readonly Edit[]): Steps<string | undefined> {
  const { sheets } = yield* overview()
  const writes = edits.flatMap(edit => (edit.do === 'write' ? [edit] : []))
  const there = writes.filter(({ area }) => sheets.some(({ name }) => name === area.sheet))
  const blocks = yield* read(there.map(({ area }) => area))
  for (const [index, { area, cells }] of there.entries()) {
    for (const [row, contents] of cells.entries()) {
      for (const [column, content] of contents.entries()) {
        const block = blocks[index]
        const formula = block?.formulas[row]?.[column] ?? ''
        const value = block?.values[row]?.[column] ?? null
        if (!holds(content, formula, value)) {
          return addressText(cellAt(area.sheet, area.top + row, area.left + column))
        }
      }
    }
  }
  return undefined
}

function holds(content: Content, formula: string, value: Cell): boolean {
  if (content === undefined) return true
  if (typeof content === 'object' && content !== null) return bare(formula) === bare(content.formula)
  return formula === '' && (value === content || (isBlank(value) && isBlank(content)))
}

const isBlank = (value: Cell): boolean => value === null || value === ''

/** Hosts change spaces and the case of names on the way into a cell. */
function bare(formula: string): string {
  return formula.replace(/[\s@]/g, '').toUpperCase()
}

/** Whether two looks at an area saw the same: formulas as formulas, what is no formula by its value. */
export function sameCells(one: Block, other: Block): boolean {
  const { top, bottom, left, right } = other.area
  for (let row = 0; row <= bottom - top; row++) {
    for (let column = 0; column <= right - left; column++) {
      if (contentAt(one, row, column) !== contentAt(other, row, column)) return false
    }
  }
  return true
}

/** As one value to compare; a text that looks like a formula is told from a formula. */
function contentAt(
  { values, formulas }: Block,
  row: number,
  column: number,
): string | number | boolean | null {
  const formula = formulas[row]?.[column] ?? ''
  if (formula !== '') return `formula ${bare(formula)}`
  const value = values[row]?.[column] ?? null
  if (isCellError(value)) return `error ${value.error}`
  return typeof value === 'string' && value !== '' ? `text ${value}` : value === '' ? null : value
}
