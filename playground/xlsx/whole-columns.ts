import type { Model } from '@odoo/o-spreadsheet'
import { isOpen, parseReference } from '../../shared/workbook/formulas/formula-references'
import { formulaTokens, type Token } from '../../shared/workbook/formulas/formula-tokens'
import { positionOf } from './last-values'
import { escapeXml, unescapeXml } from './xml'

/**
 * Writes whole columns and rows of a saved sheet as they stand in its formulas: o-spreadsheet cuts `A:A` off where its
 * sheet ends, and rows that come later would not be counted.
 */
export function restoreWholeColumns(xml: string, sheetId: string, { getters }: Model): string {
  return xml.replace(/(<c\b[^>]*>\s*<f\b[^>]*>)([^<]*)(<\/f>)/g, (whole, before, formula, after) => {
    const cell = getters.getCell({ sheetId, ...positionOf(before) })
    const own = cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : ''
    const written = withReferencesOf(own, `=${unescapeXml(formula)}`)
    return written === undefined ? whole : before + escapeXml(written.slice(1)) + after
  })
}

/** Undefined where there is nothing to restore, or the two are not the same formula. */
export function withReferencesOf(own: string, written: string): string | undefined {
  const references = formulaTokens(own).filter(isReference)
  if (!references.some(isWhole)) return undefined
  const tokens = formulaTokens(written)
  if (tokens.filter(isReference).length !== references.length) return undefined
  let place = 0
  return tokens
    .map(token => {
      const reference = isReference(token) ? references[place++] : undefined
      return reference && isWhole(reference) ? reference.text : token.text
    })
    .join('')
}

const isReference = ({ kind }: Token): boolean => kind === 'reference'

function isWhole({ text }: Token): boolean {
  const reference = parseReference(text)
  return reference !== undefined && isOpen(reference)
}
