import { normalised } from '../../tables/headers'
import { type Area, sheetText } from '../area'
import { wholeBlock } from '../check/check-sheet'
import { freeName } from '../definitions/record-sheet'
import { nameArea, sheetCalled } from '../formulas/locate'
import { wholeSheet } from '../inverse'
import { type Block, type Edit, type Overview, Refused, type Steps } from '../steps'
import { cellsOfLine, columns, type Line, lineOfCells, sealOf } from './line'

export const provenanceName = 'PROVENANCE'
const sheetName = 'Provenance'

const widths: Partial<Record<(typeof columns)[number], number>> = {
  ...{ kind: 9, metric: 24, in_words: 50, value: 24, original: 60, handed_over: 60 },
  ...{ definitions: 50, inputs: 30, note: 50 },
}

/** The edits that make the sheet; its name comes last, so that it never points at a table that is half there. */
export function provenanceEdits(lines: readonly Line[], overview: Overview): readonly Edit[] {
  const sheet = freeName(overview, sheetName)
  const isThere = overview.sheets.some(({ name }) => name === sheet)
  const area = { sheet, top: 0, left: 0, bottom: lines.length, right: columns.length - 1 }
  return [
    ...(isThere ? [] : [{ do: 'add sheet', sheet } as const]),
    { do: 'look', area, look: { format: 'text' } },
    { do: 'write', area, cells: [columns, ...lines.map(one => cellsOfLine(one).map(text => text || null))] },
    { do: 'look', area: { ...area, bottom: 0 }, look: { weight: 'header' } },
    { do: 'widths', sheet, letters: columns.map(column => widths[column] ?? 18) },
    { do: 'name', name: provenanceName, area },
  ]
}

/** The Provenance sheet as it stands. */
export interface Provenance {
  readonly sheet: string
  readonly block: Block
  readonly lines: readonly Line[]
  /** Whether nobody has changed it. */
  readonly sealed: boolean
}

/** Finds it by its name, or by its sheet and header, since some programs lose names. */
export function* provenance(overview: Overview): Steps<Provenance> {
  const sheet = sheetCalled(nameArea(provenanceName, overview)?.sheet ?? sheetName, overview)
  const [area] = sheet ? wholeSheet(sheet) : []
  const block = area && (yield* wholeBlock(area))
  const headers = (block?.values[0] ?? []).map(normalised)
  if (!sheet || !block || columns.some((column, place) => headers[place] !== normalised(column))) {
    throw new Refused(
      'This workbook was not handed over by Plumbline: it has no Provenance sheet that says what its numbers were.',
    )
  }
  const lines = block.values
    .slice(1)
    .map(lineOfCells)
    .filter(({ kind }) => kind !== '')
  const seal = lines.find(({ metric }) => metric === 'seal')?.value
  return { sheet: sheet.name, block, lines, sealed: seal === sealOf(lines) }
}

export function refuseHandedOver(overview: Overview): void {
  const area: Area | undefined = nameArea(provenanceName, overview)
  if (!area) return
  throw new Refused(
    `This workbook was handed over already: ${sheetText(area.sheet)} says how. Bring its formulas back first.`,
  )
}
