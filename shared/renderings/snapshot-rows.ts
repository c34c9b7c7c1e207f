import type { LockRow } from '../definitions/locks'
import type { Snapshot, SnapshotRow } from '../definitions/snapshot'
import { type Measured, takeSnapshot } from '../definitions/take-snapshot'
import { evaluate } from '../formula/evaluate'
import type { Tree } from '../formula/tree'
import { type Answer, answersTo, type Wanted } from '../metrics/on-tables/answer'
import { segmentOf } from '../metrics/on-tables/as-reported'
import { measuresOf } from '../metrics/on-tables/dependencies'
import { rowsOf } from '../metrics/on-tables/part'
import type { Question } from '../metrics/on-tables/question'
import { wantedNamed } from '../metrics/on-tables/wanted'
import { parseWhere } from '../tables/where'
import { type CellError, cellError, isCellError, type Matrix } from '../values'
import { fractionOf } from './metric-parts'

/**
 * What locking a period adds to SNAPSHOT: each metric in each segment, with what it was made of, as the lock knows
 * things.
 * @param segments conditions as `where` takes them; `''` is all rows. A metric whose tables do not have the column is
 * left out of that segment
 * @returns `#VALUE!` where a metric cannot be computed for want of a table, column or definition
 */
export function snapshotRows(
  question: Question,
  names: readonly string[],
  lock: LockRow,
  snapshot: Snapshot,
  segments: readonly string[] = [''],
): readonly SnapshotRow[] | CellError {
  const wanted: Wanted[] = []
  for (const name of names) {
    const one = wantedNamed(name, question.definitions)
    if (isCellError(one)) return one
    wanted.push({ ...one, basis: 'current' })
  }
  const measured: Measured[] = []
  for (const segment of segments) {
    const conditions = parseWhere(segment)
    if (isCellError(conditions)) return conditions
    const asked = { ...question, conditions, periods: [{ from: lock.from, to: lock.to }], asOf: lock.asOf }
    const answers = answersTo(asked, wanted)
    for (const [index, { metric }] of wanted.entries()) {
      const answer = answers.at(index, 0, 0)
      if (isCellError(answer.value) && answer.value.error === '#VALUE!') {
        if (conditions.length > 0) continue
        return cellError('#VALUE!', `${metric.name} cannot be locked: ${answer.value.reason}`)
      }
      measured.push({ metric: metric.name, segment: segmentOf(asked), ...madeOf(answer) })
    }
  }
  const tables = [...question.tables].map(([name, { rows }]) => [name, rows] as const)
  return takeSnapshot(snapshot, lock, measured, Object.fromEntries<Matrix>(tables))
}

function madeOf({ metric, value, inputs, part }: Answer): Omit<Measured, 'metric' | 'segment'> {
  const fraction = fractionOf(metric, inputs)
  const side = (tree: Tree | undefined): number | null => {
    const found = tree === undefined ? null : evaluate(tree, inputs)
    return typeof found === 'number' ? found : null
  }
  return {
    value: isCellError(value) ? value.error : (value as number),
    numerator: side(fraction?.left),
    denominator: side(fraction?.right),
    n: Math.max(0, ...measuresOf(metric).map(measure => rowsOf(part(measure)))),
  }
}
