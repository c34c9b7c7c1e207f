import { latestOf } from '../../definitions/governing'
import { parseBasis } from '../../definitions/resolve'
import type { DefinitionSet } from '../../definitions/table'
import { nearest } from '../../nearest'
import { type Cell, type CellError, cellError, isBlank, isCellError } from '../../values'
import { isOnTables, metricsByName, namesOnTables } from '../by-name'
import type { Wanted } from './answer'
import { composedMetric } from './composed'
import { customMetric } from './custom'
import { overridesOf, overridesWithin } from './own-function'

/** The metric that a cell names, on the basis that it asks for: `WIN_RATE`, `WIN_RATE@restated`. */
export function wantedNamed(cell: Cell | undefined, definitions: DefinitionSet): Wanted | CellError {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', `metric is blank: name one, such as ${namesOnTables()[0]}`)
  const parsed = parseBasis(String(cell))
  if (isCellError(parsed)) return parsed
  const { name, basis } = parsed
  const composed = composedMetric(name, basis, definitions)
  if (composed) return composed
  const metric = metricsByName.get(name)
  const own = metric ? undefined : ownMetric(name, basis, definitions)
  if (own) return own
  if (!metric) {
    const close = nearest(name, [...namesOnTables(), ...ownNames(definitions)])
    const hint =
      close.length > 0 ? `did you mean ${close.join(', ')}?` : `METRIC knows ${namesOnTables().join(', ')}`
    return cellError('#VALUE!', `there is no metric “${String(cell).slice(0, 40)}”: ${hint}`)
  }
  if (isOnTables(metric)) return { metric, basis, overrides: overridesOf(metric) }
  const call = `${name}(${Object.keys(metric.parameters).join(', ')})`
  return cellError('#VALUE!', `${name} is not computed from tables: type =${call}`)
}

/** A metric of the team's own, which is what the definitions of the period say. */
function ownMetric(
  name: string,
  basis: Wanted['basis'],
  definitions: DefinitionSet,
): Wanted | CellError | undefined {
  if (!ownNames(definitions).includes(name)) return undefined
  const under: Wanted['under'] = terms =>
    customMetric(name, terms) ??
    cellError('#N/A', `metric.${name.toLowerCase()} was not defined yet on the first day of the period`)
  const latest = under(latestOf(definitions.rows))
  return isCellError(latest) ? latest : { metric: latest, basis, overrides: overridesWithin(latest), under }
}

function ownNames({ rows }: DefinitionSet): readonly string[] {
  return rows.flatMap(({ term, value }) =>
    term.startsWith('metric.') && typeof value === 'string'
      ? [term.slice('metric.'.length).toUpperCase()]
      : [],
  )
}
