import { shownFormula, storedFormula } from '../../shared/workbook/formulas/formula-locale'
import type { Locale } from '../../shared/workbook/steps'

/** Those of Google's locales that write 1.5; all others write 1,5, and `;` between arguments. */
const withPoint =
  /^(?:en|zh|ja|ko|th|my|mn|fil|cy|ar|iw|he|hi|bn|gu|kn|ml|mr|pa|ta|te)(?:_|$)|^(?:es_MX|de_CH)$/

/** From what Google calls it: `de_DE`, or `en_GB`. */
export function localeOf(name: string): Locale {
  const language = name
    .replace('_', '-')
    .replace(/^iw/, 'he')
    .replace(/^in(?=-|$)/, 'id')
  return withPoint.test(name)
    ? { language, decimal: '.', separator: ',' }
    : { language, decimal: ',', separator: ';' }
}

/** A formula as a cell takes it: Google reads it by the spreadsheet's locale, from scripts too. */
export function formulaForSheet(formula: string, locale: Locale): string {
  return shownFormula(formula, locale)
}

/** A formula as the core reads it. */
export function formulaFromSheet(formula: string, locale: Locale): string {
  return formula === '' || isEnglish(formula) ? formula : storedFormula(formula, locale)
}

/** Nobody who writes 1,5 would write `(A1, B1)` or `1.5`: then it came as the core reads it. */
function isEnglish(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')
  return !bare.includes(';') && /[^\d],|,[^\d]|\d\.\d/.test(bare)
}
