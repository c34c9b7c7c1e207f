import type { Cell, Matrix } from '../../shared/values'
import { costs, deals, from, leads } from '../support/asking'
import { definitions } from '../support/definitions'
import { type FakeCell, type FakeWorkbook, fakeWorkbook } from './fake-host'

export interface SampleWorkbook extends FakeWorkbook {
  /** What a named range holds. */
  readonly matrix: (name: string) => Matrix
}

/** The project's samples as a workbook that is set up: three tables, definitions, and a sheet for formulas. */
export function sampleWorkbook(
  terms: Readonly<Record<string, Cell>> = { 'win_rate.variant': 'all_closed' },
): SampleWorkbook {
  const tables: Record<string, Matrix> = {
    Leads: leads,
    Deals: deals,
    Costs: costs,
    Definitions: definitions(terms),
  }
  const metrics: FakeCell[][] = [
    ['From', from],
    ['Returns', 5000],
    ['Cost', 1000],
  ]
  const workbook = fakeWorkbook({ ...tables, Metrics: metrics })
  for (const [sheet, rows] of Object.entries(tables)) {
    workbook.names[sheet.toUpperCase()] = {
      ...{ sheet, top: 0, left: 0 },
      ...{ bottom: rows.length - 1, right: (rows[0]?.length ?? 0) - 1 },
    }
  }
  workbook.selected = {
    cell: { sheet: 'Metrics', top: 9, left: 5, bottom: 9, right: 5 },
    area: { sheet: 'Metrics', top: 9, left: 5, bottom: 9, right: 5 },
  }
  const matrix = (name: string): Matrix => {
    const area = workbook.names[name]
    if (!area) throw new Error(`there is no range ${name}`)
    const [block] = workbook.host.read([area]) as unknown as readonly { values: Matrix }[]
    return block?.values ?? []
  }
  return Object.assign(workbook, { matrix })
}
