import { helpers, type Model } from '@odoo/o-spreadsheet'
import { escapeXml } from './xml'

type Position = ReturnType<Model['getters']['getActivePosition']>
type Zone = { left: number; right: number; top: number; bottom: number }

const excelErrors = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/

/**
 * Gives every cell of a saved sheet its last value, so that the file shows its figures in a program that cannot
 * compute our formulas. o-spreadsheet leaves out what a formula spilled, and a formula whose value is empty.
 */
export function addLastValues(xml: string, sheetId: string, model: Model): string {
  const { getters } = model
  const spills = new Map<string, Zone>()
  const filled = xml.replace(/<c\b([^>]*?)\s*(?:\/>|>\s*<\/c>)/g, (whole, attributes: string) => {
    const position = { sheetId, ...positionOf(attributes) }
    const cell = getters.getCell(position)
    if (cell?.isFormula) {
      const formula = cell.compiledFormula.toFormulaString(getters).slice(1)
      return `<c${attributes}><f>${escapeXml(formula)}</f></c>`
    }
    const origin = getters.getArrayFormulaSpreadingOn(position)
    if (!origin) return whole
    const xc = helpers.toXC(origin.col, origin.row)
    spills.set(xc, extended(spills.get(xc) ?? zoneOf(origin), position))
    return `<c${attributes}${lastValue(model, position)}</c>`
  })
  return mendFormulaCells(filled, spills)
}

/** The range of a spill that begins with an error is unknown to o-spreadsheet; errors are written as text. */
function mendFormulaCells(xml: string, spills: ReadonlyMap<string, Zone>): string {
  return xml.replace(
    /<c\b([^>]*)>(\s*<f\b[^>]*?)\bref="[^"]*"([\s\S]*?<v>)([^<]*)/g,
    (_, head, start, middle, value) => {
      const xc = /\br="([A-Z]+\d+)"/.exec(head)?.[1] ?? ''
      const zone = spills.get(xc)
      const range = zone ? `${xc}:${helpers.toXC(zone.right, zone.bottom)}` : xc
      const typed = excelErrors.test(value) ? head.replace('t="str"', 't="e"') : head
      return `<c${typed}>${start}ref="${range}"${middle}${value}`
    },
  )
}

function lastValue(model: Model, position: Position): string {
  const { type, value } = model.getters.getEvaluatedCell(position)
  if (value === null) return '>'
  if (type === 'number') return `><v>${value}</v>`
  if (type === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`
  const text = value === '#REF' ? '#REF!' : String(value)
  return ` t="${excelErrors.test(text) ? 'e' : 'str'}"><v>${escapeXml(text)}</v>`
}

export function positionOf(attributes: string): { col: number; row: number } {
  return helpers.toCartesian(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? 'A1')
}

const zoneOf = ({ col, row }: Position): Zone => ({ left: col, right: col, top: row, bottom: row })

function extended(zone: Zone, { col, row }: Position): Zone {
  return { ...zone, right: Math.max(zone.right, col), bottom: Math.max(zone.bottom, row) }
}
