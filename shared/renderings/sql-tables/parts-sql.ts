import { type Answers, answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { keyOf } from '../../metrics/on-tables/dependencies'
import { type Asked, type Taken, takeMeasures } from '../../metrics/on-tables/measure'
import type { Question } from '../../metrics/on-tables/question'
import type { Context } from '../../tables/rows'
import { type CellError, isCellError } from '../../values'
import { failureSelect } from './aggregates'
import { type AnswerRow, takenFrom } from './answer-rows'
import { creditFailure } from './credits'
import type { SqlDialect } from './dialect'
import { baseLayers, rowLayers } from './layers'
import { type Mapping, tablesMapped } from './mapping'
import { type Pass, type Placed, passOf, sharing } from './pass'
import { type State, type Statement, stateOf } from './state'
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
    const placed = placedIn(part, context, listed, () => place++)
    written.push({ state, placed, passes: passesOf(placed, part, state) })
    return nothingTaken
  })
  return {
    sql: statementOf(statement, written),
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
  context: Context,
  listed: ReadonlySet<string>,
  next: () => number,
): readonly (Placed | CellError)[] {
  const withoutRows = takeMeasures(asked, context)
  return asked.measures.map((measure, index) => {
    const part = withoutRows.part(index, 0, 0)
    if (isCellError(part)) return part
    return { measure, place: next(), isSummed: measure.value !== undefined && !listed.has(keyOf(measure)) }
  })
}

function passesOf(placed: readonly (Placed | CellError)[], asked: Asked, state: State): readonly Pass[] {
  const measures = placed.filter((one): one is Placed => 'place' in one)
  const passes = sharing(measures).map((shared, index) => passOf(shared, asked, index + 1, state))
  const ofCredits = measures.filter(({ measure }) => measure.from === 'credits')
  const failing: Pass = () => {
    const failure = ofCredits.length === 0 ? undefined : creditFailure(state)
    const selects = ofCredits.map(({ place }) => failure && failureSelect(place, failure, state.dialect))
    return { tables: [], selects: selects.filter(select => select !== undefined) }
  }
  return [...passes, failing]
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
