import { readFileSync } from 'node:fs'
import { prefixed } from '../../shared/workbook/formulas/prefixed'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import { sheetsPlaceholder } from '../../shared/workbook/formulas/sheets-placeholder'

const guide = readFileSync('docs/guides/between-hosts.md', 'utf8')
const written = [...guide.matchAll(/^\|.*`(\S*ROI_ANNUALISED\(.*?\))`/gm)].map(([, formula]) => `=${formula}`)

test('each way of writing a formula becomes the one of the program that it is opened in', () => {
  const [inSheets, inExcel, inFile] = written
  expect(written).toHaveLength(3)
  for (const formula of [inSheets, inExcel, inFile] as string[]) {
    expect(prefixed(formula, '')).toBe(inSheets)
    expect(prefixed(formula, 'PLUMB.')).toBe(inExcel)
  }
})

test('what Google Sheets saves is read as the formula that it was', () => {
  const [saved = ''] = /^=IFERROR\(.*$/m.exec(guide) ?? []
  expect(sheetsPlaceholder(readFormula(saved))).toEqual({ formula: written[0] })
})
