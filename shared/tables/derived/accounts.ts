import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { once } from './once'

export const accountColumns: Readonly<Record<string, DerivedColumn>> = {
  touched: {
    about:
      'Whether an activity that counts was with the account in the period, itself or by one of its deals',
    reads: ['account_id', 'period_from', 'period_to'],
    looksInto: { activities: ['counted', 'at', 'account_id', 'deal_id'], deals: ['deal_id', 'account_id'] },
    read: touched,
  },
}

function touched({ read, context }: Rows): Reader {
  const [account, from, to] = [read('account_id'), read('period_from'), read('period_to')]
  const momentsOf = once(() => momentsByAccount(context.rows('activities'), dealAccounts(context)))
  return row => {
    const [first, last] = [Number(from(row)), Number(to(row))]
    const moments = momentsOf().get(account(row))
    return moments?.some(moment => moment >= first && moment < last + 1) === true
  }
}

function momentsByAccount(
  { read, has, last, isRow }: Rows,
  accountOf: (deal: RowValue) => RowValue | undefined,
): ReadonlyMap<RowValue, readonly number[]> {
  const [counted, at] = [read('counted'), read('at')]
  const [account, deal] = [read('account_id'), readIfThere({ read, has }, 'deal_id')]
  const found = new Map<RowValue, number[]>()
  for (let row = 1; row <= last; row++) {
    const moment = isRow(row) && counted(row) === true ? at(row) : null
    const own = account(row) ?? accountOf(deal(row)) ?? null
    if (typeof moment !== 'number' || own === null) continue
    const others = found.get(own)
    if (others) others.push(moment)
    else found.set(own, [moment])
  }
  return found
}

/** CRMs log an activity with a deal, and the deal has the account. */
function dealAccounts(context: Rows['context']): (deal: RowValue) => RowValue | undefined {
  if (!context.tables.has('deals')) return () => undefined
  const { read, last } = context.rows('deals')
  const [id, account] = [read('deal_id'), read('account_id')]
  const found = new Map<RowValue, RowValue>()
  for (let row = last; row > 0; row--) found.set(id(row), account(row))
  return deal => (deal === null ? undefined : found.get(deal))
}
