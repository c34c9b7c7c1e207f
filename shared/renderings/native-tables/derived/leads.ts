import { conditionOf, qualifiedStages } from '../../../tables/derived/qualification'
import { hasNoResponse } from '../../../tables/derived/responses'
import { worded } from '../../../tables/derived/words'
import { placeOf } from '../columns'
import { readCondition, readQuantity } from '../expression'
import { repeated } from '../repeats'
import { noTwin, type Source } from '../source'
import { among } from '../words'
import {
  always,
  both,
  type Condition,
  choice,
  condition,
  either,
  factor,
  never,
  not,
  nothing,
  type Quantity,
  quantity,
} from '../written'
import type { Form } from './index'

export const leadForms: Readonly<Record<string, Form>> = {
  passes_threshold: source => readCondition(conditionOf(source.rows).passes, source),
  said_qualified: source =>
    either(
      readCondition('qualified', source),
      both(
        not(readCondition('present(qualified)', source)),
        ofLifecycle(source, word => qualifiedStages.includes(word)),
      ),
    ),
  assessed: source => {
    const { isSaid } = conditionOf(source.rows)
    const isJoint = isSaid === 'present(said_qualified)' && source.rows.has('qualified')
    if (!isJoint) return readCondition(`coded or ${isSaid}`, source)
    return either(
      readCondition('coded or present(qualified)', source),
      ofLifecycle(source, word => word !== ''),
    )
  },
  complete: source => {
    const required = source.state.context.terms['lead.issued_requirements'] as readonly string[]
    return required.map(one => readCondition(`present(${one})`, source)).reduce(both, always)
  },
  repeated: source => repeatedLead(source),
  responded_at: respondedAt,
  day_end: source => quantity(`(${readQuantity('as_of', source).text}+1)`, undefined, true),
}

function ofLifecycle(source: Source, holds: (word: string) => boolean): Condition {
  return among(source, placeOf('lifecycle_stage', source) as number, qualifiedStages, rows => {
    const stage = rows.read('lifecycle_stage')
    return row => holds(worded(stage(row)))
  })
}

/** By the key that the definitions say where the lead has one, else by its id. */
function repeatedLead(source: Source): Condition {
  const { terms } = source.state.context
  const said = String(terms['lead.dedupe_key'])
  const keys = said === 'name+domain' ? ['name', 'domain'] : said === 'lead_id' ? [] : [said]
  const who = keys.filter(source.rows.has)
  if (terms['lead.reissue_rule'] === 'each') {
    // Without a name, each issue of a lead counts.
    if (who.length === 0) return never
    throw noTwin(
      'of a person whose issues each count, another lead does not: to tell them apart takes more than built-in functions',
    )
  }
  const naming = { counts: readCondition('issued', source), isCounted: 'issued', at: 'issued_at' }
  return repeated(source, { ...naming, who, otherwise: 'lead_id' })
}

function respondedAt(source: Source): Quantity {
  const { rows, state } = source
  if (hasNoResponse(rows) && state.context.tables.has('activities')) {
    throw noTwin(
      'when a lead was answered is looked for in ACTIVITIES, which takes more than built-in functions',
    )
  }
  const { has } = rows
  const recorded =
    has('first_response_at') || !has('response_milliseconds')
      ? readQuantity('first_response_at', source)
      : nothing
  if (!has('response_milliseconds')) return recorded
  const took = readQuantity('response_milliseconds', source)
  const start = has('assigned_at')
    ? readQuantity('either(assigned_at, issued_at)', source)
    : readQuantity('issued_at', source)
  const present = factor(condition(took.present ?? '1', start.present ?? '1'))
  const computed = quantity(`(${start.text}+${took.text}/86400000)`, present)
  return recorded.present === '0' ? computed : choice(condition(recorded.present ?? '1'), recorded, computed)
}
