import { held, incoming, missed, spellings } from '../../../tables/derived/activities'
import { worded } from '../../../tables/derived/words'
import { placeOf } from '../columns'
import type { Source } from '../source'
import { among } from '../words'
import { both, type Condition, either, factor, never, type Words } from '../written'
import type { Form } from './index'

export const activityForms: Readonly<Record<string, Form>> = {
  activity_kind: kindOf,
  incoming: source => {
    const isIncoming = (word: string): boolean => incoming.includes(word)
    return either(
      ofWord(source, 'direction', incoming, isIncoming),
      ofWord(source, 'type', incoming, isIncoming),
    )
  },
}

/** A condition on a column by what its cells are as a word. */
function ofWord(
  source: Source,
  column: string,
  words: readonly string[],
  holds: (word: string) => boolean,
): Condition {
  const place = placeOf(column, source)
  if (place === undefined) return holds('') ? { kind: 'condition', factors: [] } : never
  return among(source, place, words, rows => {
    const read = rows.read(column)
    return row => holds(worded(read(row)))
  })
}

/** A meeting is one that was held only where its outcome says so. */
function kindOf(source: Source): Words {
  const kind = (word: string): string => spellings[word] ?? word
  const types = Object.keys(spellings)
  const isMeeting = (): Condition => ofWord(source, 'type', types, word => kind(word) === 'meeting')
  const said = (holds: (word: string) => boolean): Condition =>
    both(isMeeting(), ofWord(source, 'outcome', [...held, ...missed], holds))
  return {
    kind: 'words',
    present: '1',
    among: holds => {
      const sides = [ofWord(source, 'type', types, word => kind(word) !== 'meeting' && holds(kind(word)))]
      if (holds('meeting_held')) sides.push(said(word => held.includes(word)))
      if (holds('meeting_missed')) sides.push(said(word => missed.includes(word)))
      if (holds('meeting_booked')) sides.push(said(word => !held.includes(word) && !missed.includes(word)))
      return factor(either(...sides))
    },
  }
}
