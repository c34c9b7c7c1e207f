import {
  type Argument,
  type Cell,
  cellError,
  type ErrorCode,
  isBlank,
  isCellError,
  type Result,
} from '../../values'
import { parsePeriod } from '../period-name'
import { readSnapshot, snapshotValue } from '../snapshot'
import { each, singleOf, textOf, tooMany } from './arguments'

/** AS_REPORTED(metric, period, [segment], [snapshot]): the value that was locked, whatever has changed since. */
export function asReported(args: readonly Argument[]): Result {
  const [metric, period, segment, given] = args
  const wrong = tooMany('AS_REPORTED', args, 4)
  if (wrong) return wrong
  const part = textOf(segment)
  if (isCellError(part)) return part
  const name = parsePeriod(singleOf(period))
  if (isCellError(name)) return name
  const snapshot = readSnapshot(given)
  if (isCellError(snapshot)) return snapshot
  return each(metric, (cell): Cell => {
    if (isCellError(cell)) return cell
    if (isBlank(cell)) return cellError('#VALUE!', 'metric is blank: name one, such as "WIN_RATE"')
    const row = snapshotValue(snapshot, String(cell), name, part)
    if (isCellError(row)) return row
    if (typeof row.value === 'number') return row.value
    return cellError(row.value as ErrorCode, `${row.metric} was ${row.value} when ${row.period} was locked`)
  })
}
