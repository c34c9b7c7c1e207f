import { formatFor, isoDay, plainNumber, serialOfIso, typedNumber } from '../../shared/sidebar/parts/format'
import { shownFormula } from '../../shared/workbook/formulas/formula-locale'
import type { Locale } from '../../shared/workbook/steps'
import { serial } from '../support/tables'

const english: Locale = { language: 'en-GB', decimal: '.', separator: ',' }
const german: Locale = { language: 'de-DE', decimal: ',', separator: ';' }
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe.each([
  ['English', english, ['4,714.29', '60%', '90.37% per year', '33,000', '7 leads', '1 lead', '31 Mar 2026']],
  [
    'German',
    german,
    ['4.714,29', '60 %', '90,37 % per year', '33.000', '7 leads', '1 lead', '31. März 2026'],
  ],
  [
    'English with a decimal comma, as a system can be set',
    { language: 'en_GB', decimal: ',', separator: ';' } as Locale,
    ['4.714,29', '60%', '90,37% per year', '33.000', '7 leads', '1 lead', '31 Mar 2026'],
  ],
])('in %s', (_, locale, expected) => {
  test('a value is written by what it is', () => {
    const { value } = formatFor(locale)
    const given = [
      [4714.285714, 'money'],
      [0.6, 'fraction'],
      [0.9036539, 'fraction per year'],
      [33000, 'money'],
      [7, 'leads'],
      [1, 'leads'],
      [serial('2026-03-31'), 'date'],
    ] as const
    expect(given.map(([number, unit]) => spaced(value({ number, unit })))).toEqual(expected)
  })
})

test('an error is its code, a text itself, and an unknown language no fault', () => {
  const { value, number, day } = formatFor({ ...english, language: 'x' })
  expect(value({ error: '#DIV/0!', reason: 'cost is 0' })).toBe('#DIV/0!')
  expect(value({ text: '<b>' })).toBe('<b>')
  expect(number(1234.5)).toBe('1,234.5')
  expect(day(-5)).toBe('-5')
})

test('a moment has its time of day, whatever the time zone of the machine', () => {
  expect(spaced(formatFor(english).moment(serial('2026-03-31') + 0.4))).toBe('31 Mar 2026, 09:36')
})

test.each([
  ['0,25', german, '0.25'],
  ['1.234,5', german, '1234.5'],
  ['1.234', german, '1234'],
  ['25 %', german, '0.25'],
  ['2,5%', german, '0.025'],
  ['0.25', german, undefined],
  ['1.5', german, undefined],
  ['0.25', english, '0.25'],
  ['1,234.5', english, '1234.5'],
  ['1,5', english, undefined],
  ['12,34', english, undefined],
  ['-3', english, '-3'],
  ['', english, undefined],
  ['=1+1', english, undefined],
  ['1e5', english, undefined],
  ['Infinity', english, undefined],
])('%s is typed by a person of %o, and is %s', (typed, locale, plain) => {
  expect(plainNumber(typed, locale)).toBe(plain)
  if (plain !== undefined) expect(plainNumber(typedNumber(plain, locale), locale)).toBe(plain)
})

test.each([
  ['=ROI(5000, 1000.5)', '=ROI(5000; 1000,5)'],
  ['=METRIC("A, 1.5", DATE(2026, 1, 1))', '=METRIC("A, 1.5"; DATE(2026; 1; 1))'],
  ["='Q1, 2.5'!B2, 1.5", "='Q1, 2.5'!B2; 1,5"],
  ['=F({1, 2.5; 3})', '=F({1\\ 2,5; 3})'],
  ['=F("""1.5"", x", 2)', '=F("""1.5"", x"; 2)'],
])('%s is typed as %s where the comma is decimal', (formula, typed) => {
  expect(shownFormula(formula, german)).toBe(typed)
  expect(shownFormula(formula, english)).toBe(formula)
})

test('a date field and a serial are one day', () => {
  expect(isoDay(serial('2026-03-31'))).toBe('2026-03-31')
  expect(serialOfIso('2026-03-31')).toBe(serial('2026-03-31'))
  expect(serialOfIso('')).toBeUndefined()
})
