import { addressText, parseAddress } from '../../shared/workbook/area'
import { columns, type Line, lineOfCells } from '../../shared/workbook/handover/line'
import { valueOfText } from '../../shared/workbook/handover/literal'
import type { NumberVerified, Verified } from '../../shared/workbook/questions'
import { ask } from './asked-workbook'
import type { FakeWorkbook } from './fake-host'

/** Hands over, and has formulas show what they give, as a spreadsheet does. */
export function handedOver(workbook: FakeWorkbook, form: 'formulas' | 'values' = 'formulas') {
  const done = ask(workbook, 'handOver', { form })
  if (!('outcome' in done) || done.outcome !== 'done') throw new Error(JSON.stringify(done))
  for (const { kind, cell, value, handed_over } of provenanceOf(workbook)) {
    if (kind !== 'number' || handed_over === '') continue
    workbook.put(cell, { formula: handed_over, value: valueOfText(value) })
  }
  return done
}

export function provenanceOf({ sheets }: FakeWorkbook): readonly Line[] {
  const [header, ...rows] = sheets.get('Provenance')?.cells ?? []
  expect(header).toEqual(columns)
  return rows.map(row => lineOfCells(row.map(cell => cell as string)))
}

/** What is said of a cell in the Provenance sheet. */
export function lineOf(workbook: FakeWorkbook, cell: string): Line {
  const found = provenanceOf(workbook).find(one => one.cell === cell)
  if (!found) throw new Error(`nothing is said of ${cell}`)
  return found
}

/** The changes of each number that has any, by its cell. */
export function changesOf(workbook: FakeWorkbook): Readonly<Record<string, NumberVerified['changes']>> {
  const changed = verified(workbook).numbers.filter(({ changes }) => changes.length > 0)
  return Object.fromEntries(changed.map(({ area, changes }) => [addressText(area), changes]))
}

export function verified(workbook: FakeWorkbook): Verified {
  const found = ask(workbook, 'verify', {})
  if ('error' in found) throw new Error(found.reason)
  return found
}

export const area = (address: string) => parseAddress(address, 'Board')
