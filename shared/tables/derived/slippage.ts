import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'

const history = { stage_history: ['deal_id', 'entered_at', 'expected_close'] }

export const dueAtStart: DerivedColumn = {
  about: 'The closing that was expected when the period began, or when the deal was created in it',
  reads: ['deal_id', 'period_from'],
  looksInto: history,
  read: rows =>
    expectedAs(
      rows,
      (known, { from, to }) => latestBefore(known, from) ?? latestBefore(known.slice(0, 1), to + 1),
    ),
}

export const dueAtEnd: DerivedColumn = {
  about: 'The closing that was expected when the period ended, or as of today',
  reads: ['deal_id', 'period_to'],
  looksInto: history,
  read: rows => expectedAs(rows, (known, { to }) => latestBefore(known, to + 1)),
}

/** From some moment on a closing was expected on some day. */
interface Expectation {
  readonly since: number
  readonly day: RowValue
}

type Pick = (known: readonly Expectation[], period: Rows['context']['period']) => Expectation | undefined

/** What was expected at a moment can only be told by a history that keeps it. */
function expectedAs({ read, context }: Rows, pick: Pick): Reader {
  const id = read('deal_id')
  const expectations = once(() => expectationsIn(context.rows('stage_history'), context.asOf))
  return row => {
    const known = expectations().get(id(row))
    return (known && pick(known, context.period)?.day) ?? null
  }
}

function latestBefore(known: readonly Expectation[], moment: number): Expectation | undefined {
  return known.filter(({ since }) => since < moment).pop()
}

/** Of each deal, the earliest first. */
function expectationsIn(
  { read, has, last, isRow }: Rows,
  asOf: number | undefined,
): ReadonlyMap<RowValue, readonly Expectation[]> {
  if (!has('expected_close')) {
    const remedy = 'export the Close Date of the opportunity history with it'
    throw cellError('#N/A', `stage_history has no expected_close, so nobody knows what was due: ${remedy}`)
  }
  const [id, enteredAt, expected] = [read('deal_id'), read('entered_at'), read('expected_close')]
  const found = new Map<RowValue, Expectation[]>()
  for (let row = 1; row <= last; row++) {
    const since = isRow(row) ? enteredAt(row) : null
    const day = expected(row)
    if (typeof since !== 'number' || day === null || since >= (asOf ?? Number.POSITIVE_INFINITY) + 1) continue
    const others = found.get(id(row))
    if (others) others.push({ since, day })
    else found.set(id(row), [{ since, day }])
  }
  for (const own of found.values()) own.sort((a, b) => a.since - b.since)
  return found
}
