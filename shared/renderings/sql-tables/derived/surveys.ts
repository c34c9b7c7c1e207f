import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { refusing, truth } from './words'

export const surveys: Readonly<Record<string, SqlColumn>> = {
  asked: rows => {
    const unanswered = `max(case when ${rows.name('score').sql} is null then 1 else 0 end) over () = 1`
    const what =
      '#N/A surveys hold answers only, not who was asked: add a row with a blank score for each who was asked and did not answer'
    return {
      sql: `${rows.name('respondent').sql} is not null`,
      type: 'flag',
      refused: refusing(`not (${unanswered})`, what, rows),
    }
  },
  latest_nps: rows => ({ sql: isLatest(rows, truth(rows.name('nps_answer'))), type: 'flag' }),
  /** Of each question. */
  csat_latest: rows => {
    const question = `lower(coalesce(${rows.name('question').sql}, ''))`
    return { sql: isLatest(rows, truth(rows.name('csat_answer')), question), type: 'flag' }
  },
  csat_score: rows => {
    const { name, dialect } = rows
    const latest = name('csat_latest').sql
    const score = name('score').sql
    const ofRespondent = `over (partition by ${[...respondentOf(rows), latest].join(', ')})`
    const mean = `cast(sum(${score}) ${ofRespondent} as ${dialect.types.double}) / count(*) ${ofRespondent}`
    const scale = Number(rows.terms['csat.scale'])
    const isOff = `${truth(name('csat_answer'))} and (${score} < 1 or ${score} > ${scale})`
    const what = `#NUM! a score is off the scale: answers lie from 1 to ${scale}`
    return {
      sql: `case when ${isLatest(rows, latest)} then ${mean} end`,
      type: 'number',
      refused: refusing(isOff, what, rows),
    }
  },
}

/** Whoever gave no name is somebody else each time. */
function respondentOf({ name, row, dialect }: SourceWriter): readonly string[] {
  const respondent = name('respondent').sql
  return [dialect.identifier('__period'), respondent, `case when ${respondent} is null then ${row()} end`]
}

/** Whether a row is the latest of its respondent in the period that counts; of two at one moment the lower score is. */
function isLatest(rows: SourceWriter, counts: string, ...further: readonly string[]): string {
  const [at, score] = ['at', 'score'].map(column => rows.name(column).sql)
  const within = [...respondentOf(rows), ...further, counts].join(', ')
  return `${counts} and row_number() over (partition by ${within} order by ${at} desc, ${score}, ${rows.row()}) = 1`
}
