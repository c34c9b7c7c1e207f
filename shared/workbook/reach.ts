import type { Area } from './area'
import type { Edit } from './steps'

/** How many rows and columns of a sheet edits reach, for hosts whose sheets end where they end. */
export function reachOf(edits: readonly Edit[], sheet: string): { rows: number; columns: number } {
  const areas = edits.flatMap(areasOf).filter(area => area.sheet === sheet)
  return {
    rows: Math.max(0, ...areas.map(({ bottom }) => bottom + 1)),
    columns: Math.max(0, ...areas.map(({ right }) => right + 1)),
  }
}

function areasOf(edit: Edit): readonly Area[] {
  if (edit.do === 'dress') return areasWithin(edit.dress)
  return 'area' in edit && edit.area !== undefined ? [edit.area] : []
}

/** What a sheet is dressed in says where in many places. */
function areasWithin(value: unknown): readonly Area[] {
  if (typeof value !== 'object' || value === null) return []
  return 'bottom' in value ? [value as Area] : Object.values(value).flatMap(areasWithin)
}
