import { nearest } from '../nearest'
import { type Argument, type Cell, cellError, isBlank, isCellError, isMatrix, type Result } from '../values'
import { refuseDefinitions } from './arguments'
import { metrics } from './index'

/** METRIC_CLASS(metric, [definitions]): leading, lagging or neither, of one name or of a range of names. */
export function metricClass([metric, definitions, ...more]: readonly Argument[]): Result {
  if (more.length > 0) return cellError('#VALUE!', `METRIC_CLASS takes 2 arguments, not ${more.length + 2}`)
  const refused = refuseDefinitions(definitions)
  if (refused) return refused
  return isMatrix(metric) ? metric.map(row => row.map(classOf)) : classOf(metric)
}

const classes = new Map(
  metrics.flatMap(({ name, aliases = [], indicator }) =>
    [name, ...aliases].map(each => [each, indicator] as const),
  ),
)

function classOf(cell: Cell | undefined): Cell {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', 'metric is blank: name one, such as "WIN_RATE"')
  const name = String(cell).trim().toUpperCase()
  const found = classes.get(name)
  if (found) return found
  const close = nearest(name, [...classes.keys()])
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : 'the sidebar lists all names'
  return cellError('#N/A', `there is no metric “${String(cell).slice(0, 40)}”: ${hint}`)
}
