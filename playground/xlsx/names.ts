import { quoteSheet } from '../place-table'
import { escapeXml, unescapeXml } from './xml'

/** Sheet and bounded range of a name; names of formulas, constants and whole columns are something else. */
const plainRange = /^('(?:[^']|'')+'|[^'!]+)!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/

export interface NamesRead {
  readonly namedRanges: Record<string, string>
  /** Names that the spreadsheet cannot hold. */
  readonly left: readonly string[]
}

/** Names of ranges from `workbook.xml`, which o-spreadsheet leaves out when it reads a workbook. */
export function readNames(workbookXml: string): NamesRead {
  const namedRanges: Record<string, string> = {}
  const left: string[] = []
  for (const [, attributes = '', content = ''] of workbookXml.matchAll(
    /<definedName\b([^>]*)>([^<]*)<\/definedName>/g,
  )) {
    const name = unescapeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? '')
    // Excel's own names (print areas, filters) and hidden ones are no business of the user's.
    if (name.startsWith('_xlnm.') || /\bhidden="(1|true)"/.test(attributes)) continue
    const range = plainRange.exec(unescapeXml(content))
    const [, sheet = '', left1, top, right, bottom] = range ?? []
    if (!range || !/^[\p{L}\p{N}_.]+$/u.test(name)) left.push(name)
    else namedRanges[name] = `${sheet}!${left1}${top}${right ? `:${right}${bottom}` : ''}`
  }
  return { namedRanges, left }
}

export interface NamedZone {
  readonly name: string
  /** Place of the sheet among the sheets: a long name is cut when it is saved, its place stays. */
  readonly sheetIndex: number
  /** Without the sheet: `A1:N11`. */
  readonly range: string
}

/** Puts the names where Excel looks for them, and tells it that the values in the file are computed already. */
export function writeNames(workbookXml: string, names: readonly NamedZone[]): string {
  const sheets = [...workbookXml.matchAll(/<sheet\b[^>]*?\bname="([^"]*)"/g)].map(match =>
    unescapeXml(match[1] ?? ''),
  )
  const nodes = names.map(({ name, sheetIndex, range }) => {
    const absolute = range.replace(/[A-Z]+|\d+/g, '$$$&')
    const target = `${quoteSheet(sheets[sheetIndex] ?? '')}!${absolute}`
    return `<definedName name="${escapeXml(name)}">${escapeXml(target)}</definedName>`
  })
  const definedNames = nodes.length > 0 ? `<definedNames>${nodes.join('')}</definedNames>` : ''
  // Without a calculation engine's number Excel computes everything anew, and a formula of an absent add-in is lost.
  return workbookXml.replace('</sheets>', `</sheets>${definedNames}<calcPr calcId="191029"/>`)
}
