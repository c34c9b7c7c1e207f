import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import { openTable, type Table } from '../../tables/table'
import { isCellError, type Matrix } from '../../values'
import { type Area, cellAt } from '../area'
import { cellsOf } from '../formulas/cells-read'
import { nameArea, sheetCalled } from '../formulas/locate'
import type { Finding, UsedDefinitions } from '../questions'
import { type Overview, overview, type Steps } from '../steps'
import { findingOf } from './check-sheet'
import { drifted } from './drifted'
import { type Flaw, worstFirst } from './flaw'
import { flawsOfTable, type NamedTable } from './flaws-of-tables'
import { type RangeRead, recordsRead } from './records-read'
import { definitionsArea, twoSets } from './two-sets'

/** As many rows below a table are looked at. */
const mostBelow = 5_000

const recordNames = ['DEFINITIONS', 'LOCKS', 'SNAPSHOT'] as const

/**
 * What is wrong with what the sheets share: the definitions, the locks, the tables under their names, and whether all
 * formulas go by one set of definitions. `used` is what the checks of the sheets said.
 */
export function* checkTogether({
  used,
}: {
  readonly used: readonly UsedDefinitions[]
}): Steps<readonly Finding[]> {
  const around = yield* overview()
  const tables = namedAreas(Object.keys(schemas), around)
  const below = new Map([...tables].map(([name, area]) => [name, areaBelow(area, around)]))
  const records = namedAreas(recordNames, around)
  const handed = used.flatMap(one => definitionsArea(one, around) ?? [])
  const areas = [
    ...tables.values(),
    ...[...below.values()].flatMap(area => area ?? []),
    ...records.values(),
    ...handed,
  ]
  const cells = yield* cellsOf([], '', around, areas)

  const ranges = new Map(
    [...records].map(([name, area]): [string, RangeRead] => [name, { area, values: cells(area) ?? [] }]),
  )
  const read = recordsRead(ranges)
  const named = [...tables].map(([name, area]): NamedTable => {
    const under = below.get(name)
    return {
      area,
      table: name.toLowerCase() as TableName,
      values: cells(area) ?? [],
      below: (under && cells(under)) ?? [],
    }
  })
  const definitions = read.set && ranges.get('DEFINITIONS')?.values
  const flaws: readonly Flaw[] = [
    ...lostNames(around),
    ...read.flaws,
    ...drifted(read, opened(named), ranges.get('SNAPSHOT')),
    ...twoSets(used, cells, around),
    ...named.flatMap(table => flawsOfTable(table, definitions, around.prefix)),
  ]
  return worstFirst(flaws).map(flaw => findingOf(flaw, around.locale))
}

function namedAreas(names: readonly string[], around: Overview): ReadonlyMap<string, Area> {
  return new Map(
    names.flatMap((name): [string, Area][] => {
      const area = nameArea(name, around)
      return area ? [[name.toUpperCase(), area]] : []
    }),
  )
}

function areaBelow(area: Area, around: Overview): Area | undefined {
  const rows = sheetCalled(area.sheet, around)?.rows ?? 0
  const top = area.bottom + 1
  return top < rows ? { ...area, top, bottom: Math.min(rows - 1, top + mostBelow - 1) } : undefined
}

function opened(named: readonly NamedTable[]): ReadonlyMap<TableName, Table> {
  return new Map(
    named.flatMap(({ table, values }): [TableName, Table][] => {
      const found = openTable(values as Matrix, 1, table)
      return isCellError(found) ? [] : [[table, found]]
    }),
  )
}

/** A name whose sheet was deleted. */
function lostNames({ names, sheets }: Overview): readonly Flaw[] {
  return recordNames.flatMap((name): Flaw[] => {
    if (!Object.keys(names).includes(name) || names[name]) return []
    return [
      {
        ...{ kind: 'broken chain', area: cellAt(sheets[0]?.name ?? '', 0, 0), holds: name },
        detail: `The name ${name} points nowhere: its sheet was deleted, and every formula that is handed it shows an error.`,
        remedy: 'Bring the sheet back with Undo or from the version history of the workbook.',
      },
    ]
  })
}
