import { stageClasses, stageOrders } from '../../../definitions/stages'
import { worded } from '../../../tables/derived/words'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { caseOf, isAnyOf, refusing, truth, wordOf } from './words'

export const stageHistory: Readonly<Record<string, SqlColumn>> = {
  stage_word: wordOf('stage'),
  /** Whether the change is known as of the day asked for. */
  is_known: ({ read }) => ({ sql: truth(read('days(entered_at, known_until) >= 0')), type: 'flag' }),
  passes_from: rows => {
    const passes = passing(rows, 'stage.from')
    const first = `row_number() over (${ofDeal(rows, passes.sql)}) = 1`
    return { ...passes, sql: `${rows.name('is_known').sql} and ${passes.sql} and ${first}` }
  },
  passes_to: rows => {
    const passes = passing(rows, 'stage.to')
    const since = `max(case when ${passes.sql} then 1 else 0 end) over (${ofDeal(rows)} rows between current row and unbounded following)`
    return { ...passes, sql: `${rows.name('is_known').sql} and ${since} = 1` }
  },
  begins_stay: rows => {
    const classes = Object.entries(stageClasses(rows.state.context.terms))
    const word = rows.name('stage_word').sql
    const own = caseOf(
      word,
      classes.map(([stage, named]) => [stage, rows.dialect.text(named)] as const),
      'null',
      rows,
    )
    const before = `lag(${word}) over (${ofDeal(rows)})`
    const what =
      '#VALUE! nobody has said what a stage in the history means: add it to stage.map, or rename it'
    return {
      sql: `${own} = 'open' and (${before} is null or ${before} <> ${word})`,
      type: 'flag',
      refused: refusing(`(${own}) is null`, what, rows),
    }
  },
  /** Whether the deal came from another stage. */
  is_turn: rows => {
    const word = rows.name('stage_word').sql
    return { sql: `coalesce(lag(${word}) over (${ofDeal(rows)}) <> ${word}, false)`, type: 'flag' }
  },
  left_at: leftAt,
}

/** The known changes of a deal, the earliest first. */
function ofDeal({ name, row }: SourceWriter, ...further: readonly string[]): string {
  const within = [name('deal_id').sql, name('is_known').sql, ...further].join(', ')
  return `partition by ${within} order by ${name('entered_at').sql}, ${row()}`
}

/** Whether a change is to a stage or to one that comes later: what was skipped was passed. */
function passing(rows: SourceWriter, term: string): Written {
  const { name, terms, state } = rows
  const wanted = worded(String(terms[term] ?? ''))
  const orders = stageOrders(state.context.terms)
  const place = orders[wanted]
  const later = Object.entries(orders).filter(([, order]) => place !== undefined && order >= place)
  const word = name('stage_word').sql
  const isMapped = Object.keys((terms['stage.map'] ?? {}) as object).includes(wanted)
  const isThere = `max(case when ${isAnyOf(word, [wanted], rows)} then 1 else 0 end) over () = 1`
  const what = `#VALUE! no deal was ever in the stage “${wanted}”, and stage.map has none: write it as the table does`
  return {
    sql: isAnyOf(word, [wanted, ...later.map(([stage]) => stage)], rows),
    type: 'flag',
    refused: isMapped ? undefined : refusing(`not (${isThere})`, what, rows),
  }
}

/** When the deal came into another stage; while it has not, as_of. */
function leftAt(rows: SourceWriter): Written {
  const { name } = rows
  const turned = `case when ${name('is_turn').sql} and ${name('is_known').sql} then ${name('entered_at').sql} end`
  const next = `min(${turned}) over (${ofDeal(rows)} rows between 1 following and unbounded following)`
  return { sql: `coalesce(${next}, ${name('as_of').sql})`, type: 'date' }
}
