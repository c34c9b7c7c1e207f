import { type SheetChart, type WriteChartKind, writeXlsx } from 'hucre'
import JSZip from 'jszip'
import { addressText } from '../../shared/workbook/area'
import type { Chart, Dress } from '../../shared/workbook/dress'
import type { Template } from '../../shared/workbook/template'
import { chartXml } from './chart-xml'
import type { Computed } from './computed'
import { sheetsOf } from './sheets'

/** A template as a workbook for Excel: its formulas with their values, its charts, colours, lists and names. */
export async function writeTemplate({ title, shows }: Template, workbook: Computed): Promise<Uint8Array> {
  const { edits, values } = workbook
  const dresses = new Map(
    edits.flatMap(edit => (edit.do === 'dress' ? [[edit.sheet, edit.dress] as const] : [])),
  )
  const sheets = sheetsOf(workbook).map(sheet => ({
    ...sheet,
    charts: (dresses.get(sheet.name)?.charts ?? []).map(placeFor),
  }))
  const file = await writeXlsx({
    sheets,
    properties: { title, description: shows, creator: 'Plumbline' },
    namedRanges: edits.flatMap(edit =>
      edit.do === 'name' && edit.area ? [{ name: edit.name, range: absolute(addressText(edit.area)) }] : [],
    ),
    defaultFont: { name: 'Calibri', size: 10 },
  })
  const charts = sheets.flatMap(({ name }) => dresses.get(name)?.charts ?? [])
  return finished(file, charts, values)
}

/** A place held for a chart that is written afterwards, since hucre draws no columns and lines in one. */
function placeFor({ over, title }: Chart): SheetChart {
  return {
    type: 'column' satisfies WriteChartKind,
    title,
    series: [{ values: 'A1:A2' }],
    anchor: {
      from: { row: over.top, col: over.left },
      to: { row: over.bottom + 1, col: over.right + 1 },
    },
  }
}

async function finished(
  file: Uint8Array,
  charts: NonNullable<Dress['charts']>,
  values: Computed['values'],
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file)
  for (const [index, chart] of charts.entries()) {
    zip.file(
      `xl/charts/chart${index + 1}.xml`,
      chartXml(chart, (sheet, row, column) => values.get(sheet)?.[row]?.[column] ?? null),
    )
  }
  for (const path of Object.keys(zip.files)) {
    if (path === 'xl/workbook.xml') zip.file(path, withoutRecalculation(await text(zip, path)))
    if (path === 'docProps/app.xml') zip.file(path, asExcel(await text(zip, path)))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) zip.file(path, withErrors(await text(zip, path)))
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const text = async (zip: JSZip, path: string): Promise<string> =>
  (await zip.file(path)?.async('string')) ?? ''

/** Without a calculation engine's number Excel computes everything anew, and a formula of an absent add-in is lost. */
function withoutRecalculation(xml: string): string {
  const calculated = '<calcPr calcId="191029"/>'
  return /<calcPr\b/.test(xml)
    ? xml.replace(/<calcPr\b[^>]*\/>/, calculated)
    : xml.replace(/(<\/definedNames>|<\/sheets>(?!<definedNames))/, `$1${calculated}`)
}

/** LibreOffice takes the last text of a formula that it cannot compute from programs that it knows only. */
function asExcel(xml: string): string {
  return xml.replace(/<Application>[^<]*</, '<Application>Microsoft Excel<')
}

/** A formula whose last value is an error says so, and not a text that reads like one. */
function withErrors(xml: string): string {
  return xml.replace(
    /<c\b([^>]*?) t="str"([^>]*>(?:<f\b[^>]*>[^<]*<\/f>)<v>#[A-Z/0!?]+<\/v>)/g,
    '<c$1 t="e"$2',
  )
}

const absolute = (address: string): string => address.replace(/([A-Z]+)(\d+)(?=:|$)/g, '$$$1$$$2')
