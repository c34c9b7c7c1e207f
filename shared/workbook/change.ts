import type { Area } from './area'
import { effects, intruder } from './effects'
import { withoutHoles } from './holes'
import { inverse, pointedAt } from './inverse'
import { sameArea, sameCells } from './same'
import {
  apply,
  type Block,
  type Edit,
  lock,
  type Overview,
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

/** What takes a change back, as long as nobody has touched its cells and names since. */
export interface Undo {
  readonly expected: readonly Block[]
  readonly names: readonly Pointer[]
  readonly edits: readonly Edit[]
}

/** What a name points at; nowhere where there is no such name. */
export interface Pointer {
  readonly name: string
  readonly area: Area | undefined
}

const somebodySaves = 'Somebody else is saving to this workbook right now. Try again in a moment.'

/**
 * Compare and swap: writes only while the cells and names still are what the user saw, and reads back what was
 * written. A failure half way is taken back. A sheet is removed only while it holds nothing but expected cells.
 * @param spilled cells that no formula stands in but one elsewhere fills: taken back, they are emptied for it
 */
export function* change(
  expected: readonly Block[],
  edits: readonly Edit[],
  names: readonly Pointer[] = [],
  spilled: readonly Area[] = [],
): Steps<Changed> {
  if (!(yield* lock())) return refused(somebodySaves)
  try {
    const now = yield* read(expected.map(({ area }) => area))
    const moved = now.find((block, index) => !sameCells(block, expected[index] as Block))
    if (moved) return { outcome: 'conflict', found: moved }
    const seen = yield* overview()
    const obstacle =
      movedName(names, seen) ??
      takenSheet(edits, seen) ??
      oldDress(edits) ??
      (yield* foreignCell(expected, edits, seen))
    if (obstacle !== undefined) return refused(`${obstacle} Nothing was changed.`)
    return yield* applied(
      edits.flatMap((edit): readonly Edit[] => (edit.do === 'write' ? withoutHoles(edit) : [edit])),
      seen,
      spilled,
    )
  } finally {
    try {
      yield* unlock()
    } catch {
      // What was done stays done; a lock that could not be given back runs out by itself.
    }
  }
}

function movedName(names: readonly Pointer[], seen: Overview): string | undefined {
  const moved = names.find(({ name, area }) => !sameArea(pointedAt(seen, name), area))
  return moved && `The name ${moved.name} has been pointed elsewhere in the meantime: look at it first.`
}

/** Somebody else's, which taking back would remove. */
function takenSheet(edits: readonly Edit[], { sheets }: Overview): string | undefined {
  const taken = edits.find(
    edit => edit.do === 'add sheet' && sheets.some(({ name }) => sameName(name, edit.sheet)),
  )
  return taken?.do === 'add sheet' ? `There is a sheet ${taken.sheet} already.` : undefined
}

/** What dresses a sheet is taken back with the sheet alone. */
function oldDress(edits: readonly Edit[]): string | undefined {
  const added = edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : []))
  const old = edits.find(edit => edit.do === 'dress' && !added.includes(edit.sheet))
  return old?.do === 'dress'
    ? `The sheet ${old.sheet} is not a new one: only a new sheet is dressed.`
    : undefined
}

const sameName = (one: string, other: string) => one.toUpperCase() === other.toUpperCase()

function* foreignCell(
  expected: readonly Block[],
  edits: readonly Edit[],
  seen: Overview,
): Steps<string | undefined> {
  const areas = expected.map(({ area }) => area)
  for (const edit of edits) {
    const found = edit.do === 'remove sheet' ? yield* intruder(edit.sheet, areas, seen) : undefined
    if (found !== undefined) return `${found} was filled in the meantime: the sheet is not removed with it.`
  }
  return undefined
}

function* applied(edits: readonly Edit[], seen: Overview, spilled: readonly Area[]): Steps<Changed> {
  const undoing = yield* inverse(edits, seen, spilled)
  try {
    yield* apply(edits)
    const { missing, blocks } = yield* effects(edits)
    if (missing !== undefined) throw new Refused(`${missing} is not what it was to become.`)
    const names = edits.flatMap(edit => (edit.do === 'name' ? [{ name: edit.name, area: edit.area }] : []))
    return { outcome: 'done', undo: { expected: blocks, names, edits: undoing } }
  } catch (error) {
    return refused(yield* takenBack(edits, undoing, error))
  }
}

function* takenBack(edits: readonly Edit[], undoing: readonly Edit[], error: unknown): Steps<string> {
  const why = sentence(error)
  let left: string | undefined
  try {
    for (const edit of undoing) yield* takeBack(edit, edits)
    left = (yield* effects(undoing)).missing
  } catch {
    left = 'The workbook cannot be looked at now; it'
  }
  return left === undefined
    ? `${why} Nothing was changed.`
    : `${why} ${left} may have been changed: look at it, and use the spreadsheet’s own Undo.`
}

/** What was never done is not touched. What cannot be taken back is noticed by the look afterwards. */
function* takeBack(edit: Edit, done: readonly Edit[]): Steps<void> {
  if ((yield* effects([edit])).missing === undefined) return
  const ours = done.flatMap(other => (other.do === 'write' ? [other.area] : []))
  if (edit.do === 'remove sheet' && (yield* intruder(edit.sheet, ours, yield* overview())) !== undefined)
    return
  try {
    yield* apply([edit])
  } catch {
    // As above.
  }
}

function sentence(error: unknown): string {
  const message = String(Object(error).message ?? error)
  return /[.!?…]$/.test(message) ? message : `${message}.`
}

const refused = (reason: string): Changed => ({ outcome: 'refused', reason })
