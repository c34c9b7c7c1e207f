import { call } from '../../shared/metrics/call'
import { compute, computeInDecimals, formulaFor } from '../../shared/metrics/compute'
import {
  isOptional,
  leavingOut,
  type Metric,
  metric,
  type Parameter,
  withDefaults,
} from '../../shared/metrics/metric'
import { quickly } from '../../shared/metrics/quick'
import type { Argument, CellError, Matrix } from '../../shared/values'

/** A metric of which only what is computed matters. */
function toy(
  parameters: Readonly<Record<string, Parameter>>,
  formula: string,
  others: Partial<Metric> = {},
): Metric {
  return {
    name: 'TOY',
    title: '',
    category: 'return',
    indicator: 'neither',
    better: 'neither',
    about: '',
    questions: [],
    parameters,
    formula,
    unit: 'number',
    errors: [],
    examples: [],
    sources: [],
    ...others,
  }
}

const number: Parameter = { unit: 'number', about: '' }
const ratio = toy({ returns: number, cost: number }, 'returns / cost', {
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0' },
    { when: 'cost < 0', error: '#NUM!', reason: '{cost} for {returns}' },
  ],
})

const column = (...cells: readonly (number | string | null | boolean | CellError)[]): Matrix =>
  cells.map(cell => [cell])
const elsewhere: CellError = { error: '#REF!', reason: 'from elsewhere' }

function refused(reason: string, error = '#VALUE!'): CellError {
  return { error, reason }
}

test.each<[string, Argument[], unknown]>([
  ['numbers', [6, 3], 2],
  ['ranges of one cell', [[[6]], [[3]]], 2],
  ['a broken rule', [6, 0], refused('cost is 0', '#DIV/0!')],
  ['a broken rule with its numbers', [6, -3], refused('-3 for 6', '#NUM!')],
  ['a blank', [null, 3], 0],
  ['an empty text', ['', 3], 0],
  ['nothing for the last', [6], refused('cost is missing: the formula needs it')],
  ['nothing for the first', [undefined, 3], refused('returns is missing: the formula needs it')],
  ['too much', [6, 3, 1], refused('TOY takes 2 arguments, not 3')],
  ['a text', ['six', 3], refused('returns is the text “six”: a number is needed')],
  ['a truth', [true, 3], refused('returns is TRUE: a number is needed')],
  ['no number', [Number.NaN, 3], refused('returns is NAN: a number is needed')],
  ['infinity', [6, Number.POSITIVE_INFINITY], refused('cost is INFINITY: a number is needed')],
  ['an error', [elsewhere, 3], elsewhere],
  ['an error in the last', [6, elsewhere], elsewhere],
  ['a column and a cell', [column(6, 9), 3], column(2, 3)],
  ['a cell and a column', [6, column(3, 2)], column(2, 3)],
  ['two columns', [column(6, 8), column(3, 2)], column(2, 4)],
  ['a row', [[[6, 9]], [[3]]], [[2, 3]]],
  [
    'a block',
    [
      [
        [6, 9],
        [3, 12],
      ],
      3,
    ],
    [
      [2, 3],
      [1, 4],
    ],
  ],
  [
    'wrong rows',
    [column(6, 'six', elsewhere, null, 6), column(3, 3, 3, 3, 0)],
    column(
      2,
      refused('returns is the text “six”: a number is needed'),
      elsewhere,
      0,
      refused('cost is 0', '#DIV/0!'),
    ),
  ],
  [
    'a row that is not finite',
    [column(6, Number.NaN), 3],
    column(2, refused('returns is NAN: a number is needed')),
  ],
  [
    'columns of two lengths',
    [column(6, 9), column(3, 2, 1)],
    refused('returns has 2 rows, cost has 3 rows: give ranges of one size, or a single cell'),
  ],
  [
    'a column and a row',
    [column(6, 9), [[3, 2]]],
    refused('returns has 2 rows, cost has 1 × 2 cells: give ranges of one size, or a single cell'),
  ],
  [
    'rows of two lengths',
    [[[6, 9]], [[3, 2, 1]]],
    refused('returns has 1 × 2 cells, cost has 1 × 3 cells: give ranges of one size, or a single cell'),
  ],
  ['a range of nothing', [[], 3], refused('returns is an empty range')],
  ['a range of empty rows', [[[]], 3], refused('returns is an empty range')],
])('a ratio of %s', (_what, args, expected) => {
  expect(call(ratio, args)).toEqual(expected)
})

