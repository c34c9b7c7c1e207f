import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { wordsOf } from './words'

export const costColumns: Readonly<Record<string, DerivedColumn>> = {
  cost_component: {
    about: 'The component, as the definitions write it',
    reads: ['component', 'cost.*'],
    read: costComponent,
  },
}

/** A component that no definition knows is refused: left out without a word it would make every cost too small. */
function costComponent({ read, context, label }: Rows): Reader {
  const component = read('component')
  const componentWord = wordsOf(component)
  const sets = Object.entries(context.terms).filter(([term]) => term.startsWith('cost.'))
  const known = new Set(sets.flatMap(([, set]) => (Array.isArray(set) ? set : [])))
  return row => {
    const word = componentWord(row)
    if (known.has(word)) return word
    const named =
      word === '' ? 'component is blank' : `component “${component(row)}” is in no cost definition`
    throw cellError('#VALUE!', `${label(row)}: ${named}; use one of ${[...known].join(', ')}`)
  }
}
