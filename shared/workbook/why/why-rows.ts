import type { Measure } from '../../metrics/metric'
import { keyOf, measuresOf } from '../../metrics/on-tables/dependencies'
import type { Asked } from '../../renderings/asked'
import { leftOut } from '../../renderings/left-out'
import { inWords } from '../../renderings/words'
import type { TableName } from '../../tables/schema'
import type { Area } from '../area'
import type { LeftOut } from '../questions'

/** As many as people look at. */
const mostShown = 50

/** Rows of the period that were not counted, by what they would have been counted as and why they were not. */
export function rowsLeftOut(
  { metric, onTables }: Asked,
  areas: ReadonlyMap<TableName, Area>,
): readonly LeftOut[] {
  if (!onTables || onTables.answer.reported) return []
  const { question, answer } = onTables
  const distinct = new Map<string, Measure>()
  for (const measure of measuresOf(answer.metric ?? metric))
    distinct.set(keyOf({ ...measure, value: '' }), measure)
  return [...distinct.values()].flatMap(measure =>
    leftOut(question, answer.regimes, measure).map(({ reason, rows }): LeftOut => {
      // A credit joins a deal to a lead: the deal is shown, once for all its leads.
      const table = measure.from === 'credits' ? 'deals' : measure.from
      const area = areas.get(table)
      const places = [...new Set(rows)].sort((a, b) => a - b)
      return {
        ...{ table, reason, rows: rows.length, of: inWords(measure.rows) },
        shown: area ? placesOf(places.slice(0, mostShown), area) : [],
      }
    }),
  )
}

/** Rows beside each other are one area. */
function placesOf(rows: readonly number[], area: Area): readonly Area[] {
  const found: Area[] = []
  for (const row of rows) {
    const place = area.top + row - 1
    const last = found[found.length - 1]
    if (last && last.bottom === place - 1) found[found.length - 1] = { ...last, bottom: place }
    else found.push({ ...area, top: place, bottom: place })
  }
  return found
}