const several = toy({ a: number, b: number }, 'a + b', { results: { sum: 'a + b', quotient: 'a / b' } })

test.each<[string, Argument[], unknown]>([
  ['numbers', [6, 3], [[9, 2]]],
  ['numbers of which one result is wrong', [6, 0], [[6, refused('the formula divides by 0', '#DIV/0!')]]],
  ['numbers of which all results are wrong', ['six', 3], refused('a is the text “six”: a number is needed')],
  [
    'columns',
    [column(6, elsewhere), 3],
    [
      [9, 2],
      [elsewhere, elsewhere],
    ],
  ],
  ['rows', [[[6, 9]], 3], [[9, 2, 12, 3]]],
])('several results of %s', (_what, args, expected) => {
  expect(call(several, args)).toEqual(expected)
})

const day = 46_023
const dated = toy(
  {
    start: { unit: 'date', date: true, about: '' },
    end: { unit: 'date', date: true, time: true, about: '' },
    years: { unit: 'years', optional: true, about: '' },
    factor: { unit: 'number', default: 2, about: '' },
    mode: { choices: { plain: '', twice: '' }, default: 'plain', about: '' },
  },
  '(end - start) * factor + if(present(years), years, 0)',
  {
    variants: [
      { when: 'mode = "twice"', formula: '2 * (end - start)', about: '' },
      { when: 'end < start', formula: '0 - 1', about: '' },
    ],
  },
)

test.each<[string, Argument[], unknown]>([
  ['days and moments', [day + 0.75, day + 1.5], 3],
  ['years that are given', [day, day + 1, 5], 7],
  ['years that are blank', [day, day + 1, null], 2],
  ['years that are an empty text', [day, day + 1, ''], 2],
  ['a factor', [day, day + 1, null, 10], 10],
  ['a factor that is blank', [day, day + 1, null, null], 2],
  ['a choice', [day, day + 2, null, null, 'twice'], 4],
  ['a choice in capitals with spaces', [day, day + 2, null, 10, ' TWICE '], 4],
  ['a choice that is blank', [day, day + 2, null, 10, ''], 20],
  ['an end before its start', [day, day - 1], -1],
  [
    'a choice that is unknown',
    [day, day + 1, null, null, 'thrice'],
    refused('mode is the text “thrice”: choose one of plain, twice'),
  ],
  [
    'a choice that is a number',
    [day, day + 1, null, null, 2],
    refused('mode is 2: choose one of plain, twice'),
  ],
  ['a date that is blank', [null, day], refused('start is missing: the formula needs it')],
  [
    'a date as text',
    ['2026-01-01', day],
    refused('start is the text “2026-01-01”: a date is needed, typed as a date'),
  ],
  ['days of a column', [column(day, day + 0.5), day + 1], column(2, 2)],
  [
    'choices of a column',
    [day, day + 1, null, null, column('plain', 'Twice', 'x')],
    column(2, 2, refused('mode is the text “x”: choose one of plain, twice')),
  ],
  [
    'choices of a column, one of them a number',
    [day, day + 1, null, null, column('plain', 2)],
    column(2, refused('mode is 2: choose one of plain, twice')),
  ],
])('a span of %s', (_what, args, expected) => {
  expect(call(dated, args)).toEqual(expected)
})

const needed = toy(
  {
    mode: { choices: { plain: '' }, about: '' },
    k: { unit: 'number', words: { all: 'every one', none: '' }, about: '' },
  },
  'if(k = "all", 1, k)',
)

test('a choice without a default is asked for, and words stand in a number’s place', () => {
  expect(call(needed, [null, 1])).toEqual(refused('mode is missing: the formula needs it'))
  expect(call(needed, ['plain', ' ALL '])).toBe(1)
  expect(call(needed, ['plain', 7])).toBe(7)
  expect(call(needed, ['plain', 'some'])).toEqual(
    refused('k is the text “some”: a number is needed, or all, or none'),
  )
  expect(call(needed, ['plain', false])).toEqual(refused('k is FALSE: a number is needed, or all, or none'))
})

