import { metricsByName } from '../../metrics/by-name'
import type { Measure, Metric } from '../../metrics/metric'
import { answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { caught } from '../../metrics/on-tables/caught'
import { measuresOf } from '../../metrics/on-tables/dependencies'
import type { Asked } from '../../metrics/on-tables/measure'
import type { Question } from '../../metrics/on-tables/question'
import type { Context } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import { isCellError } from '../../values'
import type { Area } from '../../workbook/area'
import { measured } from './measured'
import { metricText } from './metric-text'
import { isSpared, type Strictness } from './needed-rules'
import type { State } from './source'
import { type Cells, spanOf } from './span'

/** One number that is asked of tables, with the cells that it is asked of. */
export interface NativeQuestion {
  /** As the core reads it, with a single period. */
  readonly question: Question
  readonly wanted: Wanted
  /** Where each table stands, its header row included. */
  readonly places: ReadonlyMap<TableName, Area>
  /** The cells that hold the period and the last known day; what has none is written as its value. */
  readonly cells?: Cells
}

/** The formula, or in a sentence why there is none. */
export type NativeTwin = { readonly formula: string } | { readonly none: string }

/** The most that Excel takes, in characters and in brackets within brackets. */
const [longest, deepest] = [8192, 64]

/**
 * A metric of tables in built-in functions only, for Excel 2016 and later, Google Sheets and LibreOffice: derived from
 * the same rules over rows. The definitions that govern the period are written into it, and what the words in the
 * tables mean by them, as they stand now; the numbers and days in the tables, the period and as_of stay references.
 */
export function nativeTableFormula(asked: NativeQuestion): NativeTwin {
  const twin = caught(() => written(asked))
  if (isCellError(twin)) return { none: twin.reason }
  if (typeof twin !== 'string') return twin
  if (twin.length >= longest) {
    return {
      none: `it would take a formula of ${twin.length} characters, more than the ${longest} that Excel takes`,
    }
  }
  if (depthOf(twin) > deepest) return { none: `it would take more than ${deepest} brackets within brackets` }
  return { formula: `=${twin}` }
}

function written({ question, wanted, places, cells = {} }: NativeQuestion): string | NativeTwin {
  const taken: { readonly asked: Asked; readonly context: Context }[] = []
  answersTo(question, [wanted], undefined, (asked, context) => {
    taken.push({ asked, context })
    return { groups: [''], part: () => 0 }
  })
  const answer = answersTo(question, [wanted]).at(0, 0, 0)
  if (answer.reported)
    return { none: 'the number is the one that was reported and locked, not one that is computed' }
  const wrong = measuresOf(answer.metric).map(answer.part).find(isCellError)
  if (isCellError(wrong)) return { none: wrong.reason }
  if (isCellError(answer.value) && failuresWithin(question, wanted, answer.metric) > 1) {
    return { none: 'several of the numbers that it is computed from are missing, each for another reason' }
  }
  const [only, other] = taken
  if (only === undefined || answer.regimes.length !== 1) {
    return {
      none: isCellError(answer.value) ? answer.value.reason : 'the definitions change within the period',
    }
  }
  if (other !== undefined) return { none: 'the definitions change within the period' }
  const { asked, context } = only
  const period = asked.periods[0] as (typeof asked.periods)[0]
  const state: State = { context, places, asOf: asOfText(question, cells) }
  const known = new Map<Measure, ReturnType<typeof measured>>()
  const measuredBy = (measure: Measure) => {
    const before = known.get(measure)
    if (before) return before
    const found = measured(measure, spanOf(measure, period, cells, state), asked.conditions, state)
    known.set(measure, found)
    return found
  }
  const { error } = isCellError(answer.value) ? answer.value : { error: '' }
  // A number that a rule refuses now needs that rule.
  const tried: readonly Strictness[] = isSpared(error) ? ['all'] : ['possible', 'missing']
  const texts = tried.map(
    strictness => () => metricText(answer.metric, measuredBy, context.terms, strictness).text,
  )
  const [first, second] = texts as [() => string, (() => string)?]
  const whole = first()
  return whole.length < longest || !second ? whole : second()
}

/** In how many ways the metrics fail that a metric is computed from: a spreadsheet looks at them in another order. */
function failuresWithin(question: Question, { basis, overrides }: Wanted, { parameters }: Metric): number {
  const parts = Object.values(parameters).flatMap(parameter => {
    const measured = 'measured' in parameter ? parameter.measured : undefined
    return measured && 'metric' in measured ? [metricsByName.get(measured.metric) as Metric] : []
  })
  const answers = answersTo(
    question,
    parts.map(metric => ({ metric, basis, overrides })),
  )
  const values = parts.map((_, index) => answers.at(index, 0, 0).value)
  return new Set(values.flatMap(value => (isCellError(value) ? [value.error] : []))).size
}

function asOfText({ asOf }: Question, cells: Cells): string | undefined {
  if (asOf === undefined) return undefined
  return cells.asOf ?? String(asOf)
}

function depthOf(formula: string): number {
  let [depth, most] = [0, 0]
  for (const character of formula.replace(/"[^"]*"/g, '')) {
    if (character === '(') most = Math.max(most, ++depth)
    else if (character === ')') depth--
  }
  return most
}
