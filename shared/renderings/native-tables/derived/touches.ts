import { placeOf } from '../columns'
import { readCondition, readQuantity } from '../expression'
import { exists, plainWords } from '../links'
import { exactText, fewEnough } from '../lookups'
import { noTwin, reference, type Source, sourceOf } from '../source'
import { members } from '../words'
import { both, type Condition, condition } from '../written'

/** Deals in the pipeline that nobody has touched for so long: neither created since, nor in an activity of a person. */
export function stale(source: Source): Condition {
  const { state, period } = source
  const activities = sourceOf('activities', state, period)
  const [own, other] = [
    { source, column: 'deal_id' },
    { source: activities, column: 'deal_id' },
  ] as const
  for (const key of [own, other]) plainWords(key.source, key.column)
  fewEnough(source, activities)
  exactText(own, other)
  const today = readQuantity('as_of', source).text
  const since = `${today}-${state.context.terms['pipeline.stale_days']}`
  const [ids, wanted] = [columnOf(activities, 'deal_id'), columnOf(source, 'deal_id')]
  const at = readQuantity('at', activities).text
  const until = state.asOf === undefined ? '' : `,${at},"<"&(${state.asOf}+1)`
  const touches = (further: string): string =>
    `COUNTIFS(${ids},${wanted},${at},">="&(${since})${until}${further})`
  const automated = placeOf('automated', activities)
  const byMachines =
    automated === undefined
      ? []
      : members(activities, automated, rows => rows.read('automated')).map(
          word => `-${touches(`,${reference(activities, automated)},${word}`)}`,
        )
  const created = readQuantity('created_at', source)
  return both(
    readCondition('in_pipeline', source),
    condition(`(${created.text}<${since})`, `(${touches('')}${byMachines.join('')}=0)`),
  )
}

/** Accounts with which an activity was that counts, where activities tell their account themselves. */
export function touched(source: Source): Condition {
  const activities = sourceOf('activities', source.state, source.period)
  const { rows } = activities
  if (rows.has('deal_id') && source.state.context.tables.has('deals')) {
    const [deal, account] = [
      rows.read('deal_id'),
      rows.has('account_id') ? rows.read('account_id') : () => null,
    ]
    for (let row = 1; row <= rows.last; row++) {
      if (deal(row) === null || account(row) !== null) continue
      throw noTwin(
        'activities tell their account by their deal, which takes more than built-in functions: fill in account_id',
      )
    }
  }
  const at = readQuantity('at', activities).text
  const { from, to } = source.period
  return exists(
    { source, column: 'account_id' },
    { source: activities, column: 'account_id' },
    both(readCondition('counted', activities), condition(`(${at}>=${from})`, `(${at}<${to}+1)`)),
  )
}

function columnOf(source: Source, column: string): string {
  const place = placeOf(column, source)
  if (place === undefined) throw noTwin(`${source.name} has no column ${column}`)
  return reference(source, place)
}
