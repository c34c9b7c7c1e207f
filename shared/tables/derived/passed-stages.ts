import { stageOrders } from '../../definitions/stages'
import { nearest } from '../../nearest'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import { historiesOf } from './histories'
import type { DerivedColumn } from './index'
import { once } from './once'
import { worded, wordsOf } from './words'

export const passedStages: Readonly<Record<string, DerivedColumn>> = {
  passes_from: {
    about: 'Whether the deal first reached the stage stage_from here: it, or a later one in its place',
    reads: ['deal_id', 'entered_at', 'stage', 'stage.map', 'stage.from'],
    read: firstToPass,
  },
  passes_to: {
    about: 'Whether the deal has reached the stage stage_to since: it, or a later one in its place',
    reads: ['deal_id', 'entered_at', 'stage', 'stage.map', 'stage.from', 'stage.to'],
    read: passesSince,
  },
}

function firstToPass(rows: Rows): Reader {
  const [id, histories] = [rows.read('deal_id'), historiesOf(rows)]
  const passes = passing(rows, 'stage.from')
  return row => (histories().get(id(row)) ?? []).find(passes) === row
}

function passesSince(rows: Rows): Reader {
  const [id, histories] = [rows.read('deal_id'), historiesOf(rows)]
  const passes = passing(rows, 'stage.to')
  const [from, to] = ['stage.from', 'stage.to'].map(
    term => stageOrders(rows.context.terms)[wanted(rows, term)],
  )
  if (from !== undefined && to !== undefined && to <= from) {
    const remedy = 'give the later stage as stage_to'
    throw cellError('#VALUE!', `stage_to does not come after stage_from in stage.map: ${remedy}`)
  }
  return row => {
    const history = histories().get(id(row)) ?? []
    return history.slice(history.indexOf(row)).some(passes)
  }
}

/** Whether a row is in a stage or in one that comes later: what was skipped was passed. */
function passing(rows: Rows, term: string): (row: number) => boolean {
  const [stage, name] = [rows.read('stage'), wanted(rows, term)]
  const [word, orders] = [wordsOf(stage), stageOrders(rows.context.terms)]
  const place = orders[name]
  const isKnown = once(() => {
    const words = new Set(Object.keys(rows.context.terms['stage.map'] ?? {}))
    for (let row = 1; row <= rows.last; row++) if (rows.isRow(row)) words.add(word(row))
    if (words.has(name)) return true
    const close = nearest(name, [...words])
    const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : 'write it as the table does'
    throw cellError('#VALUE!', `no deal was ever in the stage “${name}”, and stage.map has none: ${hint}`)
  })
  return row =>
    isKnown() && (word(row) === name || (place !== undefined && (orders[word(row)] ?? -1) >= place))
}

function wanted({ context }: Rows, term: string): string {
  const word = worded(String(context.terms[term] ?? ''))
  if (word !== '') return word
  const call = 'STAGE_CONVERSION(STAGE_HISTORY, from, to, "Proposal", "Closed Won")'
  throw cellError('#VALUE!', `a stage is missing: type =${call} with those that you want`)
}
