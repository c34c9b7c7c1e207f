import { type Area, addressText } from '../../workbook/area'
import type { FoundTable, SetUp, Survey } from '../../workbook/questions'

/** What the user decided about one table, beyond what was recognised. */
export interface TableChoice {
  readonly isLeftAlone?: boolean
  /** Canonical column by place: a doubtful header that was confirmed, or one that was mapped by hand; `''` for none. */
  readonly columns?: Readonly<Record<number, string>>
}

export interface Choices {
  /** By the table's address. */
  readonly tables: Readonly<Record<string, TableChoice>>
  readonly definitions: boolean
  readonly asOf: boolean
  /** A day as a serial. */
  readonly asOfDay: number | undefined
  readonly scorecard: boolean
}

/** Everything that is not there yet is made, unless the user says otherwise. */
export const usualChoices: Choices = {
  ...{ tables: {}, definitions: true, asOf: true, asOfDay: undefined, scorecard: true },
}

export const keyOf = (area: Area) => addressText(area)

/** Whether its name can be given: what it is must be known, its key columns found or mapped, and the name be free. */
export function isUsable(found: FoundTable, choice: TableChoice = {}): boolean {
  if (found.table === undefined || found.naming === 'taken') return false
  const mapped = Object.values(choice.columns ?? {})
  return found.missing.every(({ column, key }) => !key || mapped.includes(column))
}

/** What is to be set up, as the workbook is asked for it. */
export function planOf(survey: Survey, choices: Choices): SetUp {
  const asOfDay = choices.asOfDay ?? survey.latest
  const tables = survey.tables.flatMap(found => {
    const choice = choices.tables[keyOf(found.area)] ?? {}
    if (choice.isLeftAlone || !found.table || !isUsable(found, choice)) return []
    const headers = headersOf(found, choice)
    if (found.naming === 'named' && headers.length === 0) return []
    return [{ area: found.area, table: found.table, headers }]
  })
  return {
    tables,
    definitions: survey.definitions.state === 'missing' && choices.definitions,
    asOf: survey.asOf === undefined && choices.asOf ? asOfDay : undefined,
    scorecard: survey.scorecard === undefined && choices.scorecard && hasTables(survey, tables),
  }
}

/** A scorecard of nothing would show nothing. */
export function hasTables(survey: Survey, tables: SetUp['tables']): boolean {
  return tables.length > 0 || survey.tables.some(({ naming }) => naming === 'named')
}

function headersOf({ columns }: FoundTable, { columns: chosen = {} }: TableChoice) {
  return columns.flatMap(({ place, header }) => {
    const to = chosen[place]
    return to ? [{ place, from: header, to }] : []
  })
}
