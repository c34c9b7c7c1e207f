import type { Matrix } from '../../shared/values'
import { answer } from '../../shared/workbook/answer'
import { addressText } from '../../shared/workbook/area'
import type { Answer, Question, Questions } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { coreMatrix, sampleTable, serial } from '../support/tables'
import { type FakeWorkbook, fakeWorkbook } from './fake-host'

export const samples = {
  Leads: coreMatrix(sampleTable('leads')),
  Deals: coreMatrix(sampleTable('deals')),
  Costs: coreMatrix(sampleTable('costs')),
} as const

/** A workbook with the project's sample tables, a sheet for each, and nothing named yet. */
export function sampleWorkbook(more: Record<string, Matrix> = {}): FakeWorkbook {
  return Object.assign(fakeWorkbook({ ...samples, ...more }), { now: serial('2026-07-02 10:00') })
}

/** One whose tables are named, with AS_OF on a sheet of its own. */
export function namedWorkbook(more: Record<string, Matrix> = {}): FakeWorkbook {
  const workbook = sampleWorkbook({ Start: [['As of', serial('2026-06-30')]], ...more })
  for (const [sheet, rows] of Object.entries(samples)) {
    const [right, bottom] = [(rows[0]?.length ?? 0) - 1, rows.length - 1]
    workbook.names[sheet.toUpperCase()] = { sheet, top: 0, left: 0, bottom, right }
  }
  workbook.names.AS_OF = { sheet: 'Start', top: 0, left: 1, bottom: 0, right: 1 }
  return workbook
}

/** Asks as a page does: through JSON, both ways. */
export function ask<Name extends Question>(
  workbook: FakeWorkbook,
  question: Name,
  asked: Parameters<Questions[Name]>[0],
): Answer<Name> {
  const told = answerNow(answer(question, overJson(asked)), workbook.host)
  return overJson(told) as Answer<Name>
}

function overJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/** The workbook's cells and names, to be compared with those at another time. */
export function stateOf({ sheets, names }: FakeWorkbook) {
  return {
    names: Object.fromEntries(Object.entries(names).map(([name, area]) => [name, area && addressText(area)])),
    cells: Object.fromEntries(
      [...sheets].map(([name, { cells }]) => [
        name,
        withoutEnd(
          cells.map(row =>
            withoutEnd(
              [...row].map(cell => cell ?? null),
              isBlankCell,
            ),
          ),
          row => row.length === 0,
        ),
      ]),
    ),
  }
}

const isBlankCell = (cell: unknown) => cell === null || cell === ''

function withoutEnd<Entry>(list: readonly Entry[], isBlank: (entry: Entry) => boolean): readonly Entry[] {
  let end = list.length
  while (end > 0 && isBlank(list[end - 1] as Entry)) end--
  return list.slice(0, end)
}
