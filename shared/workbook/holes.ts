import type { Area } from './area'
import type { Content, Edit } from './steps'

export type Write = Extract<Edit, { do: 'write' }>
type Filled = Exclude<Content, undefined>

/** A write that leaves no cell alone. */
export interface WholeWrite extends Write {
  readonly cells: readonly (readonly Filled[])[]
}

/** A write in as few rectangles as its cells that are to be left alone allow; without such cells it is one. */
export function withoutHoles({ area, cells }: Write): readonly WholeWrite[] {
  const done: { area: Area; cells: Filled[][] }[] = []
  for (const [row, contents] of cells.entries()) {
    for (const [left, filled] of runs(contents)) {
      const place = { ...area, top: area.top + row, bottom: area.top + row, left: area.left + left }
      const run = { ...place, right: place.left + filled.length - 1 }
      const above = done.find(({ area: other }) => isUnder(run, other))
      if (above === undefined) done.push({ area: run, cells: [filled] })
      else {
        above.area = { ...above.area, bottom: run.bottom }
        above.cells.push(filled)
      }
    }
  }
  return done.map(rectangle => ({ do: 'write', ...rectangle }))
}

function isUnder(run: Area, { left, right, bottom }: Area): boolean {
  return run.left === left && run.right === right && run.top === bottom + 1
}

/** The stretches of a row that are to be written, each with where it begins. */
function runs(contents: readonly Content[]): readonly (readonly [number, Filled[]])[] {
  const found: [number, Filled[]][] = []
  for (const [column, content] of contents.entries()) {
    if (content === undefined) continue
    if (column > 0 && contents[column - 1] !== undefined) found[found.length - 1]?.[1].push(content)
    else found.push([column, [content]])
  }
  return found
}
