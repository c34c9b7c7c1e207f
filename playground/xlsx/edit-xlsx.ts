import JSZip from 'jszip'
import type { Area } from '../../shared/workbook/area'
import {
  addSheet,
  openPackage,
  pathOfSheet,
  pointName,
  removeCalculationChain,
  removeSheet,
  savePackage,
} from './edit-package'
import { type CellsOfSheet, editSheet } from './edit-sheet'

/** What is to be changed in a file. */
export interface FileEdits {
  readonly added: readonly { readonly sheet: string; readonly widths: readonly number[] }[]
  readonly removed: readonly string[]
  readonly cells: ReadonlyMap<string, CellsOfSheet>
  readonly names: ReadonlyMap<string, Area | undefined>
}

/**
 * An xlsx file with some cells, sheets and names changed. All its other parts (charts, formats, pictures, what this
 * program knows nothing of) are the same, byte for byte.
 */
export async function editXlsx(bytes: Uint8Array, edits: FileEdits): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const file = await openPackage(zip)
  for (const { sheet, widths } of edits.added) addSheet(file, sheet, widths)
  for (const [sheet, cells] of edits.cells) {
    const path = pathOfSheet(file, sheet)
    zip.file(path, editSheet((await zip.file(path)?.async('string')) ?? '', cells))
  }
  for (const sheet of edits.removed) removeSheet(file, sheet)
  for (const [name, area] of edits.names) pointName(file, name, area)
  removeCalculationChain(file)
  savePackage(file)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 4 } })
}
