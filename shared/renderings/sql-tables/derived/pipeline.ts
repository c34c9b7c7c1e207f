import { stageProbabilities } from '../../../definitions/stages'
import { worded } from '../../../tables/derived/words'
import { firstOf, type Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { caseOf, isAnyOf, refusing, truth } from './words'

export const pipeline: Readonly<Record<string, SqlColumn>> = {
  stands_open: standsOpen,
  expected_on: ({ name, has }) => {
    const open = name('stands_open')
    const moments = [
      name('expected_close').sql,
      ...(has('closed_at') || !has('expected_close') ? [name('closed_at').sql] : []),
    ]
    return {
      sql: `case when ${open.sql} then coalesce(${moments.join(', ')}) end`,
      type: 'date',
      refused: open.refused,
    }
  },
  of_pipeline_stage: rows => {
    const wanted = (rows.terms['pipeline.stages'] as readonly string[]).map(worded)
    if (wanted.includes('open')) return { sql: 'true', type: 'flag' }
    const isWanted = isAnyOf(rows.name('stage_word').sql, wanted, rows)
    if (!wanted.includes('qualified_open')) return { sql: isWanted, type: 'flag' }
    const qualified = rows.name('qualified_deal')
    return { sql: `${qualified.sql} or ${isWanted}`, type: 'flag', refused: qualified.refused }
  },
  omitted: rows => {
    if (!rows.has('forecast_category')) return { sql: 'false', type: 'flag' }
    const category = rows.dialect.word(rows.name('forecast_category').sql)
    return { sql: isAnyOf(category, ['omitted', 'omit', 'not_forecasted'], rows), type: 'flag' }
  },
  chance,
  last_touched: lastTouched,
}

/** Of a deal that was open on a past day, the table knows its end only. */
function standsOpen(rows: SourceWriter): Written {
  const { name, has, read, state } = rows
  const own = name('stage_class')
  const isOpen = `${own.sql} = 'open'`
  const created = name('created_at')
  if (state.context.asOf === undefined || !has('closed_at'))
    return { sql: isOpen, type: 'flag', refused: own.refused }
  const wasOpen = `not (${isOpen}) and ${read('days(created_at, known_until) >= 0').sql} and ${read('days(known_until, closed_at) > 0').sql}`
  const what =
    '#N/A a deal was still open on that day, but of a closed deal the table knows its end only: ask as of a later day, or keep a snapshot of the pipeline'
  return {
    sql: isOpen,
    type: 'flag',
    refused: firstOf(own.refused, created.refused, refusing(wasOpen, what, rows)),
  }
}

function chance(rows: SourceWriter): Written {
  if (rows.terms['forecast.probability_source'] !== 'stage_table') {
    const own = rows.name('probability').sql
    const what = '#N/A a deal counts, but its probability is blank: fill it in'
    return { sql: own, type: 'number', refused: refusing(`${own} is null`, what, rows) }
  }
  rows.name('stage')
  const chances = Object.entries(stageProbabilities(rows.state.context.terms))
  const cases = chances.map(([stage, probability]) => [stage, String(probability)] as const)
  const sql = caseOf(rows.name('stage_word').sql, cases, 'null', rows)
  const what =
    '#VALUE! a deal is in a stage that has no probability: add one to stage.map, or let forecast.probability_source be that of the deal'
  return { sql, type: 'number', refused: refusing(`(${sql}) is null`, what, rows) }
}

/** Its latest activity that no machine logged, else its creation. */
function lastTouched(rows: SourceWriter): Written {
  const { name, dialect, lookInto, other } = rows
  const id = dialect.identifier
  const activities = lookInto('activities', ['at', 'deal_id', 'automated'])
  const own = other('activities')
  const counts = `not ${truth(own.name('automated'))} and ${own.read('days(at, known_until) >= 0').sql}`
  const latest = `(select ${id('deal_id')} as ${id('__key')}, max(${id('at')}) as ${id('__latest')} from ${activities} where ${counts} group by ${id('deal_id')})`
  // A deal without an id is touched by what names no deal.
  const touched = rows.join(
    latest,
    alias => `coalesce(${alias}.${id('__key')}, '') = coalesce(${name('deal_id').sql}, '')`,
  )
  return { sql: dialect.greatest(`${touched}.${id('__latest')}`, name('created_at').sql), type: 'date' }
}
