import { termsAt } from '../../definitions/governing'
import type { DefinitionSet } from '../../definitions/table'
import type { Metric } from '../../metrics/metric'
import { tablesNeeded } from '../../metrics/on-tables/dependencies'
import type { Question } from '../../metrics/on-tables/question'
import { wantedNamed } from '../../metrics/on-tables/wanted'
import { isCellError } from '../../values'
import type { Area } from '../area'
import { computable } from '../definitions/computable'
import { freeName } from '../definitions/record-sheet'
import { rangeName } from '../definitions/workbook-tables'
import type { Content, Edit, Overview } from '../steps'
import { dayRow, firstRow, headerRow, scorecardLooks, toRow } from './scorecard-looks'

/** What a first scorecard shows of, as far as the tables make it: from the lead to the customer. */
const wished = [
  ...['NET_LEADS_ISSUED', 'COST_PER_NET_LEAD', 'LEAD_RESPONSE_TIME', 'LEAD_TO_OPP_RATE', 'OPP_TO_WIN_RATE'],
  ...['WIN_RATE', 'AVERAGE_DEAL_SIZE', 'SALES_CYCLE_LENGTH', 'TOTAL_REVENUE', 'PROFIT_MARGIN', 'CAC'],
  ...[
    'COHORT_ROI',
    'WEIGHTED_PIPELINE',
    'QUOTA_ATTAINMENT_TEAM',
    'ACTIVITY_COUNT',
    'MRR',
    'NRR',
    'CSAT',
    'NPS',
  ],
]
const most = 12

const periods = ['B', 'C', 'D', 'E'] as const

type Call = (name: string, ...args: string[]) => Content

/** What a scorecard is made of. */
export interface Scorecard {
  readonly area: Area
  /** The cell of the day up to which things are known. */
  readonly day: Area
  readonly edits: readonly Edit[]
}

export interface ScorecardPlan {
  readonly overview: Overview
  readonly set: DefinitionSet
  /** Of the workbook's tables, their headers at least. */
  readonly tables: Question['tables']
  /** A day to be written, or the AS_OF that is there. */
  readonly asOf: number | 'AS_OF'
  /** Whether there will be definitions to name. */
  readonly isGoverned: boolean
}

/**
 * A sheet with the last four periods up to AS_OF, a formula in every number's cell and beneath the metric's name what it
 * is by the definitions. Undefined where the tables make no metric of it.
 */
export function scorecardSheet(plan: ScorecardPlan): Scorecard | undefined {
  const { overview, set, tables, asOf } = plan
  const definitions = plan.isGoverned ? 'DEFINITIONS' : '""'
  const question = {
    tables,
    periods: [{ from: 1, to: 1 }],
    conditions: [],
    asOf: undefined,
    definitions: set,
  }
  const known = wished.flatMap(name => {
    const wanted = wantedNamed(name, set)
    return isCellError(wanted) ? [] : [wanted]
  })
  const metrics = computable(question, known).slice(0, most)
  if (metrics.length === 0) return undefined
  const sheet = freeName(overview, 'Scorecard')
  const isThere = overview.sheets.some(({ name }) => name === sheet)
  const call: Call = (name, ...args) => ({
    formula: `=${overview.prefix}${name}(${args.join(',')})`,
  })
  const grain = `"${termsAt(set.rows, Number.MAX_SAFE_INTEGER, set.version)['lock.grain']}"`
  const day = { sheet, top: dayRow, bottom: dayRow, left: 1, right: 1 }
  const place = (top: number, left: number, right = left, bottom = top): Area => ({
    sheet,
    top,
    left,
    bottom,
    right,
  })
  const rows = metrics.flatMap(({ metric }) => metricRows(metric, tables, definitions, call))
  const header = [
    ['Metric', ...periods.map(letter => call('FISCAL_PERIOD', `${letter}5`, grain, definitions))],
    ['First day', ...periods.map((_, index) => call('PERIOD_START', startsFrom(index), grain, definitions))],
    ['Last day', ...periods.map(letter => call('PERIOD_END', `${letter}5`, grain, definitions))],
  ]
  const bottom = firstRow + rows.length - 1
  return {
    ...{ area: place(0, 0, 4, bottom), day },
    edits: [
      ...(isThere ? [] : [{ do: 'add sheet', sheet } as const]),
      { do: 'write', area: place(0, 0), cells: [['Scorecard']] },
      { do: 'write', area: place(dayRow, 0), cells: [['As of']] },
      { do: 'write', area: day, cells: [[asOf === 'AS_OF' ? { formula: '=AS_OF' } : asOf]] },
      ...(asOf === 'AS_OF' ? [] : [{ do: 'name', name: 'AS_OF', area: day } as const]),
      { do: 'write', area: place(headerRow, 0, 4, toRow), cells: header },
      { do: 'write', area: place(firstRow, 0, 4, bottom), cells: rows },
      ...scorecardLooks(
        metrics.map(({ metric }) => metric),
        sheet,
      ),
      { do: 'widths', sheet, letters: [44, 16, 16, 16, 16] },
      { do: 'name', name: 'SCORECARD', area: place(0, 0, 4, bottom) },
    ],
  }
}

/** A day of the period: the last one holds AS_OF, each other one ends before the next begins. */
function startsFrom(index: number): string {
  const next = periods[index + 1]
  return next === undefined ? '$B$2' : `${next}5-1`
}

/** A row of numbers, and one that says what they are by the definitions of the last period. */
function metricRows(
  metric: Metric,
  tables: Question['tables'],
  definitions: string,
  call: Call,
): readonly (readonly Content[])[] {
  const also = (metric.alsoTables ?? []).filter(table => tables.has(table))
  const ranges = [...tablesNeeded(metric), ...also].map(rangeName)
  const name = `"${metric.name}"`
  const number = (letter: string): Content =>
    call(
      'METRIC',
      name,
      `${letter}$5`,
      `${letter}$6`,
      '""',
      'AS_OF',
      definitions,
      ...ranges,
      'LOCKS',
      'SNAPSHOT',
    )
  return [
    [metric.title, ...periods.map(number)],
    [call('METRIC_LABEL', name, '$E$4', '""', definitions, 'LOCKS'), null, null, null, null],
  ]
}
