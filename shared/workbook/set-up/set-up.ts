import type { TableName } from '../../tables/schema'
import { openTable, type Table } from '../../tables/table'
import { isCellError } from '../../values'
import { change } from '../change'
import { definitionsSheet } from '../definitions/definitions-sheet'
import { type Governance, governance, lostTable } from '../definitions/governance'
import { recordSheet } from '../definitions/record-sheet'
import { type RecordTable, recordTables } from '../definitions/record-table'
import { rangeName, tableNames } from '../definitions/workbook-tables'
import type { Done, Made, SetUp } from '../questions'
import { sameArea } from '../same'
import { type Edit, type Overview, Refused, read, type Steps } from '../steps'
import { asOfPart } from './as-of'
import { type NamedTable, tablesToName } from './name-tables'
import { type Scorecard, scorecardSheet } from './scorecard-sheet'
import { nothing, type Part } from './set-up-part'

/** Names, headers and sheets, as far as it was told and they are not there: all in one change that can be undone. */
export function* setUp(asked: SetUp): Steps<Done<{ readonly made: readonly Made[] }>> {
  const governed = yield* governance()
  const { overview } = governed
  const named = yield* tablesToName(overview, asked.tables)
  if ('outcome' in named) return named
  const tables = tablesPart(overview, named)
  const definitions = asked.definitions ? definitionsPart(governed) : nothing
  const scorecard = asked.scorecard ? yield* scorecardPart(governed, named, asked) : nothing
  const hasDay = scorecard.made.some(({ made }) => made === 'as of')
  const day = asked.asOf === undefined || hasDay ? nothing : yield* asOfPart(overview, asked.asOf)
  // What formulas name is there before they are written.
  const parts = [tables, definitions, day, scorecard]
  const edits = parts.flatMap(part => part.edits)
  const pointers = edits.flatMap(edit =>
    edit.do === 'name' ? [{ name: edit.name, area: overview.names[edit.name] }] : [],
  )
  const changed = yield* change(
    parts.flatMap(({ expected = [] }) => expected),
    edits,
    pointers,
  )
  return changed.outcome === 'done' ? { ...changed, made: parts.flatMap(({ made }) => made) } : changed
}

function tablesPart({ names }: Overview, named: readonly NamedTable[]): Part {
  const headers = named.flatMap(({ renamed }) => renamed)
  const renaming = named.filter(({ table, area }) => !sameArea(names[rangeName(table)], area))
  return {
    expected: named.map(({ header }) => header),
    edits: [
      ...headers.map(({ area, to }): Edit => ({ do: 'write', area, cells: [[to]] })),
      ...renaming.map(({ table, area }): Edit => ({ do: 'name', name: rangeName(table), area })),
    ],
    made: [
      ...headers.map((header): Made => ({ made: 'header', ...header })),
      ...renaming.map(({ table, area }): Made => {
        return { made: 'name', name: rangeName(table), area, before: names[rangeName(table)] }
      }),
    ],
  }
}

/** Their sheet where there is none, else their name where it was lost; what is broken is for a person to mend. */
function definitionsPart({ overview, definitions, problem }: Governance): Part {
  if (problem) throw new Refused(`The definitions are there but cannot be read: ${problem.reason}.`)
  if (!definitions) {
    const { area, edits } = definitionsSheet(overview)
    return { edits, made: [{ made: 'definitions', area }] }
  }
  return definitions.isNamed ? nothing : namePart('DEFINITIONS', definitions)
}

function namePart(name: string, { area }: RecordTable): Part {
  return { edits: [{ do: 'name', name, area }], made: [{ made: 'name', name, area, before: undefined }] }
}

/** With LOCKS and SNAPSHOT, which its formulas name: a locked period is shown as it was reported. */
function* scorecardPart(
  governed: Governance,
  named: readonly NamedTable[],
  { asOf, definitions }: SetUp,
): Steps<Part> {
  const { overview, set, today } = governed
  if (overview.names.SCORECARD) return nothing
  const kept = yield* recordTables(overview, ['DEFINITIONS', 'LOCKS', 'SNAPSHOT'])
  const lost = lostTable(overview, kept, ['LOCKS', 'SNAPSHOT'])
  if (lost) throw lost
  const day = overview.names.AS_OF ? 'AS_OF' : (asOf ?? today)
  const isGoverned = definitions || kept.DEFINITIONS !== undefined
  const tables = yield* headersOf(overview, named)
  const scorecard = scorecardSheet({ overview, set, tables, asOf: day, isGoverned })
  if (!scorecard) return nothing
  const records = (['LOCKS', 'SNAPSHOT'] as const).map((name): Part => {
    const table = kept[name]
    if (!table) return { edits: recordSheet(overview, name, []).edits, made: [] }
    return table.isNamed ? nothing : namePart(name, table)
  })
  return {
    edits: [...records.flatMap(({ edits }) => edits), ...scorecard.edits],
    made: [...records.flatMap(({ made }) => made), ...madeBy(scorecard, day)],
  }
}

function madeBy({ area, day }: Scorecard, asOf: number | 'AS_OF'): readonly Made[] {
  return [...(asOf === 'AS_OF' ? [] : [{ made: 'as of', area: day } as const]), { made: 'scorecard', area }]
}

/** The headers of all tables that will have a name, as tables without rows. */
function* headersOf({ names }: Overview, named: readonly NamedTable[]): Steps<ReadonlyMap<TableName, Table>> {
  const others = tableNames.flatMap(table => {
    const area = names[rangeName(table)]
    return area && !named.some(one => one.table === table) ? [{ table, area }] : []
  })
  const blocks = yield* read(others.map(({ area }) => ({ ...area, bottom: area.top })))
  const all = [
    ...others.map(({ table }, index) => ({ table, headers: blocks[index]?.values[0] ?? [] })),
    ...named,
  ]
  const tables = new Map<TableName, Table>()
  for (const { table, headers } of all) {
    const opened = openTable([headers], 1, table)
    if (!isCellError(opened)) tables.set(table, opened)
  }
  return tables
}
