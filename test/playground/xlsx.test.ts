import { fromExcelFormula, toExcelFormula } from '../../playground/xlsx/formulas'
import { readNames, writeNames } from '../../playground/xlsx/names'
import { prepare } from '../../playground/xlsx/prepare'
import { withReferencesOf } from '../../playground/xlsx/whole-columns'

const sheet = 'xl/worksheets/sheet1.xml'
const strings = 'xl/sharedStrings.xml'
const prepared = (cells: string, shared = '') =>
  prepare({
    [sheet]: `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    ...(shared && { [strings]: `<sst>${shared}</sst>` }),
    '[Content_Types].xml': '<Types></Types>',
  })

test.each([
  ['ROI(A1,B1)', '_xldudf_PLUMB_ROI(A1,B1)'],
  ['1+roi(A1, 2)*METRIC("ROI(x)",B1)', '1+_xldudf_PLUMB_ROI(A1, 2)*_xldudf_PLUMB_METRIC("ROI(x)",B1)'],
  ['SUM(ROI)', 'SUM(ROI)'],
  ['MY_ROI(1)', 'MY_ROI(1)'],
  ['A&amp;&quot;ROI(&quot;&amp;CAC(1,2)', 'A&amp;&quot;ROI(&quot;&amp;_xldudf_PLUMB_CAC(1,2)'],
])('%s is stored as Excel stores an add-in’s formula, and read back', (formula, stored) => {
  expect(toExcelFormula(formula)).toBe(stored)
  expect(fromExcelFormula(stored).toUpperCase()).toBe(formula.toUpperCase())
})

test('a formula that Excel shows with its namespace is read as well', () => {
  expect(fromExcelFormula('PLUMB.ROI(5,1)')).toBe('ROI(5,1)')
})

test('named ranges survive; Excel’s own names are not the user’s; others are reported', () => {
  const xml = `<workbook><definedNames>
    <definedName name="DEALS">Deals!$A$1:$N$11</definedName>
    <definedName name="AS_OF">'My &amp; sheet'!$C$3</definedName>
    <definedName name="_xlnm.Print_Area" localSheetId="0">Deals!$A$1</definedName>
    <definedName name="RATE" hidden="1">Deals!$A$1</definedName>
    <definedName name="Offset">OFFSET(Deals!$A$1,0,0,5)</definedName>
  </definedNames></workbook>`
  expect(readNames(xml)).toEqual({
    namedRanges: { DEALS: 'Deals!A1:N11', AS_OF: "'My & sheet'!C3" },
    left: ['Offset'],
  })
})

test('names are written where Excel looks for them, with their sheet as it is called in the file', () => {
  const xml = writeNames(
    '<workbook><sheets><sheet name="Bob&apos;s deals" sheetId="1"/></sheets></workbook>',
    [{ name: 'DEALS', sheetIndex: 0, range: 'A1:N11' }],
  )
  expect(xml).toContain(
    `</sheets><definedNames><definedName name="DEALS">'Bob''s deals'!$A$1:$N$11</definedName>`,
  )
  expect(readNames(xml).namedRanges).toEqual({ DEALS: "'Bob''s deals'!A1:N11" })
})

test.each([
  ['00123', "'00123"],
  ['=1+1', "'=1+1"],
  ['03/04/2017', "'03/04/2017"],
  ['TRUE', "'TRUE"],
  ['plain text', 'plain text'],
  ['a & b', 'a & b'],
])('text %s is still text when the spreadsheet reads it', (text, content) => {
  const escaped = text.replace('&', '&amp;')
  const expected = content.replace('&', '&amp;')
  expect(prepared('', `<si><t>${escaped}</t></si>`)[strings]).toContain(`>${expected}</t>`)
  const inline = prepared(`<c r="A1" t="inlineStr"><is><t>${escaped}</t></is></c>`)
  expect(inline[sheet]).toContain('<c r="A1" t="s"><v>0</v></c>')
  expect(inline[strings]).toContain(`>${expected}</t>`)
  expect(inline['[Content_Types].xml']).toContain('sharedStrings')
  expect(prepared(`<c r="A1" t="str"><v>${escaped}</v></c>`)[sheet]).toContain(`<v>${expected}</v>`)
})

test.each([
  ['=COUNTA(Leads!A:A)-ROWS(B1:B3)', '=COUNTA(Leads!A1:A100)-ROWS(B1:B3)', '=COUNTA(Leads!A:A)-ROWS(B1:B3)'],
  ['=SUM($2:$3,"A1:A9")', '=SUM($A$2:$Z$3,"A1:A9")', '=SUM($2:$3,"A1:A9")'],
  ['=SUM(A1:A9)', '=SUM(A1:A9)', undefined],
  // What o-spreadsheet wrote in another way is left to it.
  ['=SUM(A:A)', '=12', undefined],
])('%s, cut off where the sheet ends, is whole again', (own, written, restored) => {
  expect(withReferencesOf(own, written)).toBe(restored)
})

test('numbers, formulas and their values are left as they are', () => {
  const cells = '<c r="A1"><v>5</v></c><c r="B1" t="str"><f>A1&amp;"0"</f><v>50</v></c>'
  expect(prepared(cells)[sheet]).toContain(cells)
})

test('a broken reference is an error in the spreadsheet’s own spelling', () => {
  expect(prepared('<c r="A1" t="e"><v>#REF!</v></c>')[sheet]).toContain('<v>#REF</v>')
})
