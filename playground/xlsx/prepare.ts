/**
 * Makes an xlsx file's parts such that o-spreadsheet reads from them what Excel shows.
 *
 * Left alone, it takes text for what it looks like ("00123" for a number, "=1+1" for a formula, "03/04" for a date),
 * drops inline strings, and does not know Excel's spelling of a broken reference.
 */
import { readsAsOther } from '../table-sheet'
import { fromExcelFormula } from './formulas'
import { escapeXml, textNode, textOf, unescapeXml } from './xml'

export type Parts = Record<string, string>

const strings = 'xl/sharedStrings.xml'
const stringsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'
const emptyStrings =
  '<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>'

export function prepare(parts: Parts): Parts {
  const prepared = { ...parts }
  const shared = [...(parts[strings] ?? '').matchAll(/<si>([\s\S]*?)<\/si>|<si\s*\/>/g)].map(
    match => match[1] ?? '',
  )
  const items = shared.map(item => (readsAsOther(textOf(item)) ? textNode(`'${textOf(item)}`) : item))
  for (const [path, xml] of Object.entries(parts))
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) prepared[path] = prepareSheet(xml, items)
  if (items.length > 0) addStrings(prepared, items)
  return prepared
}

function prepareSheet(xml: string, items: string[]): string {
  return xml
    .replace(
      /<c\b([^>]*)\bt="inlineStr"([^>]*)>\s*<is>([\s\S]*?)<\/is>\s*<\/c>/g,
      (_, before, after, inline) => {
        items.push(textNode(quotedText(textOf(inline))))
        return `<c${before}t="s"${after}><v>${items.length - 1}</v></c>`
      },
    )
    .replace(/(<c\b[^>]*\bt="str"[^>]*>\s*<v>)([\s\S]*?)(<\/v>\s*<\/c>)/g, (_, before, value, after) => {
      return before + escapeXml(quotedText(unescapeXml(value))) + after
    })
    .replace(/(<c\b[^>]*\bt="e"[^>]*>(?:\s*<f[\s\S]*?<\/f>)?\s*<v>)#REF!(<\/v>)/g, '$1#REF$2')
    .replace(
      /(<f\b[^>]*>)([^<]*)(<\/f>)/g,
      (_, before, formula, after) => before + fromExcelFormula(formula) + after,
    )
}

const quotedText = (text: string) => (readsAsOther(text) ? `'${text}` : text)

function addStrings(parts: Parts, items: readonly string[]): void {
  const xml = parts[strings] ?? emptyStrings
  const start = /<sst\b[^>]*?(\/?)>/.exec(xml)
  const head = start
    ? xml.slice(0, start.index) + start[0].replace(/\/>$/, '>')
    : emptyStrings.replace('</sst>', '')
  parts[strings] = `${head}${items.map(item => `<si>${item}</si>`).join('')}</sst>`
  const types = parts['[Content_Types].xml'] ?? ''
  if (types.includes(stringsType)) return
  const entry = `<Override PartName="/${strings}" ContentType="${stringsType}"/>`
  parts['[Content_Types].xml'] = types.replace('</Types>', `${entry}</Types>`)
}
