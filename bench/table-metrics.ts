import { COUNTIFS } from '@formulajs/formulajs'
import { formulas } from '../shared/formulas'
import type { Argument, Matrix } from '../shared/values'
import { type Line, median as medianTime, timed } from './measure'
import { median } from './peers/fresh'
import { firstDay, tablesOf } from './tables'

const metric = formulas.find(({ name }) => name === 'METRIC')?.compute as (
  args: readonly Argument[],
) => unknown

const names = [['NET_LEADS_ISSUED'], ['COST_PER_NET_LEAD'], ['WIN_RATE'], ['TOTAL_REVENUE']]
const quarters = [0, 90, 181, 273, 365]
const starts = [quarters.slice(0, -1).map(day => firstDay + day)]
const ends = [quarters.slice(1).map(day => firstDay + day - 1)]
const [start, end] = [firstDay, firstDay + 364]

export function tableLines(): Line[] {
  return [8_800, 200_000].flatMap(rows => {
    const { leads, deals, costs } = tablesOf(rows)
    const sized = `${rows.toLocaleString('en')} leads`
    const single = () => metric(['NET_LEADS_ISSUED', start, end, '', '', '', leads])
    const scorecard = () => metric([names, starts, ends, '', '', '', leads, deals, costs])
    const unwarmed: Line = { what: `net leads of ${sized}, the first call`, milliseconds: timed(single) }
    const naive: Line = {
      what: `net leads of ${sized}, naive JavaScript`,
      milliseconds: medianTime(() => naiveNetLeads(leads)),
    }
    return [
      naive,
      unwarmed,
      { what: `net leads of ${sized}`, milliseconds: medianTime(single), against: naive },
      {
        what: `COUNTIFS of formulajs, nobody counted once`,
        milliseconds: medianTime(() => countifs(leads), 3),
        against: naive,
      },
      { what: `4 metrics × 4 quarters over ${sized}`, milliseconds: medianTime(scorecard), against: naive },
    ]
  })
}

/** First calls, each in a process of its own, beside plain loops over the same rows. */
export function freshLines(): Line[] {
  return [10_000, 100_000, 1_000_000].flatMap(rows => {
    const [ours, naive, keyed] = ['plumbline', 'naive', 'keyed'].map(name => median(name, rows).cpu)
    const sized = `${rows.toLocaleString('en')} leads`
    const deals = `25 months of ${rows.toLocaleString('en')} deals`
    const line = (what: string, milliseconds = 0, against?: Line): Line => {
      return { what, milliseconds, ...(against && { against }) }
    }
    const count = line(`net leads of ${sized}, a plain loop`, naive?.count)
    const months = line(`gross profit in ${deals}, a plain loop in floating point`, keyed?.cohort)
    return [
      ...[count, line(`net leads of ${sized}`, ours?.count, count)],
      ...[months, line(`gross profit in ${deals}`, ours?.cohort, months)],
    ]
  })
}

/** What a careful hand would write for this very table: the same filter, the same first issue a person. */
function naiveNetLeads(leads: Matrix): number {
  const subtracted = new Set(['duplicate', 'invalid', 'test', 'existing_customer', 'out_of_profile'])
  const first = new Map<string, { row: number; at: number }>()
  for (const [row, [, , issuedAt, owner, qualified, , , email]] of leads.entries()) {
    if (row === 0 || qualified !== true || typeof issuedAt !== 'number' || owner === null) continue
    const person = String(email).toLowerCase()
    const known = first.get(person)
    if (!known || issuedAt < known.at) first.set(person, { row, at: issuedAt })
  }
  let count = 0
  for (const { row, at } of first.values()) {
    const code = leads[row]?.[5]
    if (at >= start && at < end + 1 && !(typeof code === 'string' && subtracted.has(code.toLowerCase())))
      count++
  }
  return count
}

function countifs(leads: Matrix): number {
  const column = (place: number) => leads.slice(1).map(row => row[place])
  return COUNTIFS(column(4), 'TRUE', column(2), `>=${start}`, column(2), `<${end + 1}`) as number
}
