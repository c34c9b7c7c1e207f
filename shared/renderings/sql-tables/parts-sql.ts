import type { Measure } from '../../metrics/metric'
import { type Answer, type Answers, answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { nothingOf } from '../../metrics/on-tables/part'
import type { Question } from '../../metrics/on-tables/question'
import type { TableName } from '../../tables/schema'
import { type CellError, cellError, isCellError } from '../../values'
import { type AnswerRow, takenFrom } from './answer-rows'
import type { SqlDialect } from './dialect'
import { baseLayers, rowLayers } from './layers'
import { type Mapping, tablesMapped } from './mapping'
import type { Placed } from './pass'
import type { RowTotal } from './row-total'
import { type Statement, stateOf } from './state'
import { type StateParts, statePartsOf } from './state-parts'
import { listedMeasures } from './summed'

/** What is asked of a database: as of tables in a workbook, with a mapping in their place. */
export interface SqlQuestion extends Omit<Question, 'tables'> {
  readonly wanted: readonly Wanted[]
  /** A column whose values divide the rows into groups. */
  readonly by?: string
  readonly mapping: Mapping
}

export interface PartsSql {
  /** One statement, which reads each table once, few columns of Parquet aside; undefined where nothing can be measured. */
  readonly sql: string | undefined
  /** The same in two: what stands before its answer, and that. */
  readonly tables: string
  readonly rows: string
  /** The tables of the workbook that it reads. */
  readonly reads: readonly TableName[]
  /** What the statement measures, each under the number that stands in its column `measure`. */
  readonly measures: readonly Placed[]
  /** Computes the metrics from what the database answered. */
  readonly answers: (rows: readonly AnswerRow[]) => Answers
  /** What a metric is asked as in a period, and where in the answer its parts stand. */
  readonly at: (wanted: number, period: number) => Place
}

export interface Place {
  /** As it is without any row; its metric and definitions are those of the period. */
  readonly answer: Answer
  /**
   * Of each stretch of the period, where a measure stands, or a total of it that is worked out in each row; `CellError`
   * where it cannot be taken.
   */
  readonly whereIs: (measure: Measure, total?: RowTotal) => readonly (Whereabouts | CellError)[]
}

/** The number of a measure and of a period in the answer. */
export interface Whereabouts {
  readonly measure: number
  readonly period: number
}

/**
 * Any metrics of tables, over any periods and groups, as one SQL statement that gives the exact parts of which the
 * core then makes their values: so variants, units and errors are those of the formulas.
 * @param totals are added up besides; then the database itself goes on, and no values are listed
 * @returns `CellError` where a mapping lacks a column without which its table is none
 */
export function partsSql(
  { wanted, by, mapping, ...asked }: SqlQuestion,
  dialect: SqlDialect,
  totals?: readonly RowTotal[],
): PartsSql | CellError {
  const tables = tablesMapped(mapping)
  if (isCellError(tables)) return tables
  const question: Question = { ...asked, tables }
  const statement: Statement = { dialect, mapping, bases: new Map() }
  const listed = new Set(totals ? [] : wanted.flatMap(({ metric }) => listedMeasures(metric)))
  const written: StateParts[] = []
  let [place, sought]: [number, readonly Sought[]] = [0, []]
  const empty = answersTo(question, wanted, by, (part, context) => {
    const suffix = written.length === 0 ? '' : `__state_${written.length + 1}`
    const state = stateOf(statement, context, suffix)
    const own = statePartsOf(part, state, { listed, totals, next: () => place++ })
    written.push(own)
    return {
      groups: [],
      part: (index, period) => {
        sought = [...sought, { own, index, period }]
        const measure = part.measures[index] as Measure
        return measure.per === undefined ? nothingOf(measure) : new Map()
      },
    }
  })
  return {
    ...statementOf(statement, written),
    reads: [...statement.bases.keys()],
    measures: written.flatMap(({ placed }) => placed.filter((one): one is Placed => 'place' in one)),
    answers: rows => {
      let next = 0
      return answersTo(question, wanted, by, part =>
        takenFrom(rows, part, (written[next++] as StateParts).placed),
      )
    },
    at: (index, period) => {
      const answer = empty.at(index, period, 0)
      return {
        answer,
        whereIs: (measure, total) => {
          sought = []
          answer.part(measure)
          return sought.map(one => whereabouts(one, total))
        },
      }
    },
  }
}

/** A measure and a period that were asked for in a state of the definitions. */
interface Sought {
  readonly own: StateParts
  readonly index: number
  readonly period: number
}

function whereabouts({ own, index, period }: Sought, total: RowTotal | undefined): Whereabouts | CellError {
  const one = total ? own.added.find(added => added.total?.key === total.key) : own.placed[index]
  // A total is not there where one of its values cannot be taken, which is said of that.
  if (one === undefined) return cellError('#N/A', '')
  return 'place' in one ? { measure: one.place, period } : one
}

/** Tables stand before what reads them: first those of the database, then layer upon layer, then the passes. */
function statementOf(
  statement: Statement,
  written: readonly StateParts[],
): Pick<PartsSql, 'sql' | 'tables' | 'rows'> {
  const passes = written.flatMap(({ passes: own }) => own.map(pass => pass()))
  const rows = passes.flatMap(pass => pass.selects).join('\nunion all\n')
  if (rows === '') return { sql: undefined, tables: '', rows }
  const added = written.flatMap(({ state }) => rowLayers(state))
  const layers = [...baseLayers(statement), ...added.sort((a, b) => a.depth - b.depth)].map(({ sql }) => sql)
  const tables = `with ${[...layers, ...passes.flatMap(pass => pass.tables)].join(',\n')}`
  return { sql: `${tables}\n${rows}`, tables, rows }
}
