import type { Rows } from '../rows'
import type { Reader } from '../table'

/** A column that other columns make up for where the table lacks it: blank in every row then. */
export function readIfThere({ read, has }: Pick<Rows, 'read' | 'has'>, column: string): Reader {
  return has(column) ? read(column) : () => null
}
