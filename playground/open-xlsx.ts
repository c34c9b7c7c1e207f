import { load } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import type { WorkbookData } from './table-sheet'
import { readNames } from './xlsx/names'
import { prepare } from './xlsx/prepare'

export type XlsxOutcome =
  | { readonly data: WorkbookData; readonly notes: readonly string[] }
  | { readonly refused: string }

const largestContent = 500 * 1024 * 1024

/** Reads an Excel workbook with its names, as the spreadsheet's own data. */
export async function openXlsx(bytes: Uint8Array): Promise<XlsxOutcome> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return {
      refused:
        'This workbook is protected by a password, or of the old .xls kind. Save it as plain .xlsx first.',
    }
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined)
  if (!zip) return { refused: 'The file is damaged: it is no complete xlsx workbook.' }
  if (!zip.file('[Content_Types].xml') || !zip.file('xl/workbook.xml'))
    return { refused: 'This is a zip file, but there is no Excel workbook in it.' }
  if (unpackedSize(zip) > largestContent)
    return {
      refused: 'Unpacked, this workbook takes more than 500 MB, which is more than a browser can open.',
    }
  const parts = await textParts(zip)
  const workbookXml = parts['xl/workbook.xml'] ?? ''
  if (/<workbookPr\b[^>]*\bdate1904="(1|true)"/.test(workbookXml))
    return {
      refused:
        'This workbook counts its days from 1904. Switch that off in Excel’s options and save it again.',
    }
  try {
    const data = load({ ...prepare(parts), ...(await pictures(zip)) }, false) as WorkbookData
    const { namedRanges, left } = readNames(workbookXml)
    data.namedRanges = namedRanges
    mendFormats(data)
    const notes = left.length > 0 ? [`Names that could not be taken over: ${left.join(', ')}.`] : []
    return { data, notes }
  } catch (error) {
    console.error(error)
    return { refused: 'The workbook could not be read: a part of it is broken or of an unknown kind.' }
  }
}

/** Known before unpacking, so that a small file that unpacks to gigabytes does no harm. */
function unpackedSize(zip: JSZip): number {
  const sizes = Object.values(zip.files).map(file => {
    const { _data } = file as unknown as { _data?: { uncompressedSize?: number } }
    return _data?.uncompressedSize ?? 0
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function textParts(zip: JSZip): Promise<Record<string, string>> {
  const files = Object.values(zip.files).filter(file => /\.(xml|rels)$/.test(file.name))
  const entries = await Promise.all(files.map(async file => [file.name, await file.async('string')] as const))
  return Object.fromEntries(entries)
}

async function pictures(zip: JSZip): Promise<Record<string, { imageSrc: string }>> {
  const files = Object.values(zip.files).filter(file => file.name.startsWith('xl/media/image'))
  const entries = files.map(async file => {
    const kind = file.name.endsWith('.png') ? 'png' : file.name.endsWith('.gif') ? 'gif' : 'jpeg'
    return [file.name, { imageSrc: `data:image/${kind};base64,${await file.async('base64')}` }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/**
 * Excel's built-in `#,##0` is read as `#,#00`, which shows 5 as 05. Its text format would turn numbers that are
 * stored as numbers into text; text that needs it is quoted already.
 */
function mendFormats(data: WorkbookData): void {
  for (const [id, format] of Object.entries(data.formats)) {
    if (format === '#,#00') data.formats[Number(id)] = '#,##0'
    if (format !== '@') continue
    for (const sheet of data.sheets)
      for (const [zone, used] of Object.entries(sheet.formats))
        if (used === Number(id)) delete sheet.formats[zone]
  }
}
