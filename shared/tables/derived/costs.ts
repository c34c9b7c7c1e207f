import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import { costDays } from './cost-days'
import { costSets, knownComponents } from './cost-sets'
import type { DerivedColumn } from './index'
import { wordsOf } from './words'

export const costColumns: Readonly<Record<string, DerivedColumn>> = {
  cost_component: {
    about: 'The component, as the definitions write it',
    reads: ['component', 'cost.*'],
    read: costComponent,
  },
  ...costSets,
  ...costDays,
}

/** A component that no definition knows is refused: left out without a word it would make every cost too small. */
function costComponent(rows: Rows): Reader {
  const component = rows.read('component')
  const [componentWord, known] = [wordsOf(component), knownComponents(rows)]
  return row => {
    const word = componentWord(row)
    if (known.has(word)) return word
    const named =
      word === '' ? 'component is blank' : `component “${component(row)}” is in no cost definition`
    throw cellError('#VALUE!', `${rows.label(row)}: ${named}; use one of ${[...known].join(', ')}`)
  }
}
