import { dayOfText } from '../shared/definitions/clock'
import { fiscalCalendarOf } from '../shared/definitions/fiscal-calendar'
import { latestOf } from '../shared/definitions/governing'
import type { Wanted } from '../shared/metrics/on-tables/answer'
import { allTime, type Question } from '../shared/metrics/on-tables/question'
import { wantedNamed } from '../shared/metrics/on-tables/wanted'
import { parseWhere } from '../shared/tables/where'
import { type CellError, isCellError } from '../shared/values'
import { Refused } from '../shared/workbook/steps'
import type { Agreed } from './definitions-file'
import { type Grain, grains, type NamedPeriod, periodsBetween, refuseParts } from './periods'

/** What is asked on the command line, in the words of METRIC. */
export interface Asked {
  /** Names, with the basis behind them where one is asked for: `WIN_RATE@restated`. */
  readonly metrics: readonly string[]
  /** Days as `2026-01-31`. */
  readonly from?: string
  readonly to?: string
  /** Week, month, quarter or year, and a column that divides the rows into groups. */
  readonly by: readonly string[]
  readonly where: string
  readonly asOf?: string
}

/** What can be asked of any engine. */
export interface Prepared {
  readonly question: Omit<Question, 'tables'>
  readonly periods: readonly NamedPeriod[]
  /** Each metric, or why there is none of that name. */
  readonly metrics: readonly (Wanted | CellError)[]
  readonly by: string | undefined
}

/** First and last day of what the tables record. */
export interface Recorded {
  readonly from: number
  readonly to: number
}

/**
 * @param recorded tells what the tables record, where a question names grains but no days
 */
export async function prepare(
  asked: Asked,
  { definitions, locks, snapshot }: Agreed,
  recorded: () => Promise<Recorded>,
): Promise<Prepared> {
  const conditions = parseWhere(asked.where)
  if (isCellError(conditions)) throw new Refused(`--where: ${conditions.reason}`)
  const [from, to, asOf] = [
    dayOf('--from', asked.from),
    dayOf('--to', asked.to),
    dayOf('--as-of', asked.asOf),
  ]
  if (from !== undefined && to !== undefined && from > to)
    throw new Refused('--from is after --to: a period begins before it ends.')
  const grain = asked.by.find(isGrain)
  const [by, second] = asked.by.filter(one => !isGrain(one))
  if (second !== undefined || asked.by.filter(isGrain).length > 1)
    throw new Refused('Write --by for one of week, month, quarter or year, and for one column.')
  const periods = await periodsOf({ from, to }, grain, definitions, recorded)
  return {
    question: { periods, conditions, asOf, definitions, locks, snapshot },
    periods,
    metrics: asked.metrics.map(name => wantedNamed(name, definitions)),
    by,
  }
}

async function periodsOf(
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
  grain: Grain | undefined,
  definitions: Question['definitions'],
  recorded: () => Promise<Recorded>,
): Promise<readonly NamedPeriod[]> {
  if (grain === undefined) {
    if (from === undefined && to === undefined) return [{ ...allTime, name: 'all time' }]
    if (from === undefined || to === undefined)
      throw new Refused('Give both --from and --to, the first and the last day of a period.')
    return [{ from, to, name: '' }]
  }
  const known = from === undefined || to === undefined ? await recorded() : { from, to }
  const calendar = fiscalCalendarOf(latestOf(definitions.rows))
  const periods = periodsBetween(from ?? known.from, to ?? known.to, grain, calendar)
  refuseParts(periods, { from, to }, grain)
  return periods
}

function isGrain(text: string): text is Grain {
  return grains.some(grain => grain === text)
}

function dayOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const day = dayOfText(text)
  if (day === undefined) throw new Refused(`${option} ${text.slice(0, 40)} is no day: write 2026-01-31.`)
  return day
}
