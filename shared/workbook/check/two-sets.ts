import { latestOf } from '../../definitions/governing'
import { changedTerm } from '../../definitions/resolve'
import { type DefinitionSet, readDefinitions } from '../../definitions/table'
import { isCellError, type Matrix } from '../../values'
import { type Area, addressText } from '../area'
import { locate } from '../formulas/locate'
import { readFormula } from '../formulas/read-formula'
import type { UsedDefinitions } from '../questions'
import type { Overview } from '../steps'
import type { Flaw } from './flaw'

/** The range that an argument for definitions is; undefined for one that is left out or computed. */
export function definitionsArea(
  { definitions, first }: UsedDefinitions,
  overview: Overview,
): Area | undefined {
  return definitions === '' ? undefined : locate(readFormula(definitions), first.sheet, overview)
}

interface Uses {
  readonly first: UsedDefinitions
  count: number
  readonly set: DefinitionSet
}

/** Formulas that go by other definitions than DEFINITIONS, or than most do: two ranges that say the same are one. */
export function twoSets(
  used: readonly UsedDefinitions[],
  matrixAt: (area: Area) => Matrix | undefined,
  overview: Overview,
): readonly Flaw[] {
  const sets = new Map<string, Uses>()
  for (const one of used) {
    const area = definitionsArea(one, overview)
    const set = area && readDefinitions(matrixAt(area))
    // What cannot be read is told where it stands.
    if (!set || isCellError(set)) continue
    const key = JSON.stringify(set.rows.map(({ at, ...row }) => row))
    const known = sets.get(key)
    if (known) known.count += one.count
    else sets.set(key, { first: one, count: one.count, set })
  }
  const all = [...sets.values()].sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || b.count - a.count)
  const [main, ...others] = all
  return main ? others.map(other => flawOf(other, main)) : []
}

function isMain({ first }: Uses): boolean {
  return first.definitions.toUpperCase() === 'DEFINITIONS'
}

function flawOf({ first, count, set }: Uses, main: Uses): Flaw {
  const [mine, others] = [latestOf(set.rows), latestOf(main.set.rows)]
  const terms = Object.keys({ ...mine, ...others }).filter(
    term => changedTerm(mine, others, [term]) !== undefined,
  )
  const differ =
    terms.length === 0
      ? 'in their history'
      : `in ${terms.slice(0, 3).join(', ')}${terms.length > 3 ? ` and ${terms.length - 3} more` : ''}`
  return {
    ...{ kind: 'two sets of definitions', area: first.first, holds: first.definitions },
    detail: `${count} ${count === 1 ? 'formula goes' : 'formulas go'} by ${first.definitions} (v${set.version}), ${main.count} by ${main.first.definitions} (v${main.set.version}, first in ${addressText(main.first.first)}). They differ ${differ}.`,
    remedy: `Hand all of them ${main.first.definitions}.`,
  }
}
