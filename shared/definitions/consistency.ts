import { namesIn } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { type CellError, cellError } from '../values'
import { latestOf } from './governing'
import type { DefinitionRow } from './row'
import type { Terms } from './term'

/** Where the latest definitions contradict each other, as a `#VALUE!` that names the terms. */
export function contradiction(rows: readonly DefinitionRow[]): CellError | undefined {
  const reason = contradictionIn(latestOf(rows))
  return reason === undefined ? undefined : cellError('#VALUE!', `definitions: ${reason}`)
}

/** The same as a sentence. */
export function contradictionIn(terms: Terms): string | undefined {
  const {
    'calendar.open': open,
    'calendar.close': close,
    'csat.threshold': threshold,
    'csat.scale': scale,
  } = terms
  // Times have two digits for the hour, so that their texts are in their order.
  if (String(open) >= String(close))
    return `calendar.open is ${open}, calendar.close ${close}: open before closing`
  if (Number(threshold) > Number(scale)) {
    return `csat.threshold is ${threshold} on a scale up to ${scale}: nobody could be satisfied`
  }
  return circleIn(terms)
}

/** Metrics of one's own may speak of each other, but not in a circle. */
function circleIn(terms: Terms): string | undefined {
  const done = new Set<string>()
  for (const start of Object.keys(terms)) {
    const circle = circleFrom(start, [])
    if (circle) return `${circle.join(' needs ')}: a metric cannot need itself`
  }
  return undefined

  function circleFrom(id: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id) || !isOwnMetric(id, terms)) return undefined
    for (const name of namesIn(treeOf(String(terms[id])))) {
      const circle = circleFrom(name.toLowerCase(), [...path, id])
      if (circle) return circle
    }
    done.add(id)
    return undefined
  }
}

function isOwnMetric(id: string, terms: Terms): boolean {
  return id.startsWith('metric.') && typeof terms[id] === 'string'
}
