import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { RowValue } from '../table'
import type { DerivedColumn } from './index'
import { perValue } from './words'

const reads = ['outcome_code', 'outcome.codes', 'lead.net_subtract_codes']

/** What the outcome codes of leads mean. */
export const outcomeColumns: Readonly<Record<string, DerivedColumn>> = {
  outcome_class: {
    about: 'What the code stands for: advance, working, nurture, reject, subtract, or unknown',
    reads,
    read: rows => {
      const [code, classes] = [rows.read('outcome_code'), classesOf(rows)]
      return perValue(code, value => (value === null ? null : (classes.get(upper(value)) ?? 'unknown')))
    },
  },
  known_outcome: {
    about: 'Whether the code is blank or one of the set; any other is refused',
    reads,
    read: rows => {
      const [code, classes] = [rows.read('outcome_code'), classesOf(rows)]
      return row => {
        const value = code(row)
        if (value === null || classes.has(upper(value))) return true
        const known = [...classes.keys()].join(', ')
        throw cellError(
          '#VALUE!',
          `${rows.label(row)}: outcome_code “${value}” is none of ${known}: recode it`,
        )
      }
    },
  },
  outcome_known: {
    about:
      'The code, as the definitions write it; (unknown) before one that they do not have, (uncoded) for none',
    reads: ['coded', ...reads],
    read: rows => {
      const [code, coded, classes] = [rows.read('outcome_code'), rows.read('coded'), classesOf(rows)]
      return row => {
        const value = coded(row) === true ? code(row) : null
        if (value === null) return '(uncoded)'
        return classes.has(upper(value)) ? upper(value) : `(unknown) ${value}`
      }
    },
  },
}

/** The class of each code, in capitals. One that is subtracted is known, whether or not the set has it. */
export function classesOf({ context: { terms } }: Rows): ReadonlyMap<string, string> {
  const table = (terms['outcome.codes'] ?? {}) as Readonly<Record<string, string | { class: string }>>
  const subtracted = terms['lead.net_subtract_codes'] as readonly string[]
  return new Map([
    ...subtracted.map(code => [upper(code), 'subtract'] as const),
    ...Object.entries(table).map(([code, entry]) => [upper(code), classOf(entry)] as const),
  ])
}

function classOf(entry: string | { class: string }): string {
  return typeof entry === 'string' ? entry : entry.class
}

function upper(value: RowValue): string {
  return String(value).toUpperCase()
}
