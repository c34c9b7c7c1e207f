import { dayText } from '../../definitions/clock'
import { setHash } from '../../definitions/export'
import { type CellError, cellError, isCellError } from '../../values'
import { type DialectName, dialects } from './dialects/index'
import { dialectTitles } from './dialects/titles'
import { type PartsSql, partsSql, type SqlQuestion } from './parts-sql'
import { valueSql } from './value-sql'

/** What people are told of a statement beside its SQL. */
export interface Named {
  /** The metrics as they were asked for, with the basis behind them: `WIN_RATE@restated`. */
  readonly metrics: readonly string[]
  /** The name of the set of definitions; blank where it has none. */
  readonly set: string
  /** The periods where they have names. */
  readonly periods?: readonly string[]
}

export interface SqlStatement extends Pick<PartsSql, 'reads'> {
  /** Comments, and the statement without a semicolon, since programs put it into brackets. */
  readonly text: string
  /** Whether it gives the numbers; else their parts. */
  readonly isFinished: boolean
}

/**
 * One statement for another program to run: the numbers themselves, or the exact parts where only the core can make
 * numbers of them.
 */
export function statement(
  named: Named,
  question: SqlQuestion,
  dialect: DialectName,
): SqlStatement | CellError {
  const values = valueSql(named.metrics, question, dialects[dialect])
  if (isCellError(values)) return values
  if (values?.sql !== undefined) {
    const text = `${head(named, question, dialect)}\n${comment(ofValues)}\n${values.sql}`
    return { text, isFinished: true, reads: values.reads }
  }
  const parts = partsSql(question, dialects[dialect])
  if (isCellError(parts)) return parts
  if (parts.sql === undefined) return nothingToMeasure(parts)
  const text = `${head(named, question, dialect)}\n${comment(ofParts(named, question, parts))}\n${parts.sql}`
  return { text, isFinished: false, reads: parts.reads }
}

/** Nothing is measured where the core knows the answer already, such as that a column is missing. */
function nothingToMeasure(parts: PartsSql): CellError {
  const { value } = parts.answers([]).at(0, 0, 0)
  return isCellError(value)
    ? value
    : cellError(
        '#N/A',
        'nothing has to be measured for this: the number was reported when its period was locked; ask for it with @restated',
      )
}

/** What is counted, by which definitions, and what was known. */
function head({ metrics, set }: Named, { definitions, asOf }: SqlQuestion, dialect: DialectName): string {
  const { version, rows } = definitions
  const name = set === '' ? '' : `“${set}”, `
  const agreed =
    version === 0 ? 'built in, which nobody has approved' : `${name}version ${version}, hash ${setHash(rows)}`
  return comment([
    `${metrics.join(', ')}, for ${dialectTitles[dialect]}`,
    `Definitions: ${agreed}`,
    ...(asOf === undefined ? [] : [`As known on ${dayText(asOf)}`]),
  ])
}

const ofValues = [
  'value is the number, to 15 digits; where Plumbline gives an error it is null, and refused says which.',
  'The columns between the two are its parts.',
]

function ofParts(
  { metrics, periods = [] }: Named,
  { by }: SqlQuestion,
  { measures }: PartsSql,
): readonly string[] {
  const why =
    by === undefined
      ? `The numbers take more than totals, such as a median, so Plumbline finishes them: these are the parts of ${metrics.join(', ')}.`
      : `These are the parts of each ${by}, of which Plumbline makes the numbers.`
  return [
    why,
    'The parts of each metric are exact; sum is text with all its digits. Each measure is:',
    ...measures.map(({ place, measure }) => `  ${place}: ${said(measure)}`),
    ...(periods.length > 1 ? [`The periods are, from 0: ${periods.join(', ')}`] : []),
  ]
}

function said({ from, rows, value, distinct, at }: PartsSql['measures'][number]['measure']): string {
  const what = value ?? (distinct === undefined ? 'rows' : `different ${distinct}`)
  return `${what} of ${from} where ${rows}${at === undefined ? '' : `, by ${at}`}`
}

/** Whatever is in them, they end where they should. */
function comment(lines: readonly string[]): string {
  return lines.map(line => `-- ${line.replace(/[\r\n\u2028\u2029]+/g, ' ')}`).join('\n')
}
