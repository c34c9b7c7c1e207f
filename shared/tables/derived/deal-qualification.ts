import { stageQualified } from '../../definitions/stages'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { once } from './once'
import { wordsOf } from './words'

/**
 * What is won was qualified, whether or not anyone wrote so. Where the table says of any deal when it was qualified, those are qualified that have such a day; else those whose
 * stage the definitions call so, which are all but the early and the disqualified.
 */
export const qualifiedDeal: DerivedColumn = {
  about: 'Whether it is a qualified opportunity',
  reads: ['stage_class', 'stage', 'stage.map', 'qualified_at', 'closed_at'],
  read: qualified,
}

function qualified(rows: Rows): Reader {
  const { read, context, last, isRow } = rows
  const [stageClass, stageWord] = [read('stage_class'), wordsOf(read('stage'))]
  const byStage = stageQualified(context.terms)
  const [qualifiedAt, closedAt] = [readIfThere(rows, 'qualified_at'), readIfThere(rows, 'closed_at')]
  const isKnown = (day: RowValue): boolean =>
    typeof day === 'number' && day < (context.asOf ?? Number.POSITIVE_INFINITY) + 1
  const saysWhen = once(() => {
    for (let row = 1; row <= last; row++) if (isRow(row) && qualifiedAt(row) !== null) return true
    return false
  })
  return row => {
    const own = stageClass(row)
    if (own === 'disqualified') return false
    if (own === 'won' && isKnown(closedAt(row))) return true
    return saysWhen() ? isKnown(qualifiedAt(row)) : (byStage[stageWord(row)] ?? true)
  }
}
