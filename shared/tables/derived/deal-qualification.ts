import { stageQualified } from '../../definitions/stages'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'
import { wordsOf } from './words'

/**
 * Where the table says of any deal when it was qualified, those are qualified that have such a day; else those whose
 * stage the definitions call so, which are all but the early and the disqualified.
 */
export const qualifiedDeal: DerivedColumn = {
  about: 'Whether it is a qualified opportunity',
  reads: ['stage_class', 'stage', 'stage.map', 'qualified_at'],
  read: qualified,
}

function qualified({ read, has, context, last, isRow }: Rows): Reader {
  const [stageClass, stageWord] = [read('stage_class'), wordsOf(read('stage'))]
  const byStage = stageQualified(context.terms)
  const qualifiedAt = has('qualified_at') ? read('qualified_at') : () => null
  const saysWhen = once(() => {
    for (let row = 1; row <= last; row++) if (isRow(row) && qualifiedAt(row) !== null) return true
    return false
  })
  return row => {
    if (stageClass(row) === 'disqualified') return false
    if (!saysWhen()) return byStage[stageWord(row)] ?? true
    const day = qualifiedAt(row)
    return typeof day === 'number' && (context.asOf === undefined || day < context.asOf + 1)
  }
}
