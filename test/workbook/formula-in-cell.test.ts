import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Expression, within } from '../../shared/workbook/formulas/formula-in-cell'
import { shownFormula, storedFormula } from '../../shared/workbook/formulas/formula-locale'
import { areaOf, isOpen, parseReference, sheetMeant } from '../../shared/workbook/formulas/formula-references'
import { formulaTokens, storedSyntax, syntaxOf } from '../../shared/workbook/formulas/formula-tokens'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import { filledFormula, relativeFormula } from '../../shared/workbook/formulas/relative-formula'
import type { Locale } from '../../shared/workbook/steps'
import { stepsTaken } from '../support/steps-taken'
import { formula } from './random-formulas'

type Reading = typeof import('../../shared/workbook/formulas/read-formula')

const german: Locale = { language: 'de-DE', decimal: ',', separator: ';' }
const english: Locale = { language: 'en-GB', decimal: '.', separator: ',' }

/** A tree in a line: calls as lists, operators in front. */
function told(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'logical':
      return String(expression.value)
    case 'text':
      return JSON.stringify(expression.value)
    case 'error':
      return expression.code
    case 'reference':
      return `ref ${expression.text}`
    case 'name':
      return expression.name
    case 'array':
      return `{${expression.rows.map(row => row.map(told).join(', ')).join('; ')}}`
    case 'call':
      return `${expression.name}[${expression.args.map(told).join(', ')}]`
    case 'missing':
      return '_'
    case 'unary':
      return `(${expression.operator} ${told(expression.operand)})`
    case 'binary':
      return `(${expression.operator} ${told(expression.left)} ${told(expression.right)})`
    case 'other':
      return `?[${expression.parts.map(told).join(', ')}]`
  }
}

test.each([
  ['=ROI(5000,1000)', 'ROI[5000, 1000]'],
  ['=PLUMB.ROI( B2 , Costs!$C$3 )', 'PLUMB.ROI[ref B2, ref Costs!$C$3]'],
  ['=_xldudf_PLUMB_ROI(B2,1)', '_xldudf_PLUMB_ROI[ref B2, 1]'],
  ['=IF(ROI(B2,B3)>1,"ok","no")', 'IF[(> ROI[ref B2, ref B3] 1), "ok", "no"]'],
  [
    '=METRIC("WIN_RATE",B1,B2,"",,DEFINITIONS,DEALS)',
    'METRIC["WIN_RATE", ref B1, ref B2, "", _, DEFINITIONS, DEALS]',
  ],
  ['=METRIC({"WIN_RATE";"ROMI"},B1:F1)', 'METRIC[{"WIN_RATE"; "ROMI"}, ref B1:F1]'],
  ['={1,2;3,-4}', '{1, 2; 3, (- 4)}'],
  ['="say ""hi"""', '"say \\"hi\\""'],
  ["='My leads'!A1:B2", "ref 'My leads'!A1:B2"],
  ["='It''s'!A:C", "ref 'It''s'!A:C"],
  ['=SUM(2:2,A2:A,Sheet1:Sheet3!A1)', 'SUM[ref 2:2, ref A2:A, ref Sheet1:Sheet3!A1]'],
  ['=[Book.xlsx]Leads!A1', 'ref [Book.xlsx]Leads!A1'],
  ['=-2^2', '(^ (- 2) 2)'],
  ['=1+2*3&"x"', '(& (+ 1 (* 2 3)) "x")'],
  ['=2-1-1', '(- (- 2 1) 1)'],
  ['=50%', '(% 50)'],
  ['=1.5e3+.5', '(+ 1500 0.5)'],
  ['=true', 'true'],
  ['=TRUE()', 'TRUE[]'],
  ['=#N/A', '#N/A'],
  ['=Sheet1!#REF!', '#REF!'],
  ['=@A1:A3', '(@ ref A1:A3)'],
  ['=A1#', '?[ref A1]'],
  ['=LOG10(A1)', 'LOG10[ref A1]'],
  ['=LET(x,ROI(1,2),x*2)', 'LET[x, ROI[1, 2], (* x 2)]'],
  ['=LAMBDA(a,a+1)(ROI(1,2))', '?[LAMBDA[a, (+ a 1)], ROI[1, 2]]'],
  ['=A1:INDEX(B:B,ROI(1,2))', '?[ref A1, INDEX[ref B:B, ROI[1, 2]]]'],
  ['=(A1,B2)', '?[ref A1, ref B2]'],
  ['=Deals[[#All],[Amount]]', '?[]'],
  ['=SUM(Deals[Amount])', 'SUM[?[]]'],
  ['=ROI(1,2', 'ROI[1, 2]'],
  ['=ROI(1,2))', 'ROI[1, 2]'],
  ['=ROI(1;2)', 'ROI[1, 2]'],
  ['=ROI(1 2)', 'ROI[?[1, 2]]'],
  ['=1+', '(+ 1 _)'],
  ['', '_'],
  ['=', '_'],
])('%s is read', (text, tree) => {
  expect(told(readFormula(text))).toBe(tree)
})

