import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { secondsOf } from '../../tables/derived/responses'
import { type Cell, type CellError, cellError, isCellError } from '../../values'
import type { Measure, Metric } from '../metric'
import { listedRows } from '../on-tables/listed-rows'
import type { Question } from '../on-tables/question'
import { tableFunction } from '../on-tables/table-function'
import { netLeadsIssued } from './net-leads-issued'

/** A row {time to the first answer, net leads, converted, rate} for each bucket, the unanswered last. */
export const conversionByResponse = tableFunction({
  name: 'CONVERSION_BY_RESPONSE',
  title: 'Conversion by response time',
  category: 'leads',
  indicator: 'leading',
  better: 'neither',
  about:
    'How leads decay: the share of net leads that became an opportunity, by how soon they were answered. Reps answer ' +
    'good-looking leads first, so that a part of the difference is theirs and not that of the time.',
  questions: ['How fast do we answer?', 'Do leads turn into opportunities?'],
  keywords: ['lead decay', 'speed to lead', 'response curve', 'contact rate'],
  sources: [
    { label: 'Catalogue of Plumbline, section D: lead decay' },
    {
      label: 'The Short Life of Online Sales Leads, Harvard Business Review 2011',
      url: 'https://hbr.org/2011/03/the-short-life-of-online-sales-leads',
    },
  ],
  tables: ['leads', 'deals'],
  alsoTables: ['activities'],
  period: 'none',
  parameters: {
    buckets: {
      numbers: 'hours',
      about:
        'The longest time of each bucket, counted in, from short to long; a last one takes what is longer',
      example: '{1;4;24}',
    },
  },
  columns: ['time to answer', 'net leads', 'converted', 'rate'],
  compute: (question, own) => {
    const bounds = own.buckets as readonly number[]
    const refused = refuseBounds(bounds)
    if (refused) return refused
    const leads = answeredLeads(question)
    if (isCellError(leads)) return leads
    const converted = listedRows(question, wantedOf({ from: 'credits', rows: 'opportunity' }), ({ read }) =>
      read('cohort_lead'),
    )
    if (isCellError(converted)) return converted
    const rows = new Set(converted)
    const limits = bounds.map(secondsOf)
    const bucketOf = (seconds: number | undefined): number => {
      if (seconds === undefined) return bounds.length + 1
      const place = limits.findIndex(limit => seconds <= limit)
      return place < 0 ? bounds.length : place
    }
    return namesOf(bounds).map((name, bucket): Cell[] => {
      const own = leads.filter(({ seconds }) => bucketOf(seconds) === bucket)
      const won = own.filter(({ row }) => rows.has(row)).length
      return [name, own.length, won, own.length === 0 ? null : rateOf(won, own.length)]
    })
  },
})

interface Answered {
  readonly row: number
  /** Undefined: not answered. */
  readonly seconds: number | undefined
}

function answeredLeads(question: Question): readonly Answered[] | CellError {
  const rows = 'net and days(issued_at, known_until) >= 0'
  return listedRows(question, wantedOf({ from: 'leads', rows }), ({ read }) => {
    const [answered, seconds] = [read('answered'), read('response_seconds')]
    return row => ({ row, seconds: answered(row) === true ? Number(seconds(row)) : undefined })
  })
}

function wantedOf(measured: Measure) {
  const metric: Metric = {
    ...netLeadsIssued,
    parameters: { leads: { unit: 'leads', about: 'Leads', measured } },
    formula: 'leads',
  }
  return { metric, basis: undefined, overrides: {} }
}

function refuseBounds(bounds: readonly number[]): CellError | undefined {
  if (bounds.length === 0) return cellError('#VALUE!', 'buckets is empty: give the longest time of each')
  const place = bounds.findIndex((bound, index) => bound < 0 || bound <= (bounds[index - 1] ?? -1))
  return place < 0
    ? undefined
    : cellError(
        '#NUM!',
        `buckets, cell ${place + 1}, is ${bounds[place]}: give hours from 0 up, each more than the one before`,
      )
}

function namesOf(bounds: readonly number[]): readonly string[] {
  const upTo = bounds.map((bound, index) =>
    index === 0 ? `up to ${bound} h` : `over ${bounds[index - 1]} to ${bound} h`,
  )
  return [...upTo, `over ${bounds[bounds.length - 1]} h`, 'unanswered']
}

function rateOf(converted: number, leads: number): Cell {
  return evaluate(treeOf('converted / leads'), { converted, leads })
}
