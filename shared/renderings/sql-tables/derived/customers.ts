import { furtherKinds, monthsOf } from '../../../tables/derived/customers'
import { firstOf, type Written, when } from '../expression'
import type { SourceWriter } from '../source'
import { anywhere, isAnyOf, refusing, truth } from './words'

/** The day of a win that counts for an account; blank for any other row. */
function winDay({ name, dialect }: SourceWriter): string {
  return `case when ${truth(name('won'))} then cast(${name('closed_at').sql} as ${dialect.types.day}) end`
}

export function customerSince(rows: SourceWriter): Written {
  const { name } = rows
  const account = name('account_id').sql
  const first = `min(${winDay(rows)}) over (partition by ${account})`
  const refused = when(`${account} is not null`, anywhere(name('won').refused))
  return { sql: `case when ${account} is not null then ${first} end`, type: 'date', refused }
}

/** By what the account bought before, where the deal has an account; else by the type that somebody has set. */
export function newCustomer(rows: SourceWriter): Written {
  const { name, has, row, dialect } = rows
  const won = name('won')
  const isWon = truth(won)
  const months = monthsOf(String(rows.terms['customer.new_rule']))
  const account = has('account_id') ? name('account_id').sql : undefined
  const kind = has('deal_type') || !account ? name('deal_kind').sql : undefined
  const nobodyKnows =
    '#N/A a deal was won, but from a new customer or not nobody can tell: fill in account_id or deal_type'
  const isUnsaid = `${isWon}${account ? ` and ${account} is null` : ''}${kind ? ` and ${kind} is null` : ''}`
  const isNewKind = kind ? `coalesce(${kind} = 'new', false)` : 'false'
  if (!account) {
    return {
      sql: `${isWon} and ${isNewKind}`,
      type: 'flag',
      refused: firstOf(won.refused, refusing(isUnsaid, nobodyKnows, rows)),
    }
  }
  const further = kind
    ? isAnyOf(kind, months === undefined ? [...furtherKinds, 'existing'] : furtherKinds, rows)
    : 'false'
  const day = winDay(rows)
  // The wins of the account stand before all else of it, in their order.
  const inOrder = `over (partition by ${account}, ${day} is not null order by ${day}, ${row()})`
  const before = `lag(${day}) ${inOrder}`
  const isLongAgo = months === undefined ? 'false' : `${before} < ${dialect.addMonths(day, String(-months))}`
  const isNew = `${day} is not null and (row_number() ${inOrder} = 1 or ${isLongAgo})`
  return {
    sql: `${isWon} and case when ${account} is null then ${isNewKind} when ${further} then false else coalesce(${isNew}, false) end`,
    type: 'flag',
    refused: firstOf(
      won.refused,
      refusing(isUnsaid, nobodyKnows, rows),
      when(`${isWon} and ${account} is not null and not ${further}`, anywhere(won.refused)),
    ),
  }
}
