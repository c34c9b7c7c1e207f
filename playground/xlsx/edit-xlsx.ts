import JSZip from 'jszip'
import type { Area } from '../../shared/workbook/area'
import { attribute } from './attribute'
import type { CellsOfSheet } from './edit-cell'
import {
  addSheet,
  openPackage,
  pathOfSheet,
  pointName,
  removeCalculationChain,
  removeSheet,
  savePackage,
} from './edit-package'
import { editSheet } from './edit-sheet'

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
  const dynamic = dynamicMark((await zip.file('xl/metadata.xml')?.async('string')) ?? '')
  for (const [sheet, cells] of edits.cells) {
    const path = pathOfSheet(file, sheet)
    zip.file(path, editSheet((await zip.file(path)?.async('string')) ?? '', cells, dynamic))
  }
  for (const sheet of edits.removed) removeSheet(file, sheet)
  for (const [name, area] of edits.names) pointName(file, name, area)
  removeCalculationChain(file)
  savePackage(file)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 4 } })
}

/**
 * The number by which cells say that their formula fills as many cells as it needs; without it, it would be one that
 * fills the cells it was entered in. (ECMA-376 18.9, [MS-XLSX] 2.6.144.)
 */
function dynamicMark(metadata: string): string | undefined {
  const types = [...metadata.matchAll(/<(?:\w+:)?metadataType\s[^>]*>/g)].map(([tag]) =>
    attribute(tag, 'name'),
  )
  const [, blocks = ''] =
    /<(?:\w+:)?cellMetadata\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellMetadata>/.exec(metadata) ?? []
  const kinds = [...blocks.matchAll(/<(?:\w+:)?rc\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, 't')))
  const place = kinds.indexOf(types.indexOf('XLDAPR') + 1)
  return types.includes('XLDAPR') && place >= 0 ? String(place + 1) : undefined
}
