import { classesOf } from '../../../tables/derived/outcomes'
import { conditionOf, qualifiedStages } from '../../../tables/derived/qualification'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { responses } from './responses'
import { windowDays } from './window-days'
import { anywhere, caseOf, isAnyOf, refusing, truth } from './words'

export const leads: Readonly<Record<string, SqlColumn>> = {
  said_qualified: rows => {
    const { has, name, dialect } = rows
    const flag = has('qualified') || !has('lifecycle_stage') ? [name('qualified').sql] : []
    if (!has('lifecycle_stage')) return { sql: flag[0] as string, type: 'flag' }
    const stage = dialect.word(name('lifecycle_stage').sql)
    const passed = `case when coalesce(${stage}, '') <> '' then ${isAnyOf(stage, qualifiedStages, rows)} end`
    return { sql: flag.length === 0 ? passed : `coalesce(${flag[0]}, ${passed})`, type: 'flag' }
  },
  passes_threshold: rows => rows.read(conditionOf(rows.rows).passes),
  assessed: rows => rows.read(`coded or ${conditionOf(rows.rows).isSaid}`),
  window_days: windowDays,
  complete: ({ terms, name }) => {
    const required = terms['lead.issued_requirements'] as readonly string[]
    const present = required.map(column => `${name(column).sql} is not null`)
    return { sql: present.join(' and ') || 'true', type: 'flag' }
  },
  /** Of whom nothing is known but the lead is that lead. Two short columns are sorted far faster than what they are made of. */
  person: rows => {
    const [key, id] = [keyOf(rows), rows.name('lead_id').sql]
    return { sql: key === undefined ? id : `coalesce(${key}, ${id})`, type: 'text' }
  },
  is_named: rows => {
    const key = keyOf(rows)
    return { sql: key === undefined ? 'false' : `${key} is not null`, type: 'flag' }
  },
  repeated,
  outcome_class: rows => {
    const { dialect } = rows
    const code = rows.name('outcome_code').sql
    const classes = [...codesOf(rows)].map(([word, found]) => [word, dialect.text(found)] as const)
    const known = caseOf(`upper(${code})`, classes, dialect.text('unknown'), rows)
    return { sql: `case when ${code} is not null then ${known} end`, type: 'text' }
  },
  known_outcome: rows => {
    const code = rows.name('outcome_code').sql
    const known = isAnyOf(`upper(${code})`, [...codesOf(rows).keys()], rows)
    const isUnknown = `${code} is not null and not ${known}`
    return {
      sql: `not (${isUnknown})`,
      type: 'flag',
      refused: refusing(
        isUnknown,
        '#VALUE! leads have an outcome_code that is none of outcome.codes: recode it',
        rows,
      ),
    }
  },
  outcome_known: rows => {
    const code = rows.name('outcome_code').sql
    const known = isAnyOf(`upper(${code})`, [...codesOf(rows).keys()], rows)
    const uncoded = `not ${truth(rows.name('coded'))} or ${code} is null`
    return {
      sql: `case when ${uncoded} then '(uncoded)' when ${known} then upper(${code}) else '(unknown) ' || ${code} end`,
      type: 'text',
    }
  },
  ...responses,
}

function codesOf({ rows }: SourceWriter): ReadonlyMap<string, string> {
  return classesOf(rows)
}

/** The earliest issue of a person counts, of two at one moment the upper row. */
function repeated(rows: SourceWriter): Written {
  const { name, terms, row } = rows
  const [issued, issuedAt] = ['issued', 'issued_at'].map(name) as [Written, Written]
  const isIssued = truth(issued)
  const refused = anywhere(issued.refused)
  const key = keyOf(rows)
  const id = name('lead_id').sql
  const who = key === undefined ? id : `${name('person').sql}, ${name('is_named').sql}`
  if (terms['lead.reissue_rule'] === 'each') {
    if (key === undefined) return { sql: 'false', type: 'flag', refused }
    const byPerson = `partition by ${who}`
    const issuedFirst = `case when ${isIssued} then 0 else 1 end`
    const first = `first_value(${id}) over (${byPerson} order by ${issuedFirst}, ${issuedAt.sql}, ${row()})`
    const isKnown = `min(${issuedFirst}) over (${byPerson}) = 0`
    // Another lead of a person who has been issued before; of that lead itself, each issue counts.
    return {
      sql: `${name('is_named').sql} and ${isKnown} and ${first} is distinct from ${id}`,
      type: 'flag',
      refused,
    }
  }
  const place = `row_number() over (partition by ${isIssued}, ${who} order by ${issuedAt.sql}, ${row()})`
  return { sql: `${isIssued} and ${place} > 1`, type: 'flag', refused }
}

/** What tells a person apart, regardless of case; undefined where the lead itself does. */
function keyOf({ terms, name }: SourceWriter): string | undefined {
  const key = String(terms['lead.dedupe_key'])
  if (key === 'lead_id') return undefined
  if (key === 'name+domain') return `lower(${name('name').sql} || chr(10) || ${name('domain').sql})`
  return `lower(${name(key).sql})`
}
