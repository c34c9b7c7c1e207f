/// <reference types="office-js" />
import { type Area, columnLetters } from '../../shared/workbook/area'
import { withoutHoles } from '../../shared/workbook/holes'
import { type Edit, Refused } from '../../shared/workbook/steps'
import { dress, guard } from './dress'
import { lookAs, pointsOf } from './looks'
import { areaIn, formulaOf } from './overview'
import { batches, mostCells, rangeOf } from './read'
import { queueWrite, type WritePiece, writePieces } from './write'

/** What has to be known of the workbook before it is edited. */
interface Known {
  /** In the order of their tabs; edits keep it up to date. */
  readonly sheets: string[]
  readonly names: readonly Excel.NamedItem[]
  readonly formats: ReadonlyMap<WritePiece, Excel.Range>
}

/** All edits in one batch where they are not too many cells for one. */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[]): Promise<void> {
  const writes = new Map(
    edits.map(edit => [edit, edit.do === 'write' ? withoutHoles(edit).flatMap(writePieces) : []]),
  )
  const known = await lookBefore(context, edits, [...writes.values()].flat())
  let queued = 0
  for (const edit of edits) {
    for (const piece of writes.get(edit) ?? []) {
      const { top, left, bottom, right, sheet } = piece.piece
      queueWrite(context.workbook.worksheets.getItem(sheet), piece, known.formats.get(piece)?.numberFormat)
      queued += (bottom - top + 1) * (right - left + 1)
      if (queued < mostCells) continue
      queued = 0
      await context.sync()
    }
    queueEdit(context, edit, known)
    if (edit.do === 'dress') await dress(context, context.workbook.worksheets.getItem(edit.sheet), edit.dress)
  }
  for (const edit of edits) {
    if (edit.do !== 'dress' || edit.dress.guarded === undefined) continue
    guard(context.workbook.worksheets.getItem(edit.sheet), edit.dress.guarded)
  }
  await context.sync()
}

/** Refuses what is sure to fail before anything is written, since a batch that breaks off stays half done. */
async function lookBefore(
  context: Excel.RequestContext,
  edits: readonly Edit[],
  pieces: readonly WritePiece[],
): Promise<Known> {
  const { worksheets, names } = context.workbook
  worksheets.load('items/name,items/protection/protected')
  names.load('items/name,items/formula')
  await context.sync()
  const sheets = new Map(worksheets.items.map(sheet => [sheet.name, sheet]))
  for (const edit of edits) refuseHopeless(edit, sheets, names.items)
  const charts = edits.flatMap(edit => {
    const sheet = edit.do === 'remove sheet' ? sheets.get(edit.sheet) : undefined
    const known = edit.do === 'remove sheet' ? (edit.charts ?? 0) : 0
    return sheet ? [{ name: sheet.name, known, count: sheet.charts.getCount() }] : []
  })
  const formats = new Map<WritePiece, Excel.Range>()
  for (const together of batches(pieces)) {
    for (const piece of together) {
      const sheet = sheets.get(piece.piece.sheet)
      if (sheet) formats.set(piece, loaded(rangeOf(sheet, piece.piece), 'numberFormat'))
    }
    await context.sync()
  }
  if (charts.length > 0) await context.sync()
  const charted = charts.find(({ count, known }) => count.value > known)
  if (charted) throw new Refused(`The sheet ${charted.name} holds a chart, which would be lost.`)
  return { sheets: [...sheets.keys()], names: names.items, formats }
}

function loaded(range: Excel.Range, properties: string): Excel.Range {
  range.load(properties)
  return range
}

function refuseHopeless(
  edit: Edit,
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  names: readonly Excel.NamedItem[],
): void {
  if (edit.do === 'write' || edit.do === 'look') {
    const { sheet } = edit.area
    if (sheets.get(sheet)?.protection.protected) {
      throw new Refused(`The sheet ${sheet} is protected: unprotect it with Review → Unprotect Sheet.`)
    }
  }
  if (edit.do === 'name') {
    const known = named(names, edit.name)
    if (known && areaIn(known.formula) === undefined && !/#REF!/.test(String(known.formula))) {
      throw new Refused(`The name ${known.name} stands for ${known.formula} already, which is no range.`)
    }
  }
}

function named(names: readonly Excel.NamedItem[], name: string): Excel.NamedItem | undefined {
  return names.find(item => item.name.toUpperCase() === name.toUpperCase())
}

function queueEdit(context: Excel.RequestContext, edit: Edit, { sheets, names }: Known): void {
  const { worksheets } = context.workbook
  const range = (area: Area) => rangeOf(worksheets.getItem(area.sheet), area)
  if (edit.do === 'add sheet') {
    const added = worksheets.add(edit.sheet)
    const before = edit.after === undefined ? -1 : sheets.indexOf(edit.after)
    const position = before < 0 ? sheets.length : before + 1
    added.position = position
    sheets.splice(position, 0, edit.sheet)
  }
  if (edit.do === 'remove sheet') {
    worksheets.getItem(edit.sheet).delete()
    sheets.splice(sheets.indexOf(edit.sheet), 1)
  }
  if (edit.do === 'name') {
    const known = named(names, edit.name)
    if (edit.area === undefined) known?.delete()
    else if (known === undefined) context.workbook.names.add(edit.name, range(edit.area))
    else known.formula = formulaOf(edit.area, columnLetters)
  }
  if (edit.do === 'look') lookAs(range(edit.area), edit.look)
  if (edit.do === 'widths') {
    for (const [column, letters] of edit.letters.entries()) {
      range({ sheet: edit.sheet, top: 0, left: column, bottom: 0, right: column }).format.columnWidth =
        pointsOf(letters)
    }
  }
}
