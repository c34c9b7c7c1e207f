import type { Rows } from '../rows'
import type { Reader } from '../table'
import { readIfThere } from './if-there'
import type { DerivedColumn } from './index'
import { worded, wordsOf } from './words'

export const activityColumns: Readonly<Record<string, DerivedColumn>> = {
  activity_word: {
    about: 'The type as a word: “Phone Call” is phone_call',
    reads: ['type'],
    read: ({ read }) => wordsOf(read('type')),
  },
  activity_kind: {
    about:
      'What it is, however the CRM spells it: call, email, meeting_held, meeting_booked, meeting_missed or its type',
    reads: ['type', 'outcome'],
    read: kindOf,
  },
  incoming: {
    about: 'Whether it came from the other side, by its direction or type',
    reads: ['direction', 'type'],
    read: ({ read }) => {
      const [typeWord, direction] = [wordsOf(read('type')), wordsOf(read('direction'))]
      return row => incoming.includes(direction(row)) || incoming.includes(typeWord(row))
    },
  },
}

/** As Salesforce and HubSpot write directions and types. */
export const incoming = ['inbound', 'incoming', 'in', 'inbound_call', 'incoming_call', 'incoming_email']

export const spellings: Readonly<Record<string, string>> = {
  ...{ calls: 'call', phone_call: 'call', phone: 'call', outbound_call: 'call', inbound_call: 'call' },
  ...{ emails: 'email', e_mail: 'email', outgoing_email: 'email', incoming_email: 'email' },
  ...{ meetings: 'meeting', event: 'meeting', appointment: 'meeting', demo: 'meeting' },
}

export const held = ['completed', 'complete', 'held', 'attended', 'done']
export const missed = ['no_show', 'noshow', 'canceled', 'cancelled', 'rescheduled']

/** A meeting is one that was held only where its outcome says so: what stands in a calendar need not take place. */
function kindOf(rows: Rows): Reader {
  const [typeWord, outcome] = [wordsOf(rows.read('type')), readIfThere(rows, 'outcome')]
  return row => {
    const word = typeWord(row)
    const kind = spellings[word] ?? word
    if (kind !== 'meeting') return kind
    const said = worded(outcome(row))
    if (held.includes(said)) return 'meeting_held'
    return missed.includes(said) ? 'meeting_missed' : 'meeting_booked'
  }
}