test('an expression knows where it stands', () => {
  const text = '=IF( ROI( B2,B3 ) >1,"a","b")'
  const call = [...within(readFormula(text))].find(part => part.kind === 'call' && part.name === 'ROI')
  expect(text.slice(call?.start, call?.end)).toBe('ROI( B2,B3 )')
})

test('any text can be cut and read, and its tokens are the text again', () => {
  const pieces = fc.constantFrom(...'(){}[],;.:"\'!#@%+-*/^&=<>\\$ \tA1ROI é𝒳\ud800')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 60 }).map(all => all.join('')),
      ),
      fc.constantFrom(storedSyntax, syntaxOf(german)),
      (text, syntax) => {
        expect(
          formulaTokens(text, syntax)
            .map(token => token.text)
            .join(''),
        ).toBe(text)
        for (const part of within(readFormula(text, syntax))) {
          expect(part.start).toBeLessThanOrEqual(part.end)
          expect(part.end).toBeLessThanOrEqual(text.length)
        }
        relativeFormula(text, 5, 5)
        filledFormula(text, -3, -3)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['brackets', '('],
  ['calls', 'ROI('],
  ['signs', '-'],
  ['sums', '1+'],
  ['arrays', '{'],
  ['powers', '1^'],
  ['percents', '%'],
  ['sums at the start of sums', `${'('.repeat(50)}${'1+1)+1'.repeat(50)}`],
])('to read a cell full of %s, twice as long, takes twice the steps', (_, piece) => {
  const steps = (length: number): number =>
    stepsTaken(() => {
      const { readFormula } = require('../../shared/workbook/formulas/read-formula') as Reading
      const text = `=${piece.repeat(Math.ceil(length / piece.length))}`
      return () => {
        readFormula(text)
      }
    })
  const few = steps(10_000)
  expect(few).toBeGreaterThan(10_000)
  expect(steps(20_000)).toBeLessThan(2.1 * few)
})

