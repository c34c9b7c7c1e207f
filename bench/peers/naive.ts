import type { Cell } from '../../shared/values'
import { from, months, to } from './million'
import type { Peer } from './peers'

let leads: Cell[][] = []
let deals: Cell[][] = []

/** What a careful hand would write for these very tables, in floating point. */
export const naive: Peer = {
  load: tables => {
    leads = tables.leads
    deals = tables.deals
  },
  count: () => {
    const first = new Map<Cell, Cell[]>()
    for (const row of leads) {
      const [id, , issuedAt, owner, qualified] = row
      if (qualified !== true || issuedAt === null || owner === null) continue
      const known = first.get(id as Cell)
      if (!known || (issuedAt as number) < (known[2] as number)) first.set(id as Cell, row)
    }
    let count = 0
    for (const [, , issuedAt, , , code, codedAt] of first.values()) {
      if ((issuedAt as number) < from || (issuedAt as number) >= to + 1) continue
      if (code === 'INVALID' || code === 'DUPLICATE') {
        if (workingDays(issuedAt as number, codedAt as number) <= 5) continue
      }
      count++
    }
    return count
  },
  cohort: () => {
    const sums = months.slice(1).map(() => 0)
    for (const [, , closedAt, stage, amount, cogs] of deals) {
      if (stage !== 'Won') continue
      const month = months.findIndex(day => day > (closedAt as number)) - 1
      if (month >= 0) sums[month] = (sums[month] as number) + (amount as number) - (cogs as number)
    }
    return sums
  },
}

/** The same, the months told apart as most scripts do it: by the year and the month of a date, in a map. */
export const keyed: Peer = {
  ...naive,
  cohort: () => {
    const sums = new Map<string, number>()
    const keyOf = (serial: number): string => {
      const date = new Date((serial - 25_569) * 86_400_000)
      return `${date.getUTCFullYear()}-${date.getUTCMonth()}`
    }
    for (const [, , closedAt, stage, amount, cogs] of deals) {
      if (stage !== 'Won') continue
      const key = keyOf(closedAt as number)
      sums.set(key, (sums.get(key) ?? 0) + (amount as number) - (cogs as number))
    }
    return months.slice(0, -1).map(day => sums.get(keyOf(day)) ?? 0)
  },
}

/** Serial 2 was a Monday. */
export function workingDays(start: number, end: number): number {
  let days = 0
  for (let day = Math.floor(start) + 1; day <= Math.floor(end); day++) if ((day - 2) % 7 < 5) days++
  return days
}
