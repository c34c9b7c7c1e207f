import { parseBasis } from '../../definitions/resolve'
import type { DefinitionSet } from '../../definitions/table'
import { nearest } from '../../nearest'
import { type Cell, type CellError, cellError, isBlank, isCellError } from '../../values'
import { isOnTables, metricsByName, namesOnTables } from '../by-name'
import type { Wanted } from './answer'
import { overridesOf } from './own-function'

/** The metric that a cell names, on the basis that it asks for: `WIN_RATE`, `WIN_RATE@restated`. */
export function wantedNamed(cell: Cell | undefined, definitions: DefinitionSet): Wanted | CellError {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', `metric is blank: name one, such as ${namesOnTables()[0]}`)
  const parsed = parseBasis(String(cell))
  if (isCellError(parsed)) return parsed
  const { name, basis } = parsed
  const metric = metricsByName.get(name)
  if (!metric) {
    const close = nearest(name, namesOnTables())
    const hint =
      close.length > 0 ? `did you mean ${close.join(', ')}?` : `METRIC knows ${namesOnTables().join(', ')}`
    return cellError('#VALUE!', `there is no metric “${String(cell).slice(0, 40)}”: ${hint}`)
  }
  if (isOnTables(metric)) return { metric, basis, overrides: overridesOf(metric) }
  const call = `${name}(${Object.keys(metric.parameters).join(', ')})`
  return cellError('#VALUE!', `${name} is not computed from tables: type =${call}`)
}