const beside: Record<string, Parameter> = {
  amounts: { rangeOf: 'money', about: '' },
  weights: { rangeOf: 'number', about: '', alongside: 'amounts' },
}
const weighted = toy(beside, 'sum(amounts * weights)', {
  errors: [{ when: 'weights > 1', error: '#NUM!', reason: 'weights holds {weights} of {amounts}' }],
})

test.each<[string, Argument[], unknown]>([
  ['columns', [column(2, 4), column(1, 0.5)], 4],
  ['rows', [[[2, 4]], [[1, 0.5]]], 4],
  ['single cells', [2, 0.5], 1],
  ['a pair of blanks', [column(2, null, 4), column(1, '', 0.5)], 4],
  ['a weight that breaks a rule', [column(2, 4), column(1, 7)], refused('weights holds 7 of 4', '#NUM!')],
  ['a missing range', [column(2)], refused('weights is missing: the formula needs it')],
  [
    'a block',
    [
      [
        [1, 2],
        [3, 4],
      ],
      column(1),
    ],
    refused('amounts has several rows and columns: give one column or one row'),
  ],
  [
    'two lengths',
    [column(1, 2), column(1)],
    refused('amounts has 2 cells, weights has 1: give ranges of one length'),
  ],
  [
    'a blank weight',
    [column(2, 4), column(1, null)],
    refused('weights, cell 2, is blank: a number is needed'),
  ],
  [
    'a blank amount',
    [column(2, null), column(1, 1)],
    refused('amounts, cell 2, is blank: a number is needed'),
  ],
  ['a text', [column(2, 'x'), column(1, 1)], refused('amounts, cell 2, is the text “x”: a number is needed')],
  [
    'no number',
    [column(2, Number.NaN), column(1, 1)],
    refused('amounts, cell 2, is NAN: a number is needed'),
  ],
  ['an error', [column(2, 4), column(1, elsewhere)], elsewhere],
])('amounts beside weights: %s', (_what, args, expected) => {
  expect(call(weighted, args)).toEqual(expected)
})

function withBlanks(
  first: 'leaves both out' | 'counts as 0',
  second: 'leaves both out' | 'counts as 0',
): Metric {
  const [amounts, weights] = Object.values(beside) as [Parameter, Parameter]
  return toy(
    {
      amounts: { ...amounts, blank: first } as Parameter,
      weights: { ...weights, blank: second } as Parameter,
    },
    'sum(amounts) * 100 + sum(weights) * 10 + count(weights)',
  )
}

test('a blank beside a number counts as 0 or leaves both out, as is declared', () => {
  const cells: Argument[] = [column(1, null, 4, null), column(1, 2, null, null)]
  expect(call(withBlanks('leaves both out', 'leaves both out'), cells)).toBe(111)
  expect(call(withBlanks('counts as 0', 'leaves both out'), cells)).toBe(132)
  expect(call(withBlanks('leaves both out', 'counts as 0'), cells)).toBe(512)
  expect(call(withBlanks('counts as 0', 'counts as 0'), cells)).toBe(533)
})

test('ranges that are left out, and those of dates', () => {
  const sums = toy(
    {
      dates: { rangeOf: 'date', date: true, about: '' },
      moments: { rangeOf: 'date', date: true, time: true, optional: true, about: '' },
    },
    'sum(dates) + if(present(moments), sum(moments), 100)',
  )
  expect(call(sums, [column(1.5, 2.5)])).toBe(103)
  expect(call(sums, [column(1.5, 2.5), null])).toBe(103)
  expect(call(sums, [column(1.5, 2.5), ''])).toBe(103)
  expect(call(sums, [column(1.5, 2.5), column(1.5)])).toBe(4.5)
  expect(call(sums, [column(1.5, null, 3)])).toBe(104)
  expect(call(sums, [column(1, 'May')])).toEqual(
    refused('dates, cell 2, is the text “May”: a date is needed, typed as a date'),
  )
  expect(call(sums, [undefined, column(1)])).toEqual(refused('dates is missing: the formula needs it'))
})

test('ranges stand beside each other through a third', () => {
  const third = {
    ...beside,
    marks: { rangeOf: 'number', about: '', alongside: 'amounts', blank: 'leaves both out' },
  } as Record<string, Parameter>
  const both = toy(
    { ...third, alone: { rangeOf: 'number', about: '' } },
    'sum(amounts * weights) + count(alone)',
  )
  expect(call(both, [column(1, 2), column(3, 4), column(1, null), column(1, 2, 3)])).toBe(6)
  expect(leavingOut(both, 'amounts')).toEqual(['marks'])
  expect(leavingOut(both, 'weights')).toEqual(['marks'])
  expect(leavingOut(both, 'alone')).toEqual([])
})

