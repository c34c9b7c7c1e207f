import { type Answers, answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { caught } from '../../metrics/on-tables/caught'
import { keyOf } from '../../metrics/on-tables/dependencies'
import { type Asked, type Taken, takeMeasures } from '../../metrics/on-tables/measure'
import type { Question } from '../../metrics/on-tables/question'
import type { RowSource } from '../../tables/rows'
import { type CellError, isCellError } from '../../values'
import { failureSelect } from './aggregates'
import { type AnswerRow, takenFrom } from './answer-rows'
import { baseName } from './base'
import { creditFailure } from './credits'
import type { SqlDialect } from './dialect'
import { factsOf } from './facts'
import { baseLayers, rowLayers } from './layers'
import { type Mapping, tablesMapped } from './mapping'
import { type Pass, type Placed, passOf, sharing } from './pass'
import { noting, type State, type Statement, sourceIn, stateOf } from './state'
import { listedMeasures } from './summed'

/** What is asked of a database: as of tables in a workbook, with a mapping in their place. */
export interface SqlQuestion extends Omit<Question, 'tables'> {
  readonly wanted: readonly Wanted[]
  /** A column whose values divide the rows into groups. */
  readonly by?: string
  readonly mapping: Mapping
}

export interface PartsSql {
  /** One statement, which reads each table once; undefined where nothing can be measured. */
  readonly sql: string | undefined
  /** What the statement measures, each under the number that stands in its column `measure`. */
  readonly measures: readonly Placed[]
  /** Computes the metrics from what the database answered. */
  readonly answers: (rows: readonly AnswerRow[]) => Answers
}

/**
 * Any metrics of tables, over any periods and groups, as one SQL statement that gives the exact parts of which the
 * core then makes their values: so variants, units and errors are those of the formulas.
 * @returns `CellError` where a mapping lacks a column without which its table is none
 */
export function partsSql(
  { wanted, by, mapping, ...asked }: SqlQuestion,
  dialect: SqlDialect,
): PartsSql | CellError {
  const tables = tablesMapped(mapping)
  if (isCellError(tables)) return tables
  const question: Question = { ...asked, tables }
  const statement: Statement = { dialect, mapping, bases: new Map() }
  const listed = new Set(wanted.flatMap(({ metric }) => listedMeasures(metric)))
  const written: StateParts[] = []
  let place = 0
  answersTo(question, wanted, by, (part, context) => {
    const suffix = written.length === 0 ? '' : `__state_${written.length + 1}`
    const state = stateOf(statement, context, suffix)
    const placed = placedIn(part, state, listed, () => place++)
    written.push({ state, placed, passes: passesOf(placed, part, state) })
    return nothingTaken
  })
  return {
    sql: statementOf(statement, written),
    measures: written.flatMap(({ placed }) => placed.filter((one): one is Placed => 'place' in one)),
    answers: rows => {
      let next = 0
      return answersTo(question, wanted, by, part =>
        takenFrom(rows, part, (written[next++] as StateParts).placed),
      )
    },
  }
}

const nothingTaken: Taken = { groups: [], part: () => 0 }

/** What one state of the definitions contributes. */
interface StateParts {
  readonly state: State
  /** Each measure, or why it cannot be taken at all. */
  readonly placed: readonly (Placed | CellError)[]
  readonly passes: readonly Pass[]
}

/** What is wrong without any row, such as a column that is missing, the core finds out on tables without rows. */
function placedIn(
  asked: Asked,
  state: State,
  listed: ReadonlySet<string>,
  next: () => number,
): readonly (Placed | CellError)[] {
  const withoutRows = takeMeasures(asked, state.context)
  return asked.measures.map((measure, index) => {
    const part = withoutRows.part(index, 0, 0)
    if (isCellError(part)) return part
    // The core misses some tables only when a row asks for them.
    const written = caught(() => noting(state, () => factsOf(measure, [], sourceIn(state, measure.from))))
    if (isCellError(written)) return written
    return { measure, place: next(), isSummed: measure.value !== undefined && !listed.has(keyOf(measure)) }
  })
}

function passesOf(placed: readonly (Placed | CellError)[], asked: Asked, state: State): readonly Pass[] {
  const measures = placed.filter((one): one is Placed => 'place' in one)
  const passes = sharing(measures).map((shared, index) => passOf(shared, asked, index + 1, state))
  const failing: Pass = () => ({
    tables: [],
    selects: measures.flatMap(({ measure, place }) => {
      const failure = sourceFailure(measure.from, state)
      return failure === undefined ? [] : [failureSelect(place, failure, state.dialect)]
    }),
  })
  return [...passes, failing]
}

/** What spoils all measures of a source, as a table of one row. */
function sourceFailure(source: RowSource, state: State): string | undefined {
  if (source === 'credits') return creditFailure(state)
  if (source !== 'stage_history') return undefined
  const { identifier, text } = state.dialect
  const what = text('#N/A stage_history is empty: nobody knows when which deal was in which stage')
  return `select case when count(*) = 0 then ${what} end as ${identifier('refused')} from ${identifier(baseName(source))}`
}

/** Tables stand before what reads them: first those of the database, then layer upon layer, then the passes. */
function statementOf(statement: Statement, written: readonly StateParts[]): string | undefined {
  const passes = written.flatMap(({ passes: own }) => own.map(pass => pass()))
  const selects = passes.flatMap(pass => pass.selects)
  if (selects.length === 0) return undefined
  const rows = written.flatMap(({ state }) => rowLayers(state))
  const layers = [...baseLayers(statement), ...rows.sort((a, b) => a.depth - b.depth)].map(({ sql }) => sql)
  const tables = [...layers, ...passes.flatMap(pass => pass.tables)]
  return `with ${tables.join(',\n')}\n${selects.join('\nunion all\n')}`
}