test('a thousand formulas are the same after a way through German and back', () => {
  fc.assert(
    fc.property(formula, text => {
      const typed = shownFormula(text, german)
      expect(storedFormula(typed, german)).toBe(text)
      expect(told(readFormula(typed, syntaxOf(german)))).toBe(told(readFormula(text)))
      expect(shownFormula(text, english)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['=ROI(5000.5,1000)', '=ROI(5000,5;1000)'],
  ['=METRIC({"A","B";"C","D"},B1)', '=METRIC({"A"\\"B";"C"\\"D"};B1)'],
  ['=IF(A1>0.5,"a,b;c.d",{1.5,2})', '=IF(A1>0,5;"a,b;c.d";{1,5\\2})'],
  ["=SUM('a,b'!A1,T[[#All],[x]])", "=SUM('a,b'!A1;T[[#All];[x]])"],
])('%s is shown in German as %s', (stored, shown) => {
  expect(shownFormula(stored, german)).toBe(shown)
  expect(storedFormula(shown, german)).toBe(stored)
})

test('a point between the columns of a German array is understood too', () => {
  expect(storedFormula('=SUM({1.2;3.4})', german)).toBe('=SUM({1,2;3,4})')
})

test('semicolons with decimal points are a locale too', () => {
  const swiss: Locale = { language: 'de-CH', decimal: '.', separator: ';' }
  expect(shownFormula('=ROI(1.5,{1,2;3,4})', swiss)).toBe('=ROI(1.5;{1,2;3,4})')
})

test('filled down or across, a formula is the same as seen from its cell', () => {
  fc.assert(
    fc.property(formula, fc.nat(40), fc.nat(20), (text, rows, columns) => {
      const filled = filledFormula(text, rows, columns)
      expect(relativeFormula(filled, 100 + rows, 30 + columns)).toBe(relativeFormula(text, 100, 30))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['=B2*$C$1+C$2-$D4', 1, 1, '=C3*$C$1+D$2-$D5'],
  ['=SUM(A:A,$B:B,3:3,$3:4)', 1, 1, '=SUM(B:B,$B:C,4:4,$3:5)'],
  ['="A1"&Leads!A1&\'A1\'!B1&ROI1x', 2, 0, '="A1"&Leads!A3&\'A1\'!B3&ROI1x'],
  ['=A1+B2', -1, 0, '=#REF!+B1'],
  ['=$B$2:$B$2+A$1:$A$1', 0, 0, '=$B$2:$B$2+A$1:$A$1'],
  ['=$B2:B$3', 1, 0, '=$B3:B$3'],
])('%s filled %i down and %i across is %s', (text, rows, columns, filled) => {
  expect(filledFormula(text, rows, columns)).toBe(filled)
})

test.each([
  ['=A1', '=B1', false],
  ['=tax_1*A1', '=tax_1*A2', true],
  ['=SUM(1:1,5)', '=SUM(2:2,5)', true],
  ['=A1*5', '=A2*6', false],
  ['=Bär1', '=Bär2', false],
  ['=ABCD1', '=ABCD2', false],
  ['=A12345678', '=A12345679', false],
  ["='A1'!B1", "='A1'!B2", true],
  ["='A''1'!B1", "='A''2'!B2", false],
  ['="A1"&A1', '="A1"&A2', true],
  ['=LOG10(A1)', '=LOG10(A2)', true],
])('one below the other, whether %s and %s are one formula: %s', (above, below, same) => {
  expect(relativeFormula(above, 0, 5) === relativeFormula(below, 1, 5)).toBe(same)
})

test.each([
  ['A:C', 'Leads', 0, 0, 12, 2],
  ['Leads!$B$2:A1', 'Leads', 0, 0, 1, 1],
  ['B3:B', 'Leads', 2, 1, 12, 1],
  ['2:3', 'Leads', 1, 0, 2, 4],
])('%s is an area', (text, sheet, top, left, bottom, right) => {
  const reference = parseReference(text)
  expect(reference && areaOf(reference, sheet, { rows: 13, columns: 5 })).toEqual({
    sheet,
    top,
    left,
    bottom,
    right,
  })
})

test.each([
  ["'It''s'!A1", "It's", false],
  ['A2:A', 'Own', true],
  ['[Book]Leads!A1', undefined, false],
  ['One:Three!A1', undefined, false],
])('%s means the sheet %p', (text, sheet, open) => {
  const reference = parseReference(text)
  expect(reference && sheetMeant(reference, 'Own')).toBe(sheet)
  expect(reference && isOpen(reference)).toBe(open)
})

const hostile = join(__dirname, '../../../shared/spec/hostile_inputs.json')
const hostileTexts = existsSync(hostile)
  ? Object.values(JSON.parse(readFileSync(hostile, 'utf8')) as Record<string, unknown>)
      .flat()
      .map(String)
  : []

;(hostileTexts.length > 0 ? test : test.skip)('hostile texts are read without harm', () => {
  for (const text of hostileTexts) {
    for (const written of [text, `=${text}`, `=ROI(${text},1)`]) {
      expect(
        formulaTokens(written)
          .map(token => token.text)
          .join(''),
      ).toBe(written)
      expect([...within(readFormula(written))].length).toBeGreaterThan(0)
    }
  }
})
