import fc from 'fast-check'
import { isCellError } from '../../shared/values'
import { evaluate } from '../../shared/workbook/formulas/evaluate'
import { formulaTokens } from '../../shared/workbook/formulas/formula-tokens'
import { ownCalls } from '../../shared/workbook/formulas/own-calls'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import { answerNow } from '../../shared/workbook/run'
import { why } from '../../shared/workbook/why/why'
import { formula } from './random-formulas'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

const german = { language: 'de-DE', decimal: ',', separator: ';' } as const
const cell = { sheet: 'Metrics', top: 4, left: 4, bottom: 4, right: 4 }

function workbookIn(isGerman: boolean): SampleWorkbook {
  const workbook = sampleWorkbook()
  if (isGerman) workbook.locale = german
  return workbook
}

/** Whatever is told is data that survives the way to a page, without NaN. */
function expectPlain(told: unknown): void {
  expect(JSON.parse(JSON.stringify(told))).toEqual(told)
}

test('any formula in a cell is explained without harm, with a level for each call of ours', () => {
  fc.assert(
    fc.property(fc.oneof(formula, fc.string()), fc.boolean(), (text, isGerman) => {
      const workbook = workbookIn(isGerman)
      workbook.put('Metrics!E5', { formula: `=${text.replace(/^=/, '')}`, value: 1 })
      const told = answerNow(why({ cell }), workbook.host)
      expect(told.levels).toHaveLength(ownCalls(readFormula(text)).length)
      expectPlain(told)
    }),
    { numRuns: 300 },
  )
})

test('any arguments that are typed give a value or a fault, and a formula that is one call', () => {
  const typed = fc.oneof(
    formula.map(text => text.slice(1)),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'(){},;"A1') }),
    fc.constantFrom('DEALS', '2026-01-01', '', 'WIN_RATE'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('ROI', 'METRIC', 'CLV', 'DATA_CHECK'),
      fc.array(typed, { maxLength: 7 }),
      fc.boolean(),
      (name, args, isGerman) => {
        const workbook = workbookIn(isGerman)
        // Where the team has definitions, they are handed to it besides.
        delete workbook.names.DEFINITIONS
        const told = answerNow(evaluate({ name, args }), workbook.host)
        expectPlain(told)
        const read = readFormula(told.formula)
        expect(formulaTokens(told.formula).some(({ kind }) => kind === 'unknown')).toBe(false)
        expect(read.kind === 'call' && read.name).toBe(name)
        const isGiven = args.map(text => text.trim().replace(/^=/, '').trim() !== '')
        expect(read.kind === 'call' && read.args.length).toBe(isGiven.lastIndexOf(true) + 1)
        if (told.faults.length > 0) expect(isCellError(told.value)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
