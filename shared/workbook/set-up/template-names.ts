import { normalised } from '../../tables/headers'
import { missingKeys } from '../../tables/recognise'
import { schemas } from '../../tables/schemas'
import type { Cell } from '../../values'
import { type Area, addressText } from '../area'
import { hasRecordColumns, records } from '../definitions/record-table'
import { rangeName, tableNames } from '../definitions/workbook-tables'
import { type Overview, read, type Steps } from '../steps'

/** Why a template cannot go by the names that the workbook has: the first that stands for something else. */
export function* wrongName(names: readonly string[], overview: Overview): Steps<string | undefined> {
  const used = names.flatMap(name => {
    const area = overview.names[name]
    return area ? [{ name, area }] : []
  })
  const blocks = yield* read(used.map(({ area }) => ({ ...area, bottom: area.top })))
  for (const [index, { name, area }] of used.entries()) {
    const fault = faultOf(name, area, blocks[index]?.values[0] ?? [])
    if (fault === undefined) continue
    return `The name ${name} stands for ${addressText(area)}, ${fault}. Point it there, or rename it, then build the template again. Nothing was changed.`
  }
  return undefined
}

function faultOf(name: string, area: Area, first: readonly Cell[]): string | undefined {
  const table = tableNames.find(known => rangeName(known) === name)
  if (table !== undefined) {
    const lacking = missingKeys(schemas[table], first.map(normalised))
    return lacking.length === 0
      ? undefined
      : `where the template needs a table of ${table}: its headers lack ${lacking.join(', ')}`
  }
  if (name in records) {
    return hasRecordColumns(first) ? undefined : `where the template needs the ${name.toLowerCase()}`
  }
  if (area.top !== area.bottom || area.left !== area.right) return 'where the template needs one cell'
  return name === 'AS_OF' && typeof first[0] !== 'number' ? 'where the template needs a day' : undefined
}
