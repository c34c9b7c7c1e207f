import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { worded, wordsOf } from './words'

/** Sets whose rule asks for the function too, since some components belong to several. */
export const byFunction = ['marketing_investment', 'cost_of_sales', 'cac_cost']

/** Component sets that a call may name: those of the definitions, what is in none, or components one by one. */
export const costSets: Readonly<Record<string, DerivedColumn>> = {
  in_component_set: member('asked.component_set', 'marketing_investment'),
  in_seen_components: member('asked.seen_components', 'ad_spend'),
  unmapped: {
    about: 'Whether no definition knows the component',
    reads: ['component', 'cost.*'],
    read: rows => {
      const [component, known] = [wordsOf(rows.read('component')), knownComponents(rows)]
      return row => !known.has(component(row))
    },
  },
}

function member(term: string, usual: string): DerivedColumn {
  return {
    about: `Whether the cost is of the components that ${term} names`,
    reads: [term, 'cost_component', 'unmapped', ...byFunction, 'cost.*'],
    read: rows => {
      const named = rows.context.terms[term]
      return memberOf(rows, typeof named === 'string' ? named : usual)
    },
  }
}

function memberOf(rows: Rows, named: string): Reader {
  const set = worded(named)
  if (byFunction.includes(set) || set === 'unmapped') return rows.read(set)
  if (Array.isArray(rows.context.terms[`cost.${set}`])) return rows.read(`cost_component in cost.${set}`)
  const [components, known] = [named.split(',').map(worded), knownComponents(rows)]
  const unknown = components.find(component => !known.has(component))
  if (unknown !== undefined) {
    const sets = setsOf(rows).map(([term]) => term.slice('cost.'.length))
    throw cellError(
      '#VALUE!',
      `“${unknown}” is no set of cost components, nor one of them: name ${[...sets, ...known].join(', ')}`,
    )
  }
  const component = rows.read('cost_component')
  return row => components.includes(String(component(row)))
}

export function knownComponents(rows: Rows): ReadonlySet<string> {
  return new Set(setsOf(rows).flatMap(([, set]) => set))
}

function setsOf({ context }: Rows): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(context.terms).filter(
    (entry): entry is [string, readonly string[]] => entry[0].startsWith('cost.') && Array.isArray(entry[1]),
  )
}
