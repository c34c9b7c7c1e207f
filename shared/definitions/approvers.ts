import { type CellError, cellError } from '../values'
import { governing } from './governing'
import type { DefinitionRow } from './row'

/** What was approved, locked or unlocked: by whom, when, and after which approvals. */
interface Act {
  readonly by: string
  readonly recordedAt: number
  readonly version: number
}

/**
 * Why somebody may not approve, lock or unlock. A sheet does not know who sits before it: `by` is what they write, and
 * one of its names must stand in `lock.approvers` as it was approved by then. While nobody has set that, anyone may.
 */
export function approverFault(rows: readonly DefinitionRow[], act: Act): CellError | undefined {
  const { by, recordedAt, version } = act
  // Stryker disable next-line ConditionalExpression,MethodExpression: without the other rows, it only is quicker
  const lists = rows.filter(({ term }) => term === 'lock.approvers')
  const governed = governing(lists, Math.floor(recordedAt), version).get('lock.approvers')
  const approvers = (governed?.value ?? []) as readonly string[]
  const listed = approvers.map(folded)
  const isListed = by.split(/[,;]/).some(name => listed.includes(folded(name)))
  if (approvers.length === 0 || isListed) return undefined
  return cellError(
    '#VALUE!',
    `${by.trim()} is none of lock.approvers: one of ${approvers.join(', ')} approves, as “finance” or “finance, ${by.trim()}”`,
  )
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
