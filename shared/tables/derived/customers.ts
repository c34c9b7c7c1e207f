import { monthsAfter } from '../../formula/calendar'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { once } from './once'

export const customerSince: DerivedColumn = {
  about: 'When the first deal of its account was won',
  reads: ['won', 'closed_at', 'account_id'],
  read: rows => {
    const [account, winsOf] = [rows.read('account_id'), winsByAccount(rows)]
    return row => winsOf(account(row))?.[0]?.day ?? null
  },
}

export const newCustomer: DerivedColumn = {
  about: 'Whether winning it won a new customer, by customer.new_rule',
  reads: ['won', 'closed_at', 'account_id', 'deal_kind', 'customer.new_rule'],
  read: newlyWon,
}

/** Kinds that only a customer can buy: the table may begin after the deal that made it one. */
export const furtherKinds = ['upsell', 'cross_sell', 'renewal']

/**
 * By what the account bought before, where the deal has an account; a type that says “new” is not enough, since it is
 * set by hand. Where it has none, the type is all there is.
 */
function newlyWon(rows: Rows): Reader {
  const { read, has, context } = rows
  const won = read('won')
  const months = monthsOf(String(context.terms['customer.new_rule']))
  const kind = has('deal_type') || !has('account_id') ? read('deal_kind') : () => null
  const further = months === undefined ? [...furtherKinds, 'existing'] : furtherKinds
  const account = readIfThere(rows, 'account_id')
  const winsOf = winsByAccount(rows)
  return row => {
    if (won(row) !== true) return false
    const [own, type] = [account(row), kind(row)]
    if (own === null) return isNewByType(type, rows, row)
    if (further.includes(String(type))) return false
    const wins = winsOf(own) ?? []
    const place = wins.findIndex(win => win.row === row)
    const before = wins[place - 1]
    if (!before) return place === 0
    return months !== undefined && before.day < monthsAfter((wins[place] as Win).day, -months)
  }
}

function isNewByType(type: RowValue, { label }: Rows, row: number): boolean {
  if (type !== null) return type === 'new'
  const remedy = 'fill in account_id or deal_type'
  throw cellError('#N/A', `${label(row)} was won, but from a new customer or not nobody can tell: ${remedy}`)
}

interface Win {
  readonly row: number
  readonly day: number
}

/** What was won from each account, the earliest first; of two on one day the upper row. */
function winsByAccount({ read, last, isRow }: Rows): (account: RowValue) => readonly Win[] | undefined {
  const wins = once(() => {
    const found = new Map<RowValue, Win[]>()
    const [won, closedAt, account] = [read('won'), read('closed_at'), read('account_id')]
    for (let row = 1; row <= last; row++) {
      if (!isRow(row) || won(row) !== true) continue
      const [own, moment] = [account(row), closedAt(row)]
      if (typeof moment !== 'number') continue
      const others = found.get(own)
      const win = { row, day: Math.floor(moment) }
      if (others) others.push(win)
      else found.set(own, [win])
    }
    for (const own of found.values()) own.sort((a, b) => a.day - b.day)
    return found
  })
  return account => (account === null ? undefined : wins().get(account))
}

/** `none_in_months(12)`; undefined for `first_won_ever`. */
export function monthsOf(rule: string): number | undefined {
  const said = /^none_in_months\((\d+)\)$/.exec(rule)
  return said ? Number(said[1]) : undefined
}
