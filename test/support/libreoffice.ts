import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'

const places = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** Undefined where the machine has no LibreOffice: tests that need it then say by name that they were skipped. */
export const libreOffice = places.find(path => existsSync(path))

export type SheetCell = number | string | { readonly formula: string } | null

/** Makes LibreOffice compute formulas instead of trusting the values that a file brings. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** Has LibreOffice compute a sheet; gives back each cell's number with all its digits, or its text or error. */
export async function recalculate(
  rows: readonly (readonly SheetCell[])[],
): Promise<(number | string | null)[][]> {
  return cellsOf(recalculatedFile(await workbook(rows)))
}

/** An xlsx file as LibreOffice saves it, having computed every formula. */
export const recalculatedFile = (file: Uint8Array): Buffer => resavedFile(file, alwaysRecalculate)

/** An xlsx file as LibreOffice shows it to whoever opens it: it trusts the values that the file brings. */
export const openedFile = (file: Uint8Array): Buffer => resavedFile(file)

function resavedFile(file: Uint8Array, settings?: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-calc-'))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    if (settings) writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings)
    writeFileSync(join(folder, 'in.xlsx'), file)
    execFileSync(
      libreOffice as string,
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'ignore', timeout: 240_000 },
    )
    return readFileSync(join(folder, 'out', 'in.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

async function workbook(rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const cell = (value: SheetCell, row: number, column: number): string => {
    const at = `r="${columnName(column)}${row + 1}"`
    if (value === null) return ''
    if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
    if (typeof value === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
    return `<c ${at}><f>${escaped(value.formula.replace(/^=/, ''))}</f></c>`
  }
  const data = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
  )
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  )
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="sheet.xml"/></Relationships>`,
  )
  zip.file('xl/sheet.xml', `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`)
  return zip.generateAsync({ type: 'nodebuffer' })
}

async function cellsOf(file: Buffer): Promise<(number | string | null)[][]> {
  const zip = await JSZip.loadAsync(file)
  const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
  const rows: (number | string | null)[][] = []
  for (const [, name = '', row, attributes = '', content = ''] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const column = [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1]
    const line = Number(row) - 1
    rows[line] ??= []
    const isNumber = !/t="(?:s|str|e|b|inlineStr)"/.test(attributes)
    ;(rows[line] as (number | string | null)[])[column] =
      value === undefined ? null : isNumber ? Number(value) : value
  }
  return rows
}