test('a parameter is optional where it may be left out', () => {
  const parameters: Parameter[] = [
    number,
    { unit: 'number', about: '', default: 0 },
    { unit: 'number', about: '', optional: true },
    { rangeOf: 'number', about: '' },
    { choices: {}, about: '' },
    { definitions: true, about: '' },
    { unit: 'number', about: '', default: undefined } as unknown as Parameter,
  ]
  expect(parameters.map(isOptional)).toEqual([false, true, true, false, false, true, false])
})

test('what a call leaves out has its default, and dates become serials', () => {
  expect(withDefaults(dated, { start: '2026-01-01', end: day + 1 })).toEqual({
    start: day,
    end: day + 1,
    factor: 2,
    mode: 'plain',
  })
  const dates = toy({ dates: { rangeOf: 'date', date: true, about: '' } }, 'count(dates)')
  expect(withDefaults(dates, { dates: ['2026-01-01', '2026-01-02'] })).toEqual({ dates: [day, day + 1] })
  expect(withDefaults(ratio, { returns: 1 })).toStrictEqual({ returns: 1 })
})

test('the first variant that holds decides, and what cannot be decided is an error', () => {
  expect(formulaFor(dated, { start: 1, end: 0, mode: 'twice' })).toBe('2 * (end - start)')
  expect(formulaFor(dated, { start: 1, end: 0, mode: 'plain' })).toBe('0 - 1')
  expect(formulaFor(dated, { start: 0, end: 1, mode: 'plain' })).toBe(dated.formula)
  expect(formulaFor(ratio, {})).toBe('returns / cost')
  expect(formulaFor(dated, { end: 1 })).toEqual(refused('mode is missing'))
  expect(computeInDecimals(dated, { end: 1 })).toEqual(refused('mode is missing'))
  expect(computeInDecimals(ratio, { returns: 1 })).toEqual(refused('cost is missing'))
  expect(compute(ratio, { returns: 1, cost: 4 })).toBe(0.25)
})

test('what takes decimals to tell is told by them', () => {
  const third = toy({ a: number }, 'a / 3 * 3', {
    errors: [{ when: 'a / 3 * 3 < a', error: '#NUM!', reason: 'less' }],
  })
  expect(quickly(third)([1])).toBeUndefined()
  expect(call(third, [1])).toBe(1)
  expect(quickly(ratio)([1, 4])).toBe(0.25)
  expect(quickly(ratio)([1, 0])).toBeUndefined()
  expect(quickly(dated)([day, day + 2, undefined, 2, 'twice'])).toBe(4)
  expect(quickly(dated)([day, day - 1, undefined, 2, 'plain'])).toBe(-1)
  expect(quickly(dated)([day, day + 1, undefined, 2, [1]])).toBeUndefined()
  expect(quickly(ratio)).toBe(quickly(ratio))
})

test('a reason holds the arguments, of a range the number that broke the rule or all of them', () => {
  const ruled = toy({ ...beside, k: number }, 'k', {
    errors: [
      { when: 'count(amounts) > 2', error: '#N/A', reason: '{amounts} are too many for {k}' },
      { when: 'weights > 1', error: '#NUM!', reason: '{weights} is too much for {k}' },
    ],
  })
  expect(call(ruled, [column(1, 2), column(1, 7), 30])).toEqual(refused('7 is too much for 30', '#NUM!'))
  expect(call(ruled, [column(1, 2, 3), column(1, 7, 1), 30])).toEqual(
    refused('1,2,3 are too many for 30', '#N/A'),
  )
})

test('definitions are a table of their own, never gone through cell by cell', () => {
  const governed = toy({ a: number, definitions: { definitions: true, about: '' } }, 'a * 2')
  expect(call(governed, [5])).toBe(10)
  expect(call(governed, [5, ''])).toBe(10)
  expect(call(governed, [column(5, 6), [[null], [null]]])).toEqual(column(10, 12))
  expect(call(governed, [5, column('no', 'definitions')])).toMatchObject({ reason: expect.any(String) })
})

test('a declaration is given back as it is', () => {
  expect(metric(ratio as never)).toBe(ratio)
})
