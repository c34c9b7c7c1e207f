import { evaluate } from '../../formula/evaluate'
import { type Cell, isCellError } from '../../values'
import type { Answer } from './answer'
import { opened } from './exact'

/**
 * By how much one answer exceeds another, computed from what both were computed from and rounded once: the difference
 * of two rounded numbers would be another.
 */
export function exactDifference(before: Answer, after: Answer): Cell {
  if (isCellError(before.value)) return before.value
  if (isCellError(after.value)) return after.value
  const [old, fresh] = [formulaOf(before, 'before/'), formulaOf(after, 'after/')]
  if (isCellError(old)) return old
  if (isCellError(fresh)) return fresh
  const difference = { kind: 'binary', operator: '-', left: fresh.tree, right: old.tree } as const
  return evaluate(difference, { ...old.inputs, ...fresh.inputs })
}

function formulaOf({ metric, inputs, part, regimes }: Answer, prefix: string): ReturnType<typeof opened> {
  return opened(metric, inputs, part, regimes[0]?.terms ?? {}, prefix)
}
