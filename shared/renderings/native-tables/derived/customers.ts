import { furtherKinds, monthsOf } from '../../../tables/derived/customers'
import { placeOf } from '../columns'
import { readCondition, readQuantity } from '../expression'
import { exists, type Key, plainWords } from '../links'
import { columnText, fewEnough, firstOfKey } from '../lookups'
import { noTwin, reference, type Source } from '../source'
import { members } from '../words'
import { both, type Condition, condition, either, factor, not } from '../written'

/** By what the account bought before, where the deal has one; where it has none, by its type. */
export function newCustomer(source: Source): Condition {
  const { has } = source.rows
  const won = readCondition('won', source)
  const rule = String(source.state.context.terms['customer.new_rule'])
  const byType = (): Condition => readCondition('deal_kind = "new"', source)
  if (!has('account_id')) return both(won, byType())
  const further = monthsOf(rule) === undefined ? [...furtherKinds, 'existing'] : furtherKinds
  const isFurther = has('deal_type')
    ? readCondition(further.map(kind => `deal_kind = "${kind}"`).join(' or '), source)
    : condition('0')
  const account = columnText(source, 'account_id')
  const byAccount = both(not(isFurther), firstWin(source, monthsOf(rule)))
  const isNamed = condition(`(${account}<>"")`)
  const accountOf = source.rows.read('account_id')
  const isAnyBlank = Array.from({ length: source.rows.last }, (_, index) => accountOf(index + 1)).includes(
    null,
  )
  if (!isAnyBlank || !has('deal_type')) return both(both(won, isNamed), byAccount)
  return both(won, either(both(isNamed, byAccount), both(not(isNamed), byType())))
}

/** Of deals won, those before which nothing was won from the account, ever or in so many months. */
function firstWin(source: Source, months: number | undefined): Condition {
  const wins = winsInOrder(source)
  if (months === undefined && wins.isSorted) {
    const counts = both(readCondition('won', source), readCondition('present(closed_at)', source))
    return both(counts, condition(firstOfKey(counts, columnText(source, 'account_id'), source)))
  }
  if (wins.hasTies) {
    throw noTwin(
      'an account has two deals that were won on one day: which of them made it a customer no formula tells',
    )
  }
  const { text, present } = readQuantity('closed_at', source)
  const since = months === undefined ? '' : `,${text},">="&${monthsBefore(text, months)}`
  const counted = wonCells(source).map(
    ([stage, word]) =>
      `COUNTIFS(${columnOf(source, 'account_id')},${columnOf(source, 'account_id')},${text},"<"&INT(${text})${since},${stage},${word})`,
  )
  return condition(present ?? '1', `(${counted.join('+')}=0)`)
}

/** The cells that make a deal won, where its stage alone does. */
function wonCells(source: Source): readonly (readonly [string, string])[] {
  const place = placeOf('stage', source)
  if (place === undefined || ['is_won', 'is_closed'].some(source.rows.has)) {
    throw noTwin(
      'which win of an account came first is found by the stage alone, and deals tells wins by its flags: sort it by closed_at',
    )
  }
  fewEnough(source, source)
  plainWords(source, 'account_id')
  plainWords(source, 'stage')
  const words = members(source, place, rows => rows.read('won'))
  return words.map(word => [reference(source, place), word] as const)
}

function columnOf(source: Source, column: string): string {
  return reference(source, placeOf(column, source) as number)
}

/** The same day so many months before, or the last of that month. */
function monthsBefore(date: string, months: number): string {
  const same = `DATE(YEAR(${date}),MONTH(${date})-${months},DAY(${date}))`
  const end = `(DATE(YEAR(${date}),MONTH(${date})-${months - 1},1)-1)`
  return `((${same}+${end}-ABS(${same}-${end}))/2)`
}

function winsInOrder({ rows }: Source): { readonly isSorted: boolean; readonly hasTies: boolean } {
  const [won, closedAt, account] = ['won', 'closed_at', 'account_id'].map(rows.read) as [
    ReturnType<typeof rows.read>,
    ReturnType<typeof rows.read>,
    ReturnType<typeof rows.read>,
  ]
  const [firsts, days] = [new Map<unknown, number>(), new Set<string>()]
  let [isSorted, hasTies] = [true, false]
  for (let row = 1; row <= rows.last; row++) {
    const [own, moment] = [account(row), closedAt(row)]
    if (!rows.isRow(row) || own === null || typeof moment !== 'number' || won(row) !== true) continue
    const day = Math.floor(moment)
    const first = firsts.get(own)
    if (first === undefined) firsts.set(own, day)
    else if (day < first) isSorted = false
    if (days.has(`${own}\n${day}`)) hasTies = true
    days.add(`${own}\n${day}`)
  }
  return { isSorted, hasTies }
}

/** Whether anything was won from the account of a deal before a day. */
function wonBefore(source: Source, day: string): Condition {
  const key: Key = { source, column: 'account_id' }
  const { text } = readQuantity('closed_at', source)
  return exists(key, key, both(readCondition('won', source), condition(`(${text}>0)`, `(${text}<${day})`)))
}

/** Rules on when the first deal of an account was won, which compare with one day only. */
export const customerRules: Readonly<Record<string, (source: Source) => Condition>> = {
  customer_before: source => wonBefore(source, source.period.from),
  of_customers_won: source =>
    [
      readCondition('won and closed_by_now', source),
      wonBefore(source, `${source.period.to}+1`),
      condition(`(1-${factor(wonBefore(source, source.period.from))})`),
    ].reduce(both),
}
