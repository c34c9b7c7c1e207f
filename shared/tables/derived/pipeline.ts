import { dayText } from '../../definitions/clock'
import { stageProbabilities } from '../../definitions/stages'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { worded, wordsOf } from './words'

export const standsOpen: DerivedColumn = {
  about: 'Whether it is open; #N/A where it has been closed since, and nothing says any more how it stood',
  reads: ['stage_class', 'created_at', 'closed_at'],
  read: openReader,
}

export const expectedOn: DerivedColumn = {
  about: 'When an open deal is expected to close',
  reads: ['stands_open', 'expected_close', 'closed_at'],
  read: ({ read, has }) => {
    const [open, expected] = [read('stands_open'), read('expected_close')]
    // Most exports have one column for both.
    const closing = has('closed_at') || !has('expected_close') ? read('closed_at') : () => null
    return row => (open(row) === true ? (expected(row) ?? closing(row)) : null)
  },
}

/** A CRM keeps one row for a deal: of one that was open on a past day, amount and dates are those of its end. */
function openReader(rows: Rows): Reader {
  const { read, context, label } = rows
  const [stageClass, createdAt] = [read('stage_class'), read('created_at')]
  const closedAt = readIfThere(rows, 'closed_at')
  const { asOf } = context
  if (asOf === undefined) return row => stageClass(row) === 'open'
  return row => {
    if (stageClass(row) === 'open') return true
    const [created, closed] = [createdAt(row), closedAt(row)]
    const wasOpen =
      typeof created === 'number' && created < asOf + 1 && typeof closed === 'number' && closed >= asOf + 1
    if (!wasOpen) return false
    const what = `${label(row)} was still open on ${dayText(asOf)}, but of a closed deal the table knows its end only`
    throw cellError('#N/A', `${what}: ask as of a later day, or keep a snapshot of the pipeline`)
  }
}

export const ofPipelineStage: DerivedColumn = {
  about: 'Whether its stage is one of pipeline.stages',
  reads: ['stage', 'qualified_deal', 'pipeline.stages'],
  read: ({ read, context }) => {
    const wanted = new Set((context.terms['pipeline.stages'] as readonly string[]).map(worded))
    if (wanted.has('open')) return () => true
    const stage = wordsOf(read('stage'))
    if (!wanted.has('qualified_open')) return row => wanted.has(stage(row))
    const qualified = read('qualified_deal')
    return row => qualified(row) === true || wanted.has(stage(row))
  },
}

export const omitted: DerivedColumn = {
  about: 'Whether it is left out of forecasts, by its forecast category',
  reads: ['forecast_category'],
  read: rows => {
    const category = wordsOf(readIfThere(rows, 'forecast_category'))
    return row => ['omitted', 'omit', 'not_forecasted'].includes(category(row))
  },
}

export const chance: DerivedColumn = {
  about: 'Its chance to be won: that of its stage, or its own, by forecast.probability_source',
  reads: ['stage', 'probability', 'stage.map', 'forecast.probability_source'],
  read: chanceOf,
}

function chanceOf({ read, context, label }: Rows): Reader {
  if (context.terms['forecast.probability_source'] !== 'stage_table') {
    const own = read('probability')
    return row => own(row) ?? missing(label(row), 'its probability is blank: fill it in')
  }
  const [stage, byStage] = [read('stage'), stageProbabilities(context.terms)]
  const word = wordsOf(stage)
  return row => {
    const known = byStage[word(row)]
    if (known !== undefined) return known
    const remedy = 'add one to stage.map, or let forecast.probability_source be that of the deal'
    throw cellError('#VALUE!', `${label(row)}: the stage “${stage(row)}” has no probability: ${remedy}`)
  }
}

function missing(row: string, what: string): RowValue {
  throw cellError('#N/A', `${row} counts, but ${what}`)
}

export const lastTouched: DerivedColumn = {
  about:
    'When somebody last did something about it: its latest activity that no machine logged, else its creation',
  reads: ['deal_id', 'created_at'],
  looksInto: { activities: ['deal_id', 'at', 'automated'] },
  read: touchReader,
}

function touchReader({ read, context }: Rows): Reader {
  const activities = context.rows('activities')
  const [at, of, automated] = ['at', 'deal_id', 'automated'].map(activities.read) as [Reader, Reader, Reader]
  const end = (context.asOf ?? Number.POSITIVE_INFINITY) + 1
  const latest = new Map<RowValue, number>()
  for (let row = 1; row <= activities.last; row++) {
    const moment = activities.isRow(row) && automated(row) !== true ? at(row) : null
    if (typeof moment !== 'number' || moment >= end) continue
    const deal = of(row)
    if (moment > (latest.get(deal) ?? Number.NEGATIVE_INFINITY)) latest.set(deal, moment)
  }
  const [id, createdAt] = [read('deal_id'), read('created_at')]
  return row => {
    const [touched, created] = [latest.get(id(row)), createdAt(row)]
    return typeof created === 'number' ? Math.max(touched ?? created, created) : (touched ?? null)
  }
}
