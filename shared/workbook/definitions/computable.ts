import type { DefinitionSet } from '../../definitions/table'
import { namesOnTables } from '../../metrics/by-name'
import { answersTo, type Wanted } from '../../metrics/on-tables/answer'
import type { Question } from '../../metrics/on-tables/question'
import { wantedNamed } from '../../metrics/on-tables/wanted'
import { isCellError } from '../../values'

/**
 * Those of the metrics for which the workbook has the tables and columns. Only headers are asked: a metric that cannot
 * be computed because of what stands in a row is not left out, but says so.
 */
export function computable<One extends Wanted>(question: Question, wanted: readonly One[]): readonly One[] {
  const headers = [...question.tables].map(([name, table]) => {
    return [name, { ...table, rows: table.rows.slice(0, 1) }] as const
  })
  const restated = wanted.map(one => ({ ...one, basis: 'restated' }) as const)
  const answers = answersTo({ ...question, tables: new Map(headers) }, restated)
  return wanted.filter((_, index) => {
    const { value } = answers.at(index, 0, 0)
    return !(isCellError(value) && value.error === '#VALUE!')
  })
}

/** All metrics of tables, the team's own included. */
export function allMetrics(definitions: DefinitionSet): readonly Wanted[] {
  const own = definitions.rows.flatMap(({ term, value }) =>
    term.startsWith('metric.') && typeof value === 'string' ? [term.slice(7).toUpperCase()] : [],
  )
  const names = new Set([...namesOnTables(), ...own])
  return [...names].flatMap(name => {
    const wanted = wantedNamed(name, definitions)
    return isCellError(wanted) ? [] : [wanted]
  })
}
